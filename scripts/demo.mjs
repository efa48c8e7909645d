// `npm run demo`: an API of its own, with an organization that has books to look at.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

// Settings of the environment count, those of .env do not: the demo never touches an installation that is in use.
process.env.DATABASE_URL = '';
process.env.DATA_DIR ??= '.data/demo';
process.env.HOST ??= '127.0.0.1';
// Whoever reads this knows it; it is for this machine only.
const known = ['127.0.0.1', 'localhost', '::1'].includes(process.env.HOST)
  ? ['--password', 'lamps from the harbour']
  : [];

const bureau = fileURLToPath(new URL('bureau.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [bureau, 'demo', ...known], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
if (known.length > 0) console.log(`Sign in with demo@example.com and the password ${known[1]}`);
await launch('main');
