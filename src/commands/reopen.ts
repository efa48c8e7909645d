import { reopenOrganization } from '#platform/organization-life/reopen-organization.js';
import { chooseOrganization } from './choose-organization.js';
import { openCurrentInstallation } from './installation.js';
import { findOrganizations } from './organizations.js';

export interface ReopenOptions {
  organization: string;
  reason: string;
}

export async function reopen({ organization, reason }: ReopenOptions): Promise<void> {
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
