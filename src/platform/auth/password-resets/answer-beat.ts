import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds. Several times what the work takes on a busy machine. */
const BEAT = 250;

/**
 * Answers on the beat: whoever measures how long an answer took learns the number of beats, which is one, whatever there was
 * to do. Failures wait as well.
 */
export async function onTheBeat<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    await delay(untilNextBeat(performance.now() - began));
  }
}

/** Milliseconds from so long after the beginning to the beat that follows. */
export const untilNextBeat = (elapsed: number): number => Math.max(1, Math.ceil(elapsed / BEAT)) * BEAT - elapsed;
