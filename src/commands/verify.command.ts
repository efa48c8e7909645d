import { Command } from 'commander';
import { runCommand } from './run-command.js';
import type { VerifyOptions } from './verify-books.js';

/** `verify`: proves the books of every organization from their lines. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Prove the books of every organization from their lines; exit code 1 when a check finds something.')
    .option('--organization <id or name>', 'only this one')
    .option('--json', 'answer as JSON, with every finding that is listed')
    .action((options: VerifyOptions) =>
      runCommand(async () => (await import('./verify-books.js')).verifyBooks(options)),
    );
}
