import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const lastLines = 25;
/** Specs that a fault keeps from ending say nothing of it. */
const LONGEST_RUN = 15 * 60_000;

/**
 * Runs specs in a folder and tells what came of each: `passed`, `failed` with the names of its failed tests, or `crashed`
 * where no test got as far as failing by itself: it could not be loaded, or what it stands on could not be set up.
 *
 * @returns `{ results: Map of spec to { state, tests } }`, or `{ broken: the last lines }` where nothing could be run
 */
export async function runSpecs(folder, specs, { environment, signal }) {
  const report = join(folder, 'dist', 'teeth.json');
  rmSync(report, { force: true });
  const jest = join(folder, 'node_modules/jest/bin/jest.js');
  const options = ['--json', `--outputFile=${report}`, '--silent', '--selectProjects', ...projectsOf(specs)];
  const child = spawn(process.execPath, [jest, ...options, '--runTestsByPath', ...specs], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what it has started ends with it.
    detached: true,
  });
  const end = () => child.pid && killGroup(child.pid);
  signal.addEventListener('abort', end);
  const patience = setTimeout(end, LONGEST_RUN);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(patience);
  signal.removeEventListener('abort', end);
  let told;
  try {
    told = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { broken: output.join('').trimEnd().split('\n').slice(-lastLines).join('\n') };
  }
  return {
    results: new Map(told.testResults.map((file) => [file.name.slice(folder.length + 1), resultOf(file)])),
  };
}

const projectsOf = (specs) =>
  [
    ['unit', 'src/'],
    ['e2e', 'test/'],
  ].flatMap(([project, folder]) => (specs.some((spec) => spec.startsWith(folder)) ? [project] : []));

function resultOf({ assertionResults, message }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) {
    return message && assertionResults.every(({ status }) => status !== 'passed')
      ? { state: 'crashed', tests: [], message }
      : { state: 'passed', tests: [] };
  }
  const tests = failed.map(({ fullName }) => fullName);
  return { state: isSetUp(assertionResults) ? 'crashed' : 'failed', tests, message };
}

/** A hook that fails before all tests fails each of them, and with the same words. */
function isSetUp(assertionResults) {
  const words = new Set(assertionResults.map(({ failureMessages }) => failureMessages[0]));
  const [first] = words;
  return assertionResults.length > 1 && words.size === 1 && first !== undefined;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended.
  }
}
