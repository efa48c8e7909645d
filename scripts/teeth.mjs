// `npm run teeth`: plants one fault after the other in a copy of the project and runs the specs that have to notice. Words
// behind `--`: `--list`; `--only name,name` (beginnings do). VERIFY_BUDGET says how many are drawn at most, by VERIFY_SEED.
import { randomInt } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { editsOf, plant } from '../test/teeth/plant.mjs';
import { plantedFaults } from '../test/teeth/planted-faults.mjs';
import { runSpecs } from '../test/teeth/run-specs.mjs';
import { startPostgres } from '../test/support/environment-postgres.mjs';
import { ScratchCopy } from '../test/teeth/scratch-copy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({ options: { list: { type: 'boolean' }, only: { type: 'string' } } });
const seed = Number(process.env.VERIFY_SEED ?? randomInt(2 ** 31));
const chosen = drawn(named(plantedFaults));

async function tryAll() {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => stopping.abort());
  const copy = await ScratchCopy.make(root);
  const postgres = await startPostgres(`bureau_teeth_${process.pid}_`);
  const run = (specs) =>
    runSpecs(copy.folder, specs, { environment: environmentOn(postgres.adminUrl), signal: stopping.signal });
  const results = [];
  try {
    console.log(`${chosen.length} faults, seed ${seed}. First without any:`);
    const specs = [...new Set(chosen.flatMap((fault) => fault.specs))];
    const sound = await run(specs);
    const unsound = sound.broken ?? specs.filter((spec) => sound.results.get(spec)?.state !== 'passed').join('\n');
    if (unsound && !stopping.signal.aborted) throw new Error(`Specs fail without a fault as well:\n${unsound}`);
    for (const fault of chosen) {
      if (stopping.signal.aborted) break;
      const began = Date.now();
      const outcome = await outcomeOf(fault, copy, run);
      const seconds = Math.round((Date.now() - began) / 1000);
      results.push({ fault: fault.name, ...outcome, seconds });
      console.log(`${outcome.result} ${fault.name} (${seconds} s): ${outcome.told}`);
    }
  } finally {
    await postgres.stop();
    copy.remove();
  }
  conclude(results, stopping.signal.aborted);
}

/** Caught where every spec that it names has a test that failed by itself. */
async function outcomeOf(fault, copy, run) {
  const takeBack = plant(copy.folder, fault);
  const files = [...new Set(editsOf(fault).map(({ file }) => file))];
  try {
    await copy.translate(files);
    const { broken, results } = await run(fault.specs);
    if (broken !== undefined)
      return { result: 'BROKEN', told: `nothing could be run with ${files.join(', ')}:\n${broken}` };
    const blind = fault.specs.filter((spec) => results.get(spec)?.state !== 'failed');
    if (blind.length > 0) {
      const states = blind.map((spec) => {
        const { state = 'not run', message = '' } = results.get(spec) ?? {};
        return `${spec} ${state} ${state === 'crashed' ? `\n${message.slice(0, 1500)}` : ''}`;
      });
      return { result: 'NOT CAUGHT', told: states.join(', ') };
    }
    const caught = fault.specs.map((spec) => `${basename(spec, '.spec.ts')}: ${results.get(spec).tests[0]}`);
    return { result: 'caught', told: caught.join('; ') };
  } catch (error) {
    return { result: 'BROKEN', told: error.message };
  } finally {
    takeBack();
    await copy.translate(files);
  }
}

function conclude(results, wasStopped) {
  console.table(
    results.map(({ fault, result, told, seconds }) => ({
      fault,
      result,
      'by (the first of them)': short(told),
      seconds,
    })),
  );
  const caught = results.filter(({ result }) => result === 'caught').length;
  console.log(`${caught} of ${results.length} planted faults were caught.${wasStopped ? ' The run was stopped.' : ''}`);
  process.exitCode = caught === chosen.length ? 0 : 1;
}

function short(text) {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function named(faults) {
  const names = asked.only?.split(',');
  return names ? faults.filter(({ name }) => names.some((one) => name.startsWith(one))) : faults;
}

/** So many as the budget says, in the order of the list. */
function drawn(faults) {
  const budget = Number(process.env.VERIFY_BUDGET ?? faults.length);
  if (budget >= faults.length) return faults;
  let state = seed;
  const lots = faults.map((_, at) => {
    // Of a linear congruence, which draws the same everywhere.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { at, lot: state };
  });
  const kept = new Set(
    lots
      .sort((one, other) => one.lot - other.lot)
      .slice(0, budget)
      .map(({ at }) => at),
  );
  return faults.filter((_, at) => kept.has(at));
}

/** Specs in their short form, whatever form this runs in; one PostgreSQL serves them all. */
function environmentOn(adminUrl) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VERIFY'));
  return { ...Object.fromEntries(inherited), TEST_DATABASE_URL: adminUrl };
}

if (asked.list) {
  console.table(chosen.map(({ name, breaks }) => ({ fault: name, breaks })));
} else if (chosen.length === 0) {
  console.log('No fault is called so.');
  process.exitCode = 1;
} else {
  await tryAll();
}
