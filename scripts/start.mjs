// `npm start`: builds when the sources changed, then serves in this same process, so that signals reach the server.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (existsSync('.env')) process.loadEnvFile('.env');
process.setSourceMapsEnabled(true);

try {
  await buildIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/src/main.js');
