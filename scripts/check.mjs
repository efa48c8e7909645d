// `npm run check`: everything that can be judged without a database. All steps run, so that one run shows all faults.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const steps = [
  ['format', 'prettier', '--check', '--log-level=warn', '.'],
  ['lint', 'oxlint'],
  ['types', 'tsc', '--project', 'tsconfig.json'],
  ['boundaries', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src'],
  ['unused code', 'knip', '--no-progress'],
  ['supply chain', 'node', 'scripts/supply-chain.mjs'],
  ['advisories', 'node', 'scripts/advisories.mjs'],
  ['OpenAPI document', 'node', 'scripts/openapi.mjs', '--check'],
  ['OpenAPI style', 'redocly', 'lint', 'openapi.json'],
  ['unit tests', 'jest', '--selectProjects', 'unit'],
];

const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  // The check asks nothing of the network but for advisories, which it goes without where there is none.
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};
const failed = [];
for (const [name, command, ...parameters] of steps) {
  console.log(`\n> ${name}: ${[command, ...parameters].join(' ')}`);
  const began = Date.now();
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    env: environment,
    stdio: 'inherit',
  });
  if (error) console.error(error.message);
  console.log(`> ${name} ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nThe check passed.' : `\nThe check failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
