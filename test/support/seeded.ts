import { randomInt } from 'node:crypto';

/** What the run is drawn from: `VERIFY_SEED`, so that a failure can be had again, else a number that it prints. */
export function drawnSeed(): number {
  const given = process.env['VERIFY_SEED'];
  const seed = given ? Number(given) : randomInt(2 ** 31);
  console.log(`VERIFY_SEED=${seed}`);
  return seed;
}

/** Random numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
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
  return isLong ? Number(process.env[variable] || long) : short;
}
