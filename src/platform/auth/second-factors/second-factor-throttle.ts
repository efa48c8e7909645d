import { Injectable } from '@nestjs/common';
import { FailureDelays } from '../failure-delays.js';
import { SignInThrottle } from '../sign-in-throttle.js';

/**
 * Bounds guesses at six digits, which only somebody makes who has the password: slower than guesses at passwords. Where
 * the person was let in before from the same address, strangers elsewhere do not count.
 */
@Injectable()
export class CodeThrottle extends SignInThrottle {
  protected override readonly pairs = new FailureDelays({ free: 5, longest: 300 });
  protected override readonly accounts = new FailureDelays({ free: 10, longest: 900 });
}

/**
 * Nobody guesses 120 bits, so the failures of strangers make nobody wait: whoever has a recovery code gets in, from
 * wherever.
 */
@Injectable()
export class RecoveryCodeThrottle extends SignInThrottle {
  protected override readonly accounts = new FailureDelays({ free: Infinity, longest: 0 });
}
