import { Command } from 'commander';
import { runCommand } from './run-command.js';
import type { VerifyOptions } from './verify-books.js';
import type { VerifyTrailOptions } from './verify-trail.js';

interface Given extends VerifyOptions, Omit<VerifyTrailOptions, 'file'> {
  file?: string;
}

/** `verify`: proves the books of every organization from their lines, or an exported audit trail from itself. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Prove the books of every organization from their lines, or a file of the audit trail; exit code 1 when something is found.',
    )
    .option('--organization <id or name>', 'only this one')
    .option('--file <path>', 'an exported audit trail instead; needs no database')
    .option('--sequence <number>', 'with --file: a seal whose root was kept')
    .option('--root <hash>', 'with --file: that root')
    .option('--json', 'answer as JSON, with every finding that is listed')
    .action((given: Given) => runCommand(() => verify(given)));
}

async function verify({ file, ...given }: Given): Promise<void> {
  if (file !== undefined) {
    if (given.organization !== undefined) throw new Error('A file is of one organization: leave out --organization.');
    return (await import('./verify-trail.js')).verifyTrail({ file, ...given });
  }
  if (given.sequence !== undefined || given.root !== undefined)
    throw new Error('--sequence and --root go with --file.');
  return (await import('./verify-books.js')).verifyBooks(given);
}
