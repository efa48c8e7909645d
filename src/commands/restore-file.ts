import { restoreOrganization, type RestoreReport } from '#platform/organization-life/restore-organization.js';
import { openExport } from '#platform/organization-life/open-export.js';
import { givenPath } from './given-path.js';
import { openCurrentInstallation } from './installation.js';
import { Progress } from './progress.js';
import { proveRestored } from './prove-restored.js';

export interface RestoreOptions {
  dryRun?: boolean;
  json?: boolean;
}

const ADVICE = ', without a password: npm run bureau -- set-password --email <address>';

/** Restores the organization that the file is of, and prints what came of it. */
export async function restoreFile(path: string, { dryRun = false, json }: RestoreOptions): Promise<void> {
  const file = await openExport(givenPath(path));
  const { configuration, close } = await openCurrentInstallation();
  let progress: Progress | undefined;
  try {
    const report = await restoreOrganization({
      url: configuration.ownerUrl,
      file,
      dryRun,
      prove: proveRestored,
      onStep: (step, steps) => (progress ??= new Progress(steps)).step(step),
    });
    progress?.end();
    console.log(json ? JSON.stringify({ dryRun, ...report }, undefined, 2) : textOf(report, dryRun));
  } finally {
    progress?.end();
    await close();
  }
}

function textOf({ organization, exportedAt, rows, ...counts }: RestoreReport, dryRun: boolean): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return [
    `${dryRun ? 'Would be restored' : 'Restored'}: ${organization.name} (${organization.id}), as of ${exportedAt}`,
    `  rows                 ${all} in ${Object.keys(rows).length} tables`,
    `  people created       ${counts.peopleCreated}${counts.peopleCreated > 0 ? ADVICE : ''}`,
    `  API keys revoked     ${counts.keysRevoked}`,
    `  Secrets revoked      ${counts.clientSecretsRevoked}`,
    `  invitations revoked  ${counts.invitationsRevoked}`,
  ].join('\n');
}
