// `npm run openapi` writes openapi.json; `npm run openapi -- --check` tells whether it is current. Needs no database.
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/src/openapi.js');
