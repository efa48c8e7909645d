import { Injectable } from '@nestjs/common';
import { platformProblems } from '../../http/platform.problems.js';
import { authProblems } from '../auth.problems.js';
import type { LoginMethod } from '../login-history/login-event.js';
import { stepOfCode } from './one-time-codes.js';
import { hashOfRecoveryCode } from './recovery-codes.js';
import { CodeThrottle, RecoveryCodeThrottle } from './second-factor-throttle.js';
import type { SecondFactorProof } from './second-factors.dto.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { TotpSecrets } from './totp-secrets.js';

/** Checks codes of authenticators and recovery codes, each of which counts once. */
@Injectable()
export class FactorProofs {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly secrets: TotpSecrets,
    private readonly codes: CodeThrottle,
    private readonly recoveryCodes: RecoveryCodeThrottle,
  ) {}

  /**
   * @returns false where the code is wrong or was used
   * @throws Problem validation_failed, or too_many_requests after too many wrong ones
   */
  async prove(userId: string, { code, recoveryCode }: SecondFactorProof, address: string): Promise<boolean> {
    const attempt = { account: userId, address };
    if (code !== undefined && recoveryCode === undefined) {
      return this.codes.check(attempt, () => this.useCode(userId, code));
    }
    if (recoveryCode !== undefined && code === undefined) {
      const hash = hashOfRecoveryCode(recoveryCode);
      return this.recoveryCodes.check(attempt, () => this.factors.useRecoveryCode(userId, hash));
    }
    const message = 'Send one of them: code or recoveryCode.';
    throw platformProblems.validation_failed(message, [{ pointer: '/code', code: 'one_of_two', message }]);
  }

  private async useCode(userId: string, code: string): Promise<boolean> {
    for (const { id, secret_cipher: cipher } of await this.factors.findActive(userId)) {
      const secret = this.secrets.open(cipher, id);
      const step = secret === undefined ? undefined : stepOfCode(secret, code, Date.now());
      if (step !== undefined && (await this.factors.useStep(id, step))) return true;
    }
    return false;
  }
}

export const methodOf = ({ code }: SecondFactorProof): LoginMethod => (code === undefined ? 'recovery_code' : 'totp');

export function wrongCode({ code }: SecondFactorProof) {
  const message = 'The code is not right, or was used already.';
  const pointer = code === undefined ? '/recoveryCode' : '/code';
  return authProblems.second_factor_wrong(message, [{ pointer, code: 'second_factor_wrong', message }]);
}
