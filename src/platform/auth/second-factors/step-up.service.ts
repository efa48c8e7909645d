import { Injectable } from '@nestjs/common';
import { platformProblems } from '../../http/platform.problems.js';
import type { Caller } from '../caller.decorator.js';
import { LoginHistory } from '../login-history/login-history.service.js';
import type { Principal } from '../principal.js';
import { FactorProofs, methodOf, wrongCode } from './factor-proofs.service.js';
import { requireFactor } from './recovery-codes.service.js';
import type { StepUp, StepUpView } from './second-factors.dto.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

/** As long as the look-up of sessions takes a proof for fresh. */
const VALID_MILLISECONDS = 10 * 60 * 1000;

/** Proves the second factor again, in a session that goes on. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly proofs: FactorProofs,
    private readonly history: LoginHistory,
  ) {}

  /** @throws Problem second_factor_missing, second_factor_wrong, or too_many_requests after too many wrong codes */
  async prove(principal: Principal, proof: StepUp, caller: Caller): Promise<StepUpView> {
    const { userId, organizationId, sessionId } = principal;
    requireFactor(principal.secondFactor);
    const isRight = await this.proofs.prove(userId, proof, caller.address);
    const outcome = isRight ? 'succeeded' : 'failed';
    await this.history.record({ userId, organizationId, kind: 'step_up', outcome, method: methodOf(proof), caller });
    if (!isRight) throw wrongCode(proof);
    const provedAt = await this.factors.proveSession(sessionId!, userId);
    if (!provedAt) throw platformProblems.unauthenticated('The session has ended; sign in again.');
    const validUntil = new Date(provedAt.getTime() + VALID_MILLISECONDS);
    return { provedAt: provedAt.toISOString(), validUntil: validUntil.toISOString() };
  }
}
