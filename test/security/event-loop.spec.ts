import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { delaysOf, isTooMuch } from '../support/event-loop.js';

/** Looks around for a while, is held up as told, and looks around again. */
const program = (heldUp: string) => `
  const work = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  setTimeout(() => { ${heldUp}; setTimeout(() => console.log('done'), 100); }, 100);
  setInterval(() => {}, 1000);`;

async function delaysOfProgram(heldUp: string) {
  const preload = join(import.meta.dirname, '../support/watch-event-loop.mjs');
  const child = spawn(process.execPath, ['--import', preload, '--eval', program(heldUp)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    return await delaysOf(child.pid!);
  } finally {
    child.kill();
  }
}

it('notices an event loop that is held up by work', async () => {
  const { own, late } = await delaysOfProgram('for (const end = work() + 600; work() < end;);');
  expect(own.max).toBeGreaterThanOrEqual(580);
  expect(late.max).toBeGreaterThanOrEqual(own.max);
  expect(isTooMuch(own)).toBe(true);
});

it('takes no waiting for work', async () => {
  const { own, late } = await delaysOfProgram('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600)');
  expect(late.max).toBeGreaterThanOrEqual(580);
  expect(own.max).toBeLessThan(late.max / 2);
});
