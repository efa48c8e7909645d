import { Count, Flag } from '../../http/fields/fields.js';

export class UpdateSecurityPolicy {
  @Flag({
    optional: true,
    example: true,
    description:
      'Whether members need a second factor. Those without one can only add one, from their next request on. API keys are programs and go on. Whoever turns it on has one.',
  })
  requireSecondFactor?: boolean;
}

export class SecurityPolicyView {
  @Flag({ example: true, description: 'Whether members need a second factor to act in the organization.' })
  requireSecondFactor: boolean;

  @Count(0, 2_147_483_647, { example: 2, description: 'Active members who have no second factor.' })
  membersWithout: number;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes of the organization; also the ETag.' })
  version: number;
}
