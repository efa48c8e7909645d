import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { provided } from './database.js';
import { isLong } from './seeded.js';

/** How long the event loop of the server under test was held up, in milliseconds. */
interface Delays {
  /** How often it was looked at. */
  looks: number;
  p999: number;
  max: number;
}

/** What nobody may have to wait for somebody else's request, in milliseconds. */
const MOST: Pick<Delays, 'p999' | 'max'> = { p999: 200, max: 500 };

/** Of all that was asked since the last time, by whomever. */
async function delaysOf(pid: number): Promise<Delays> {
  const path = join(tmpdir(), `bureau-test-${pid}-event-loop.json`);
  rmSync(path, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(path)) await delay(10);
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return JSON.parse(text) as Delays;
}

/**
 * Prints at the end of the spec how long its requests have held up the server. The long form, which has the machine for
 * itself, fails where that was too long; other specs run beside the short one.
 *
 * @param pidOf of the process that is watched, the server under test unless another is named
 */
export function watchEventLoop(pidOf = () => Number(provided('TEST_SERVER_PID'))): void {
  beforeAll(async () => void (await delaysOf(pidOf())));
  afterAll(async () => {
    const { looks, p999, max } = await delaysOf(pidOf());
    console.log(`event loop: at most ${max.toFixed(0)} ms late, 99.9 % at most ${p999.toFixed(0)} ms, ${looks} looks`);
    if (isLong && (max >= MOST.max || p999 >= MOST.p999)) {
      throw new Error(
        `The event loop was held up: ${max} ms, ${p999} ms in 99.9 %; at most ${MOST.max} and ${MOST.p999}.`,
      );
    }
  });
}
