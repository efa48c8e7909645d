import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build.mjs';

/**
 * Runs an entry point of the program with the settings of .env, after a build when the sources changed: in this same
 * process, so that signals reach it.
 */
export async function launch(entry) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.setSourceMapsEnabled(true);
  try {
    await buildIfNeeded();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  await import(`../dist/app/${entry}.js`);
}
