// `npm run check`: everything that can be judged without a database. All steps run, so that one run shows all faults.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const boundaries = '.dependency-cruiser.cjs';

const steps = [
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'oxlint'],
  ['types', 'tsc', '--project', 'tsconfig.check.json'],
  ...(existsSync(join(root, boundaries)) ? [['boundaries', 'depcruise', '--config', boundaries, 'src']] : []),
  ['unit tests', 'jest', '--selectProjects', 'unit'],
];

const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
const failed = [];
for (const [name, command, ...parameters] of steps) {
  console.log(`\n> ${name}: ${[command, ...parameters].join(' ')}`);
  const began = Date.now();
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
  });
  if (error) console.error(error.message);
  console.log(`> ${name} ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nThe check passed.' : `\nThe check failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
