import { Command } from 'commander';
import { runCommand } from './run-command.js';

/** `migrate`: brings the schema to this release, as a start would. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the database to the schema of this release, as every start does.')
    .option('--json', 'answer as JSON')
    .action((options: { json?: boolean }) => runCommand(() => run(options)));
}

async function run({ json }: { json?: boolean }): Promise<void> {
  const [{ migrate }, { openInstallation }] = await Promise.all([
    import('#platform/database/migrate.js'),
    import('./installation.js'),
  ]);
  const { configuration, close } = await openInstallation({ create: true });
  try {
    const applied = await migrate(configuration.ownerUrl);
    if (json) console.log(JSON.stringify({ applied }));
    else if (applied.length === 0) console.log('The database is of this release already.');
    else console.log(['Applied:', ...applied.map((name) => `  ${name}`)].join('\n'));
  } finally {
    await close();
  }
}
