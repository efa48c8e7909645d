// Licences, install scripts, versions and seals of what package-lock.json installs, without the network. A part of `npm run check`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lockfileFaults, packagesOf } from './supply-chain/lockfile-rules.mjs';

const read = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
const lock = read('../package-lock.json');

const faults = lockfileFaults({ manifest: read('../package.json'), lock, policy: read('supply-chain/policy.json') });
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${packagesOf(lock).length} packages are as they should be.`);
process.exitCode = faults.length === 0 ? 0 : 1;
