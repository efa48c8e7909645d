import { Command } from 'commander';
import { reopenOrganization } from '#platform/organization-life/reopen-organization.js';
import { chooseOrganization } from './choose-organization.js';
import { openCurrentInstallation } from './installation.js';
import { findOrganizations } from './organizations.js';
import { runCommand } from './run-command.js';

interface ReopenOptions {
  organization: string;
  reason: string;
}

/** `reopen`: a closed organization goes on. */
export function reopenCommand(): Command {
  return new Command('reopen')
    .description('Reopen a closed organization: people sign in to it again, API keys and invitations go on.')
    .requiredOption('--organization <id or name>', 'which one')
    .requiredOption('--reason <text>', 'why; kept in the audit trail, 500 characters at most')
    .action((options: ReopenOptions) => runCommand(() => run(options)));
}

async function run({ organization, reason }: ReopenOptions): Promise<void> {
  if (reason.trim() === '' || reason.length > 500) throw new Error('Give a reason of 1 to 500 characters.');
  const { configuration, close } = await openCurrentInstallation();
  try {
    const { id, name } = chooseOrganization(await findOrganizations(configuration.ownerUrl), organization);
    await reopenOrganization(configuration.ownerUrl, id, reason);
    console.log(`Reopened ${name} (${id})`);
  } finally {
    await close();
  }
}
