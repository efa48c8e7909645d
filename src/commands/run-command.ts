import { Problem } from '#kernel/problem.js';

const MOST_SHOWN = 20;

/** Runs the work of a command; what goes wrong is told in a few lines and ends it with exit code 1. */
export async function runCommand(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(textOf(error));
    process.exitCode = 1;
  }
}

function textOf(error: unknown): string {
  if (error instanceof Problem) return [error.detail, ...findingsOf(error)].join('\n');
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG ? (error.stack ?? error.message) : error.message;
}

function findingsOf({ errors }: Problem): string[] {
  const shown = errors.slice(0, MOST_SHOWN).map(({ line, pointer, message }) => {
    return `  ${line === undefined ? pointer : `line ${line}`}: ${message}`;
  });
  return errors.length > MOST_SHOWN ? [...shown, '  and more'] : shown;
}
