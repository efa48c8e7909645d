import { Command } from 'commander';
import type { ExportOptions } from './export-organization.js';
import { runCommand } from './run-command.js';

/** `export`: everything of one organization, as `exportOrganization` answers it over HTTP. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Write everything of one organization into a file that restore reads back.')
    .option('--organization <id or name>', 'which one; needed when there are several')
    .requiredOption('-o, --output <file>', 'a new file; compressed where its name ends in .gz')
    .action((options: ExportOptions) =>
      runCommand(async () => (await import('./export-organization.js')).exportOrganization(options)),
    );
}
