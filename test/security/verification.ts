import { isLong, seed, wholeNumber } from '../support/seeded.js';

/**
 * How much is tried. `npm test` always tries the same; the long form of `npm run verify:long` as many requests as
 * `VERIFY_BUDGET` says, drawn by `VERIFY_SEED`.
 */
export const verification = {
  isLong,
  seed,
  /** Requests of the random phase. */
  randomRequests: isLong ? wholeNumber('VERIFY_BUDGET', 300_000) : 17_000,
  /** Values for each class of a request's body. */
  valuesPerBody: isLong ? 10_000 : 500,
} as const;

/**
 * Of cases that are alike in two ways, chooses so many that each kind of either has some; the long form takes all. What
 * stands behind the cases of one kind is the same code.
 */
export class Sparing {
  private readonly counts = new Map<string, number>();

  takes(...kinds: readonly string[]): boolean {
    const isNew = kinds.some((kind, at) => (this.counts.get(`${at} ${kind}`) ?? 0) < MOST_ALIKE);
    if (isNew)
      kinds.forEach((kind, at) => this.counts.set(`${at} ${kind}`, (this.counts.get(`${at} ${kind}`) ?? 0) + 1));
    return isNew || isLong;
  }
}

const MOST_ALIKE = 3;
