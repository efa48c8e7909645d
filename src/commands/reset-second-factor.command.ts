import { Command } from 'commander';
import { runCommand } from './run-command.js';

/** `reset-second-factor`: for people whom no organization can let in again. */
export function resetSecondFactorCommand(): Command {
  return new Command('reset-second-factor')
    .description('Take away the authenticators and recovery codes of a person, and end all sessions of the person.')
    .argument('<email>', 'whose; the password stays')
    .action((email: string) =>
      runCommand(async () => (await import('./reset-second-factor.js')).resetSecondFactor(email)),
    );
}
