import { Command } from 'commander';
import type { RestoreOptions } from './restore-file.js';
import { runCommand } from './run-command.js';

/** `restore`: one organization from its export. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Restore one organization from its export, all or nothing, once everything in it proves to be right.')
    .argument('<file>', 'an export, compressed or not')
    .option('--dry-run', 'do and prove all, and keep nothing')
    .option('--json', 'answer as JSON')
    .action((file: string, options: RestoreOptions) =>
      runCommand(async () => (await import('./restore-file.js')).restoreFile(file, options)),
    );
}
