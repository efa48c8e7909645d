export interface DelayRule {
  /** Failures that cost nothing. */
  free: number;
  /** Longest wait in seconds; the first failure beyond the free ones costs one second, each further one twice as much. */
  longest: number;
}

/** Seconds without a failure after which all are forgotten. */
const FORGOTTEN_AFTER = 30 * 60;
const MOST_REMEMBERED = 50_000;

interface Failures {
  count: number;
  /** In milliseconds, as `Date.now()`. */
  lastAt: number;
}

/**
 * Counts failures by subject and tells how long the next attempt has to wait. The wait is never longer than the rule
 * says and does not grow by attempts that were made to wait, so that nobody is locked out by others for long.
 */
export class FailureDelays {
  private readonly subjects = new Map<string, Failures>();

  constructor(private readonly rule: DelayRule) {}

  /** Seconds that the subject has to wait from `now` on; 0 when none. */
  secondsLeft(subject: string, now: number): number {
    const failures = this.recent(subject, now);
    if (!failures || failures.count < this.rule.free) return 0;
    const wait = Math.min(this.rule.longest, 2 ** Math.min(failures.count - this.rule.free, 20));
    return Math.max(0, Math.ceil(wait - (now - failures.lastAt) / 1000));
  }

  fail(subject: string, now: number): void {
    const count = (this.recent(subject, now)?.count ?? 0) + 1;
    // Set anew, the subject comes last: the first of the map is the one that has been quiet for longest.
    this.subjects.delete(subject);
    const [quietest] = this.subjects.keys();
    if (this.subjects.size >= MOST_REMEMBERED) this.subjects.delete(quietest!);
    this.subjects.set(subject, { count, lastAt: now });
  }

  forgive(subject: string): void {
    this.subjects.delete(subject);
  }

  private recent(subject: string, now: number): Failures | undefined {
    const failures = this.subjects.get(subject);
    return failures && now - failures.lastAt < FORGOTTEN_AFTER * 1000 ? failures : undefined;
  }
}
