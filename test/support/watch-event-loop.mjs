// Loaded before a server under test: on SIGUSR2 it writes how long its event loop has been held up since the last time. On a
// machine that others use as well a process may wait for its turn: what it has not worked meanwhile is not its own fault.
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';

const EVERY = 10;
const REMEMBERED = 5;
const [late, own] = [createHistogram(), createHistogram()];

/** Milliseconds for which a processor ran the thread of the event loop; of all threads where Linux does not tell. */
function worked() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** The last requests that began, and those before the look that was latest. */
let requests = [];
let worst = { own: 0, requests };
subscribe('http.server.request.start', ({ request: { method, url } }) => {
  requests = [...requests.slice(1 - REMEMBERED), `${method} ${url}`];
});

let last = { time: performance.now(), work: worked() };

setInterval(() => {
  const now = { time: performance.now(), work: worked() };
  const delay = Math.max(0, now.time - last.time - EVERY);
  const work = Math.min(delay, now.work - last.work);
  record(late, delay);
  record(own, work);
  if (work > worst.own) worst = { own: work, requests };
  last = now;
}, EVERY).unref();

/** Histograms are of whole numbers from 1 on: of microseconds. */
function record(histogram, milliseconds) {
  histogram.record(Math.max(1, Math.round(milliseconds * 1000)));
}

const figures = (histogram) => ({ p999: histogram.percentile(99.9) / 1000, max: histogram.max / 1000 });

process.on('SIGUSR2', () => {
  const told = { looks: late.count, late: figures(late), own: figures(own), worst: worst.requests };
  late.reset();
  own.reset();
  worst = { own: 0, requests: [] };
  const path = join(tmpdir(), `bureau-test-${process.pid}-event-loop.json`);
  writeFileSync(`${path}.new`, JSON.stringify(told));
  renameSync(`${path}.new`, path);
});
