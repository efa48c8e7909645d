import { judgeable, ofRaw } from './goals.mjs';
import { median } from './median.mjs';
import { seriesOf } from './series.mjs';

const columns = [
  { title: 'series', width: -24 },
  { title: 'clients', width: 7 },
  { title: 'by', width: -5 },
  { title: 'entries/s', width: 10 },
  { title: 'of raw', width: 7 },
  { title: 'p50 ms', width: 8 },
  { title: 'p99 ms', width: 8 },
  { title: 'API', width: 7 },
  { title: 'PostgreSQL', width: 11 },
  { title: 'load', width: 7 },
  { title: 'others', width: 7 },
];

/** Medians over the rounds. @param {import('./goals.mjs').Round[]} rounds */
export function printTable(rounds) {
  const print = (cells) =>
    console.log(
      cells
        .map((cell, index) => padded(cell, columns[index].width))
        .join(' ')
        .trimEnd(),
    );
  console.log(`${' '.repeat(78)}milliseconds of processor time per entry`);
  print(columns.map(({ title }) => title));
  for (const { id, name, clients } of seriesOf(Object.keys(rounds[0]))) {
    const pairs = rounds.map((round) => round[id]);
    print([
      name,
      clients,
      'raw',
      ...cellsOf(
        pairs.map(({ raw }) => raw),
        '',
      ),
    ]);
    if (!pairs[0].http) continue;
    print([
      '',
      '',
      'HTTP',
      ...cellsOf(
        pairs.map(({ http }) => http),
        median(pairs.map(ofRaw)).toFixed(2),
      ),
    ]);
  }
  console.log(
    '\n"others": what everything else on this machine took of a processor meanwhile. Above 0.1, measure again.',
  );
}

function cellsOf(measurements, ratio) {
  const middle = (value) => {
    const known = measurements.map(value).filter((one) => one !== undefined);
    return known.length === 0 ? undefined : median(known);
  };
  const time = (name) => middle(({ processor }) => processor[name])?.toFixed(3) ?? '–';
  return [
    Math.round(middle(({ rate }) => rate)),
    ratio,
    middle(({ p50 }) => p50)?.toFixed(2) ?? '–',
    middle(({ p99 }) => p99)?.toFixed(2) ?? '–',
    ratio === '' ? '' : time('api'),
    time('postgres'),
    time('load'),
    middle(({ processor }) => processor.others).toFixed(2),
  ];
}

function padded(cell, width) {
  return width < 0 ? String(cell).padEnd(-width) : String(cell).padStart(width);
}

/** @param {import('./goals.mjs').Round[]} rounds */
export function printGoals(rounds) {
  const judged = judgeable(rounds);
  if (judged.length > 0) console.log('\nGoals');
  for (const { text, unit, wanted, atMost, value } of judged) {
    const reached = value(rounds);
    const met = atMost ? reached <= wanted : reached >= wanted;
    const bound = `${atMost ? 'at most' : 'at least'} ${wanted} ${unit}`;
    console.log(`  ${met ? 'met    ' : 'not met'}  ${text}: ${reached.toFixed(2)} ${unit} (${bound})`);
  }
}
