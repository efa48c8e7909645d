import type { Caller } from '../caller.decorator.js';

export const loginEventKinds = [
  'sign_in',
  'step_up',
  'password_changed',
  'password_reset',
  'second_factor_added',
  'second_factor_removed',
  'recovery_codes_made',
  'second_factor_reset',
  'identity_linked',
  'identity_unlinked',
] as const;
export const loginOutcomes = ['succeeded', 'challenged', 'failed'] as const;
export const loginMethods = ['password', 'totp', 'recovery_code', 'identity_provider'] as const;
export type LoginMethod = (typeof loginMethods)[number];

export interface LoginEvent {
  userId: string;
  /** Where a session of the organization is told of; what concerns the account has none. */
  organizationId?: string;
  kind: (typeof loginEventKinds)[number];
  outcome: (typeof loginOutcomes)[number];
  method?: LoginMethod;
  caller: Caller;
}
