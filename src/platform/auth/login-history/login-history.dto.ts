import { AtInstant, Choice, Ref, Text } from '../../http/fields/fields.js';
import { ListOf } from '../../listing/page.view.js';
import { loginEventKinds, type LoginMethod, loginMethods, loginOutcomes } from './login-event.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export interface LoginEventRow {
  id: string;
  userId: string;
  organizationId: string | null;
  kind: (typeof loginEventKinds)[number];
  outcome: (typeof loginOutcomes)[number];
  method: LoginMethod | null;
  address: string | null;
  userAgent: string | null;
  occurredAt: Date;
}

export class LoginEventView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The person.' })
  userId: string;

  @Ref({
    nullable: true,
    example: exampleId,
    description:
      'The organization of the session; null where no session was opened or the account as a whole is meant.',
  })
  organizationId: string | null;

  @Choice(loginEventKinds, { name: 'LoginEventKind', example: 'sign_in' })
  kind: LoginEventRow['kind'];

  @Choice(loginOutcomes, {
    name: 'LoginOutcome',
    example: 'succeeded',
    description: '`challenged`: the password was right, and the second factor was asked for.',
  })
  outcome: LoginEventRow['outcome'];

  @Choice(loginMethods, {
    name: 'LoginMethod',
    nullable: true,
    example: 'totp',
    description: 'What was tried last: the password, a code of an authenticator, a recovery code.',
  })
  method: LoginMethod | null;

  @Text(64, { nullable: true, example: '192.0.2.17', description: 'IP address of the caller; null once erased.' })
  address: string | null;

  @Text(200, {
    nullable: true,
    example: 'curl/8.5.0',
    description: 'What the client called itself (`User-Agent`), cut to 200 characters; null once erased.',
  })
  userAgent: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  occurredAt: string;

  static from(row: LoginEventRow): LoginEventView {
    const { id, userId, organizationId, kind, outcome, method, address, userAgent, occurredAt } = row;
    return {
      id,
      userId,
      organizationId,
      kind,
      outcome,
      method,
      address,
      userAgent,
      occurredAt: occurredAt.toISOString(),
    };
  }
}

export class LoginEventList extends ListOf(LoginEventView) {}
