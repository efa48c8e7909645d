// `npm run openapi` writes openapi.json and the types of a client; `npm run openapi -- --check` tells whether they are
// current. Needs no database.
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { clientTypes } from './client-types.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/src/openapi.js');
if (!process.exitCode) await clientTypes(process.argv.includes('--check') ? 'check' : 'write');
