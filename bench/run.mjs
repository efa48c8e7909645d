// `npm run bench -- [name] [options]`: builds, then measures; see bench/README.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../scripts/build.mjs';

const benches = {
  'bank-matching': () => import('./bank-matching/bank-matching.mjs'),
  'front-office': () => import('./front-office/front-office.mjs'),
  posting: () => import('./posting/posting.mjs'),
  reports: () => import('./reports/reports.mjs'),
  start: () => import('./start/start.mjs'),
};

const usage = `npm run bench -- [name] [options]

  name              ${Object.keys(benches).join(', ')}; all of them when left out
  --seconds <n>     length of one measurement (2)
  --rounds <n>      how often each is taken; the table shows medians (5)
  --patient         before each pair of measurements, waits up to a minute until the machine is quiet
  --quick           one round of half a second: does it run, not how fast
  --only <series>   posting: some of the series, by their ids, separated by commas
  --raw-only        posting: only the limit that the database itself sets
  --lines <sizes>   reports: sizes of the ledger, ascending, separated by commas (10000,1000000,10000000)
  --profile <file>  writes a profile of the API process (.cpuprofile, for DevTools) during the HTTP measurements`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  const { names, options } = readArguments();
  await buildIfNeeded();
  for (const name of names) {
    const { run } = await benches[name]();
    if (!(await run(options))) process.exitCode = 1;
  }
} catch (error) {
  console.error(process.env.DEBUG ? error : error.message);
  process.exitCode = 1;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      patient: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      'raw-only': { type: 'boolean', default: false },
      lines: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}.\n\n${usage}`);
  return {
    names: positionals.length > 0 ? positionals : Object.keys(benches),
    options: {
      seconds: numberOf('seconds', values.seconds ?? (values.quick ? '0.5' : '2'), { min: 0.1, max: 30 }),
      rounds: numberOf('rounds', values.rounds ?? (values.quick ? '1' : '5'), { min: 1, max: 1000 }),
      patient: values.patient,
      quick: values.quick,
      only: values.only?.split(','),
      rawOnly: values['raw-only'],
      profile: values.profile,
      sizes: sizesOf(values.lines ?? (values.quick ? '10000,100000' : '10000,1000000,10000000')),
    },
  };
}

function sizesOf(text) {
  const sizes = text.split(',').map((size) => numberOf('lines', size, { min: 1000, max: 100_000_000 }));
  if (sizes.some((size, index) => size <= (sizes[index - 1] ?? 0))) throw new Error(`--lines ascends.\n\n${usage}`);
  return sizes;
}

function numberOf(name, text, { min, max }) {
  const number = Number(text);
  if (!(number >= min && number <= max)) throw new Error(`--${name} is a number from ${min} to ${max}.\n\n${usage}`);
  return number;
}
