import { Command } from 'commander';
import type { SetPasswordOptions } from './set-password.js';
import { runCommand } from './run-command.js';

/** `set-password`: for people who have none that they know. */
export function setPasswordCommand(): Command {
  return new Command('set-password')
    .description('Give a person a password, and end all sessions of the person.')
    .requiredOption('--email <address>', 'whose; the password is asked for, or read from standard input')
    .action((options: SetPasswordOptions) =>
      runCommand(async () => (await import('./set-password.js')).setPassword(options)),
    );
}
