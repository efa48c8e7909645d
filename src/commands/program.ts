import { Command } from 'commander';
import { packageVersion } from '../package-version.js';
import { demoCommand } from './demo.command.js';
import { doctorCommand } from './doctor.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import.command.js';
import { migrateCommand } from './migrate.command.js';
import { openapiCommand } from './openapi.command.js';
import { reopenCommand } from './reopen.command.js';
import { resetSecondFactorCommand } from './reset-second-factor.command.js';
import { restoreCommand } from './restore.command.js';
import { setPasswordCommand } from './set-password.command.js';
import { verifyCommand } from './verify.command.js';

const after = `
Settings come from the environment and from .env, as for npm start. Results go to standard output, all else to standard
error; the exit code is 0 when all is well. docs/operations.md has examples.`;

const commands = [
  demoCommand,
  doctorCommand,
  exportCommand,
  importCommand,
  migrateCommand,
  openapiCommand,
  reopenCommand,
  resetSecondFactorCommand,
  restoreCommand,
  setPasswordCommand,
  verifyCommand,
];

/** The modules of the application are loaded by the commands that need them: help is there at once. */
export function buildProgram(): Command {
  const program = new Command('bureau')
    .description('What an operator of Bureau does from the command line.')
    .version(packageVersion())
    .showHelpAfterError('(--help tells more)')
    .addHelpText('after', after);
  for (const command of commands) {
    program.addCommand(command());
  }
  return program;
}
