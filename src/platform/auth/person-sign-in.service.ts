import { Injectable } from '@nestjs/common';
import type { SignInView } from './auth.dto.js';
import { authProblems } from './auth.problems.js';
import type { Caller } from './caller.decorator.js';
import type { LoginMethod } from './login-history/login-event.js';
import { LoginHistory } from './login-history/login-history.service.js';
import { SignInChallenges } from './second-factors/sign-in-challenges.js';
import { chooseMembership, SessionOpening } from './session-opening.service.js';
import { SessionsRepository, type UserFact } from './sessions.repository.js';

interface FirstProof {
  organizationId: string | undefined;
  method: LoginMethod;
  caller: Caller;
}

/** What follows the first proof of who somebody is, whatever that was. */
@Injectable()
export class PersonSignIn {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly opening: SessionOpening,
    private readonly challenges: SignInChallenges,
    private readonly history: LoginHistory,
  ) {}

  /**
   * Undefined where the person is no member of the organization, or the password has changed meanwhile.
   *
   * @throws Problem second_factor_challenge where the person has a second factor
   */
  async open(user: UserFact, { organizationId, method, caller }: FirstProof): Promise<SignInView | undefined> {
    const memberships = await this.sessions.findMemberships(user.id);
    const membership = chooseMembership(memberships, organizationId);
    if (!membership) return undefined;
    if (user.has_second_factor) {
      this.history.note({ userId: user.id, kind: 'sign_in', outcome: 'challenged', method, caller });
      const challenge = await this.challenges.issue(user, membership.organization_id);
      throw authProblems
        .second_factor_challenge('Send a code with the challenge to POST /v1/auth/login/second-factor.')
        .withMembers({ challenge });
    }
    return this.opening.open({ user, memberships, membership, method, caller });
  }
}
