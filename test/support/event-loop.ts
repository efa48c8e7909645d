import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { provided } from './database.js';
import { isLong } from './seeded.js';

/** In milliseconds. */
interface Figures {
  p999: number;
  max: number;
}

/** How long an event loop was held up. */
interface Delays {
  /** How often it was looked at. */
  looks: number;
  /** By whatever it was. */
  late: Figures;
  /** As far as the process worked meanwhile; without what it waited for a processor. */
  own: Figures;
  /** The last requests that began before it was at work the longest. */
  worst: string[];
}

/** What nobody may have to wait for somebody else's request. */
const MOST: Figures = { p999: 200, max: 500 };

export const isTooMuch = ({ max, p999 }: Figures): boolean => max >= MOST.max || p999 >= MOST.p999;

/** Of all that the process did since the last time. */
export async function delaysOf(pid: number): Promise<Delays> {
  const path = join(tmpdir(), `bureau-test-${pid}-event-loop.json`);
  rmSync(path, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(path)) await delay(10);
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return JSON.parse(text) as Delays;
}

/**
 * Prints at the end of the spec how long the requests have held up the event loop of the server. The long form fails where
 * the process was at work too long; in the short one, other specs ask the same server.
 *
 * @param pidOf of the process that is watched, the server under test unless another is named
 */
export function watchEventLoop(pidOf = () => Number(provided('TEST_SERVER_PID'))): void {
  beforeAll(async () => void (await delaysOf(pidOf())));
  afterAll(async () => {
    const { looks, late, own, worst } = await delaysOf(pidOf());
    const shown = ({ max, p999 }: Figures) => `${max.toFixed(0)} ms at most, ${p999.toFixed(0)} ms in 99.9 %`;
    const after = worst.map((request) => request.slice(0, 200)).join('\n');
    console.log(
      `event loop: at work for ${shown(own)}; late by ${shown(late)}; of ${looks} looks; longest after\n${after}`,
    );
    if (isLong && isTooMuch(own)) {
      throw new Error(
        `The event loop was held up for ${shown(own)}; it may be ${shown(MOST)}. The longest was after\n${after}`,
      );
    }
  });
}
