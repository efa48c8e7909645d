import { Injectable } from '@nestjs/common';
import { platformProblems } from '../../http/platform.problems.js';
import type { SignInView } from '../auth.dto.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import { chooseMembership, SessionOpening } from '../session-opening.service.js';
import { SessionsRepository } from '../sessions.repository.js';
import { FactorProofs, methodOf, wrongCode } from './factor-proofs.service.js';
import type { CompleteSignIn } from './second-factors.dto.js';
import { SignInChallenges } from './sign-in-challenges.js';

/** The second half of a sign-in. */
@Injectable()
export class SecondFactorSignIn {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly challenges: SignInChallenges,
    private readonly proofs: FactorProofs,
    private readonly opening: SessionOpening,
    private readonly history: LoginHistory,
  ) {}

  /** @throws Problem unauthenticated, second_factor_wrong, or too_many_requests after too many wrong codes */
  async complete({ challenge, ...proof }: CompleteSignIn, caller: Caller): Promise<SignInView> {
    const claims = await this.challenges.read(challenge);
    const user = claims && (await this.sessions.getUser(claims.userId));
    if (!user || !this.challenges.isOf(claims, user)) throw staleChallenge();
    const method = methodOf(proof);
    if (!(await this.proofs.prove(user.id, proof, caller.address))) {
      this.history.note({ userId: user.id, kind: 'sign_in', outcome: 'failed', method, caller });
      throw wrongCode(proof);
    }
    const memberships = await this.sessions.findMemberships(user.id);
    const membership = chooseMembership(memberships, claims.organizationId);
    const opened = membership && (await this.opening.open({ user, memberships, membership, method, caller }));
    if (!opened) throw staleChallenge();
    return opened;
  }
}

const staleChallenge = () =>
  platformProblems
    .unauthenticated('The challenge is not valid, or not any more; sign in again.')
    .withHeaders({ 'WWW-Authenticate': 'Bearer' });
