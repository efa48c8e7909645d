// The specs that state properties, again and again, each time with the next seed: VERIFY_ROUNDS says how often. What draws
// alike in every `npm test` is looked for here; the programs of test/security draw for themselves.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.env.VERIFY_ROUNDS || 30);
const first = Number(process.env.VERIFY_SEED || 0);

const specs = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.spec.ts') && !path.startsWith('test/security/'))
    .filter((path) => readFileSync(join(root, path), 'utf8').includes("from 'fast-check'")),
);
console.log(`${specs.length} specs, ${rounds} rounds`);

const jest = [join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2), '--silent', '--runTestsByPath'];
const failed = [];
for (let round = 0; round < rounds; round++) {
  const env = { ...process.env, VERIFY_SEED: String((first + round) % 2 ** 31) };
  const { status, stderr } = spawnSync(process.execPath, [...jest, ...specs], { cwd: root, env, encoding: 'utf8' });
  console.log(`${round + 1} of ${rounds}, seed ${env.VERIFY_SEED}: ${status === 0 ? 'passed' : 'FAILED'}`);
  if (status === 0) continue;
  failed.push(env.VERIFY_SEED);
  console.log(stderr);
}
console.log(failed.length === 0 ? 'No counterexample.' : `Counterexamples by VERIFY_SEED ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
