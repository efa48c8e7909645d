import { setTimeout as delay } from 'node:timers/promises';
import { familyProcessorTime, machineProcessorTime, processorTime } from '../environment/processor-time.mjs';

const settling = 300;

/**
 * Lets every client send one command after the other and looks at a window of that time. The first 300 ms do not
 * count; after the window each client waits for its last answer.
 *
 * @param {((command: number) => Promise<number[]>)[]} calls one for each client
 * @param {{ seconds: number, nextCommand: () => number, onPosted: (command: number, numbers: number[]) => void,
 *           apiPid?: number, postgresPid?: number }} options
 * @returns {Promise<Measurement>}
 * @typedef {object} Measurement
 * @property {number} rate entries per second that were acknowledged inside the window
 * @property {number} p50 milliseconds of one command
 * @property {number} p99
 * @property {Record<'api' | 'postgres' | 'load' | 'others', number | undefined>} processor
 *   milliseconds of processor time for each entry; `others` is what the rest of the machine used, as a share of it
 * @property {string[]} faults
 */
export async function measure(calls, { seconds, nextCommand, onPosted, apiPid, postgresPid }) {
  const state = { counting: false, over: false, entries: 0, latencies: [], faults: [] };
  const clients = calls.map((call) => runClient(call, state, { nextCommand, onPosted }));
  await delay(settling);
  const begin = sample(apiPid, postgresPid);
  state.counting = true;
  await delay(seconds * 1000);
  state.counting = false;
  const end = sample(apiPid, postgresPid);
  state.over = true;
  await Promise.all(clients);
  return summarize(state, begin, end);
}

async function runClient(call, state, { nextCommand, onPosted }) {
  try {
    while (!state.over) {
      const command = nextCommand();
      const began = performance.now();
      const numbers = await call(command);
      const took = performance.now() - began;
      onPosted(command, numbers);
      if (!state.counting) continue;
      state.entries += numbers.length;
      state.latencies.push(took);
    }
  } catch (error) {
    // The books have to show whether it was lost; this client has nothing to add to the measurement.
    state.faults.push(error.message);
  }
}

function sample(apiPid, postgresPid) {
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    api: apiPid && processorTime(apiPid),
    postgres: postgresPid && familyProcessorTime(postgresPid),
    load: (user + system) / 1000,
    machine: machineProcessorTime(),
  };
}

function summarize({ entries, latencies, faults }, begin, end) {
  const elapsed = end.at - begin.at;
  const used = (name) => (end[name] === undefined ? undefined : end[name] - begin[name]);
  const each = (name) => (used(name) === undefined || entries === 0 ? undefined : used(name) / entries);
  const ours = ['api', 'postgres', 'load'].reduce((sum, name) => sum + (used(name) ?? 0), 0);
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return {
    rate: (entries * 1000) / elapsed,
    p50: quantile(0.5),
    p99: quantile(0.99),
    processor: {
      api: each('api'),
      postgres: each('postgres'),
      load: each('load'),
      others: Math.max(0, used('machine') - ours) / elapsed,
    },
    faults,
  };
}
