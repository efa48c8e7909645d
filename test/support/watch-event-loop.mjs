// Loaded before the server under test: on SIGUSR2 it writes how long its event loop has been held up since the last time.
import { renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION = 10;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
delays.enable();

process.on('SIGUSR2', () => {
  // What is recorded is the time between two looks.
  const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  const told = { looks: delays.count, p999: late(delays.percentile(99.9)), max: late(delays.max) };
  delays.reset();
  const path = join(tmpdir(), `bureau-test-${process.pid}-event-loop.json`);
  writeFileSync(`${path}.new`, JSON.stringify(told));
  renameSync(`${path}.new`, path);
});
