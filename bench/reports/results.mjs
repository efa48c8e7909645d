import { median } from '../posting/median.mjs';
import { questions } from './questions.mjs';

/** @typedef {{ size: number, latencies: Record<string, number[]>, pairs: { raw: number, http: number }[] }} Taken */

const quantile = (values, share) => Float64Array.from(values).sort()[Math.ceil(share * values.length) - 1];
const ofRaw = ({ pairs }) => median(pairs.map(({ raw, http }) => http / raw));
const row = (cells) =>
  console.log([String(cells[0]).padEnd(26), ...cells.slice(1).map((cell) => cell.padStart(16))].join(''));

/** @param {Taken[]} taken in the order of the sizes */
export function printTable(taken) {
  row(['milliseconds: p50 / p99', ...taken.map(({ size }) => size.toLocaleString('en'))]);
  for (const { id, name } of questions) {
    const cell = ({ latencies }) =>
      `${quantile(latencies[id], 0.5).toFixed(1)} / ${quantile(latencies[id], 0.99).toFixed(1)}`;
    row([name, ...taken.map(cell)]);
  }
  row(['posting, 8 clients: 1/s', ...taken.map(({ pairs }) => median(pairs.map(({ http }) => http)).toFixed(0))]);
  row(['  of raw (a small ledger)', ...taken.map((one) => ofRaw(one).toFixed(2))]);
}

/** @param {Taken[]} taken */
export function printGoals(taken) {
  console.log('\nGoals');
  for (const { id, name, wanted } of questions.filter((question) => question.wanted !== undefined)) {
    const reached = Math.max(...taken.map(({ latencies }) => quantile(latencies[id], 0.5)));
    print(reached <= wanted, `${name}: slowest p50 ${reached.toFixed(1)} ms (at most ${wanted} ms)`);
  }
  const kept = ofRaw(taken.at(-1)) / ofRaw(taken[0]);
  print(kept >= 0.85, `posting keeps ${kept.toFixed(2)} × of its share of raw at the largest size (at least 0.85 ×)`);
}

const print = (isMet, text) => console.log(`  ${isMet ? 'met    ' : 'not met'}  ${text}`);
