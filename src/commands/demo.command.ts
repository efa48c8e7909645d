import { Command } from 'commander';
import type { DemoOptions } from './demo/create-demo.js';
import { runCommand } from './run-command.js';

/** `demo`: an organization with books to look at. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('Create an organization with eighteen months of books to look at; nothing where it is there already.')
    .option('--until <date>', 'the books end with the last whole month before this day; today where left out')
    .option('--email <address>', 'with which to sign in', 'demo@example.com')
    .option('--password <text>', 'of 15 to 128 characters; made and shown once where left out')
    .action((options: DemoOptions) =>
      runCommand(async () => (await import('./demo/create-demo.js')).createDemo(options)),
    );
}
