import { Injectable } from '@nestjs/common';
import { FailureDelays } from '../failure-delays.js';
import { SignInThrottle } from '../sign-in-throttle.js';

/**
 * Bounds guesses at the secrets of clients by who makes them. Nobody guesses 256 bits, so the failures of strangers make
 * no client wait.
 */
@Injectable()
export class ClientThrottle extends SignInThrottle {
  protected override readonly accounts = new FailureDelays({ free: Infinity, longest: 0 });
}
