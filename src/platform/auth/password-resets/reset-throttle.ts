import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { platformProblems } from '../../http/platform.problems.js';
import { isOwnMachine, networkOf } from '../../rate-limits/address-network.js';

/** Requests in an hour from one address, whomever they are for. */
const MOST_FROM_ADDRESS = 30;
const HOUR = 3600;

/**
 * Bounds how many resets one address asks for; not those of this machine. How many mails a person gets is bounded apart,
 * without a word, so that nobody can keep a person from a reset by asking for it. Kept in the memory of the process.
 */
@Injectable()
export class ResetThrottle {
  private readonly addresses = new RateLimiterMemory({ points: MOST_FROM_ADDRESS, duration: HOUR });

  /** @throws Problem too_many_requests with the seconds to wait */
  async admit(address: string): Promise<void> {
    if (isOwnMachine(address)) return;
    try {
      await this.addresses.consume(networkOf(address));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw platformProblems
        .too_many_requests(`Too many resets were asked for from your address; try again in ${seconds} s.`)
        .withHeaders({ 'Retry-After': String(seconds) });
    }
  }
}
