// Loaded before a server under test: on SIGUSR2 it writes how long its event loop has been held up since the last time. On a
// machine that others use as well a process may wait for its turn: what it has not worked meanwhile is not its own fault.
import { renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';

const EVERY = 10;
const [late, own] = [createHistogram(), createHistogram()];
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let last = { time: performance.now(), work: worked() };

setInterval(() => {
  const now = { time: performance.now(), work: worked() };
  const delay = Math.max(0, now.time - last.time - EVERY);
  record(late, delay);
  record(own, Math.min(delay, now.work - last.work));
  last = now;
}, EVERY).unref();

/** Histograms are of whole numbers from 1 on: of microseconds. */
function record(histogram, milliseconds) {
  histogram.record(Math.max(1, Math.round(milliseconds * 1000)));
}

const figures = (histogram) => ({ p999: histogram.percentile(99.9) / 1000, max: histogram.max / 1000 });

process.on('SIGUSR2', () => {
  const told = { looks: late.count, late: figures(late), own: figures(own) };
  late.reset();
  own.reset();
  const path = join(tmpdir(), `bureau-test-${process.pid}-event-loop.json`);
  writeFileSync(`${path}.new`, JSON.stringify(told));
  renameSync(`${path}.new`, path);
});
