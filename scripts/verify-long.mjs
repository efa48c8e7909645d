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

const jest = [process.execPath, join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'e2e'];

/** Settings, a program and its arguments: specs run by Jest, all of them as `suite`, anything else by Node.js. */
function readLine(line) {
  const words = line.split(' ');
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const [program, ...given] = words.slice(start);
  const settings = Object.fromEntries(words.slice(0, start).map((word) => word.split('=')));
  if (program === 'suite') return { settings, command: [...jest, ...given] };
  if (!existsSync(join(root, program))) return {};
  const isSpec = program.endsWith('.spec.ts');
  return {
    settings,
    command: isSpec ? [...jest, ...given, '--runTestsByPath', program] : [process.execPath, program, ...given],
  };
}

const results = [];
for (const [position, program] of programs.entries()) {
  console.log(`\n> ${position + 1} of ${programs.length}: ${program}, seed ${seed}`);
  const began = Date.now();
  const { settings, command } = readLine(program);
  const options = { cwd: root, env: { ...environment, ...settings }, stdio: 'inherit' };
  const { status } = command ? spawnSync(command[0], command.slice(1), options) : { status: 'no such file' };
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
