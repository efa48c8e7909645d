import { Injectable } from '@nestjs/common';
import { platformProblems } from '../http/platform.problems.js';
import { isOwnMachine } from '../rate-limits/address-network.js';
import { FailureDelays } from './failure-delays.js';

const MOST_WAITING = 50;
const MOST_KNOWN = 50_000;

/** Whose secret is tried, and from where. */
export interface Attempt {
  /** The same for all attempts on one account, in whatever way they name it. */
  account: string;
  /** IP address of the caller. */
  address: string;
}

/**
 * Bounds guesses at passwords: by account and address, by account from all addresses together, and by address on all
 * accounts together. Where the account was opened before from the same address, the latter two do not count: strangers
 * elsewhere cannot make its person wait. Kept in the memory of the process.
 */
@Injectable()
export class SignInThrottle {
  protected readonly pairs = new FailureDelays({ free: 10, longest: 60 });
  protected readonly accounts = new FailureDelays({ free: 30, longest: 30 });
  protected readonly addresses = new FailureDelays({ free: 100, longest: 60 });
  private readonly known = new Set<string>();
  private readonly queues = new Map<string, { last: Promise<unknown>; waiting: number }>();

  /**
   * Lets the secret be checked, or not yet. Attempts on one account are checked one after the other, so that many at
   * once are not counted too late.
   *
   * @throws Problem too_many_requests with the seconds to wait
   */
  async check(attempt: Attempt, verify: () => Promise<boolean>): Promise<boolean> {
    const queue = this.queues.get(attempt.account) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= MOST_WAITING) throw tooMany(1);
    queue.waiting += 1;
    this.queues.set(attempt.account, queue);
    const checked = queue.last.then(() => this.checkNow(attempt, verify));
    queue.last = checked.catch(() => undefined);
    try {
      return await checked;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.queues.delete(attempt.account);
    }
  }

  private async checkNow({ account, address }: Attempt, verify: () => Promise<boolean>): Promise<boolean> {
    const pair = `${address} ${account}`;
    const isKnown = this.known.has(pair);
    const now = Date.now();
    const seconds = Math.max(
      this.pairs.secondsLeft(pair, now),
      isKnown ? 0 : this.accounts.secondsLeft(account, now),
      isKnown || isOwnMachine(address) ? 0 : this.addresses.secondsLeft(address, now),
    );
    if (seconds > 0) throw tooMany(seconds);
    if (await verify()) {
      this.pairs.forgive(pair);
      this.remember(pair);
      return true;
    }
    const failedAt = Date.now();
    this.pairs.fail(pair, failedAt);
    // What fails where the account is at home says nothing about strangers.
    if (!isKnown) this.accounts.fail(account, failedAt);
    this.addresses.fail(address, failedAt);
    return false;
  }

  private remember(pair: string): void {
    this.known.delete(pair);
    const [oldest] = this.known;
    if (this.known.size >= MOST_KNOWN) this.known.delete(oldest!);
    this.known.add(pair);
  }
}

const tooMany = (seconds: number) =>
  platformProblems
    .too_many_requests(`Too many attempts failed; try again in ${seconds} s.`)
    .withHeaders({ 'Retry-After': String(seconds) });
