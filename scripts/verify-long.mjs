// `npm run verify:long`: the programs of test/verify-long.txt in their long form, one after another, as many hours as they
// need. Words behind `--` choose among them: `npm run verify:long -- fuzz`. VERIFY_SEED and VERIFY_BUDGET say what is drawn.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const chosen = process.argv.slice(2);
const programs = readFileSync(join(root, 'test/verify-long.txt'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))
  .filter((line) => chosen.length === 0 || chosen.some((word) => line.includes(word)));

// Another one each time, and told, so that what was found can be found again.
const seed = process.env.VERIFY_SEED ?? String(randomInt(2 ** 31));
const environment = { ...process.env, VERIFY: 'long', VERIFY_SEED: seed };

/** Specs run by Jest, anything else by Node.js. */
function commandOf(program) {
  if (!program.endsWith('.spec.ts')) return [process.execPath, program];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return [process.execPath, jest, '--selectProjects', 'e2e', '--runTestsByPath', program];
}

const results = [];
for (const [position, program] of programs.entries()) {
  console.log(`\n> ${position + 1} of ${programs.length}: ${program}, seed ${seed}`);
  const began = Date.now();
  const isThere = existsSync(join(root, program));
  const [command, ...parameters] = commandOf(program);
  const { status } = isThere
    ? spawnSync(command, parameters, { cwd: root, env: environment, stdio: 'inherit' })
    : { status: 'no such file' };
  results.push({
    program,
    result: status === 0 ? 'passed' : 'FAILED',
    seconds: Math.round((Date.now() - began) / 1000),
  });
}

console.log(`\nSeed ${seed}`);
console.table(results);
const isPassed = results.length > 0 && results.every(({ result }) => result === 'passed');
console.log(
  isPassed ? 'All of them passed.' : results.length === 0 ? 'No program is called so.' : 'Not all of them passed.',
);
process.exitCode = isPassed ? 0 : 1;
