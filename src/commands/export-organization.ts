import { open, unlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { OrganizationExport } from '#platform/organization-life/organization-export.service.js';
import { withApplication } from './application.js';
import { chooseOrganization } from './choose-organization.js';
import { givenPath } from './given-path.js';
import { findOrganizations } from './organizations.js';

export interface ExportOptions {
  organization?: string;
  output: string;
}

/** Writes the file anew; of an export that fails nothing stays behind. */
export async function exportOrganization({ organization, output }: ExportOptions): Promise<void> {
  const path = givenPath(output);
  await withApplication(async (app, { ownerUrl }) => {
    const { id, name } = chooseOrganization(await findOrganizations(ownerUrl), organization);
    const acting = { organizationId: id, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
    const file = await open(path, 'wx', 0o600);
    try {
      const exports = app.get(OrganizationExport, { strict: false });
      const { content } = await actAs(acting, () => exports.open(output.endsWith('.gz')));
      await pipeline(content, file.createWriteStream({ flush: true }));
    } catch (error) {
      await file.close().catch(() => undefined);
      await unlink(path);
      throw error;
    }
    console.log(`Exported ${name} (${id}) to ${output}`);
  });
}
