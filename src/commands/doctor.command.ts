import { Command } from 'commander';
import type { Finding } from './doctor/finding.js';
import { runCommand } from './run-command.js';

/** `doctor`: tells what would keep Bureau from starting or working, and what to do about it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Look at everything that a start needs and say what to do; exit code 1 when there is a fault.')
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => runCommand(() => run(options)));
}

async function run({ json }: { json?: boolean }): Promise<void> {
  const { examine } = await import('./doctor/examine.js');
  const findings = await examine(process.env);
  const status = findings.some((finding) => finding.status === 'fault') ? 'fault' : 'ok';
  console.log(json ? JSON.stringify({ status, findings }, undefined, 2) : findings.map(textOf).join('\n'));
  if (status === 'fault') process.exitCode = 1;
}

function textOf({ status, name, detail, remedy }: Finding): string {
  const line = `${status.padEnd(8)}${name.padEnd(13)}${detail}`;
  return remedy === undefined ? line : `${line}\n${' '.repeat(21)}→ ${remedy}`;
}
