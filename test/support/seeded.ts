/** What a run draws from: the same in every `npm test`, so that a commit is told the same each time; `VERIFY_SEED` else. */
export const seed = wholeNumber('VERIFY_SEED', 20_260_131);

/** Random numbers from 0 up to 1 that are the same for the same start (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whether the long form of a spec was asked for. */
export const isLong = process.env['VERIFY'] === 'long';

/** How often something is done in the long form: as the variable says, else as often as it is done by default. */
export function timesOf(variable: string, short: number, long: number): number {
  return isLong ? wholeNumber(variable, long) : short;
}

/** A setting that is a whole number. */
export function wholeNumber(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} is not a whole number`);
  return value;
}
