import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT = 60_000;

/** What npm prints as JSON; undefined where the registry cannot be reached or does not answer such questions. */
async function ask(root, parameters) {
  const options = { cwd: root, timeout: LIMIT, maxBuffer: 64 * 1024 * 1024 };
  // Of `npm audit` an exit code says that something was found.
  const { stdout } = await run('npm', [...parameters, '--json'], options).catch((error) => error);
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

/** The report on what is shipped. */
export async function auditReport(root) {
  const report = await ask(root, ['audit', '--omit=dev', '--package-lock-only']);
  return report?.vulnerabilities ? report : undefined;
}

/** When a version was published; undefined without an answer, null where the registry does not have it. */
export async function publishedAt(root, { name, version }) {
  const times = await ask(root, ['view', name, 'time']);
  if (times === undefined || times.error) return undefined;
  return times[version] ?? null;
}
