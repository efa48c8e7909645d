import { Command } from 'commander';
import type { ReopenOptions } from './reopen.js';
import { runCommand } from './run-command.js';

/** `reopen`: a closed organization goes on. */
export function reopenCommand(): Command {
  return new Command('reopen')
    .description('Reopen a closed organization: people sign in to it again, API keys and invitations go on.')
    .requiredOption('--organization <id or name>', 'which one')
    .requiredOption('--reason <text>', 'why; kept in the audit trail, 500 characters at most')
    .action((options: ReopenOptions) => runCommand(async () => (await import('./reopen.js')).reopen(options)));
}
