import { Command } from 'commander';
import type { ImportOptions } from './import-books.js';
import { runCommand } from './run-command.js';

/** `import`: what `importSieFile` does over HTTP, for an administrator of the organization. */
export function importCommand(): Command {
  return new Command('import')
    .description('Import a year of books from a SIE 4 file, all or nothing.')
    .argument('<file>', 'a SIE file of type 4E')
    .option('--organization <id or name>', 'whose books; needed when there are several organizations')
    .option('--as <e-mail>', 'the administrator who acts; the first one of the organization where left out')
    .option('--legal-entity <id>', 'whose books; needed when the organization has several legal entities')
    .option('--dry-run', 'answer the same report and keep nothing')
    .option('--account-types <list>', 'types by account number: 1910:asset,2081:equity')
    .option(
      '--retained-earnings-account <number>',
      "takes the previous year's result where the file has not carried it",
    )
    .option('--opening-difference-account <number>', 'takes an opening difference')
    .option('--ignore-unknown-labels', 'pass over records with labels that SIE 4 does not have')
    .option('--json', 'answer the report as JSON')
    .action((file: string, options: ImportOptions) =>
      runCommand(async () => (await import('./import-books.js')).importBooks(file, options)),
    );
}
