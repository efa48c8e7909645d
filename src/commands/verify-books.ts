import { newId } from '#kernel/id.js';
import type { IntegrityCheckView } from '#modules/accounting/reports/integrity-checks.dto.js';
import { IntegrityChecksService } from '#modules/accounting/reports/integrity-checks.service.js';
import { actAs, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { withApplication } from './application.js';
import { findOrganizations, type NamedOrganization } from './organizations.js';
import { Progress } from './progress.js';

export interface VerifyOptions {
  organization?: string;
  json?: boolean;
}

interface VerifiedOrganization extends NamedOrganization {
  status: 'passed' | 'failed';
  checks: IntegrityCheckView[];
}

/** Checks the books of every organization, or of one, and prints what was found. */
export async function verifyBooks({ organization, json }: VerifyOptions): Promise<void> {
  const verified = await withApplication(async (app, { ownerUrl }) => {
    const chosen = choose(await findOrganizations(ownerUrl), organization);
    const checks = app.get(IntegrityChecksService, { strict: false });
    const progress = new Progress(chosen.length);
    const done: VerifiedOrganization[] = [];
    for (const one of chosen) {
      progress.draw(one.name);
      const acting = {
        organizationId: one.id,
        actorId: SYSTEM_ACTOR,
        permissions: new Set<string>(),
        requestId: newId(),
      };
      done.push({ ...one, ...(await actAs(acting, () => checks.run())) });
      progress.step();
    }
    progress.end();
    return done;
  });
  const failed = verified.filter(({ status }) => status === 'failed');
  const status = failed.length === 0 ? 'passed' : 'failed';
  console.log(json ? JSON.stringify({ status, organizations: verified }, undefined, 2) : textOf(verified));
  if (status === 'failed') process.exitCode = 1;
}

function choose(all: NamedOrganization[], wanted: string | undefined): NamedOrganization[] {
  const chosen = all.filter(({ id, name }) => wanted === undefined || id === wanted.toLowerCase() || name === wanted);
  if (wanted !== undefined && chosen.length === 0) throw new Error(`There is no organization ${wanted}.`);
  return chosen;
}

function textOf(verified: readonly VerifiedOrganization[]): string {
  if (verified.length === 0) return 'There is no organization yet.';
  return verified
    .flatMap(({ id, name, status, checks }) => [
      `${status}  ${id}  ${name} (${checks.length} checks)`,
      ...checks.filter((check) => check.status === 'failed').flatMap(findingsOf),
    ])
    .join('\n');
}

function findingsOf({ name, findingCount, findings }: IntegrityCheckView): string[] {
  const lines = findings.map(({ subject, message }) => `    ${subject}: ${message}`);
  const rest = findingCount - findings.length;
  return [`  ${name}: ${findingCount} findings`, ...lines, ...(rest > 0 ? [`    and ${rest} more`] : [])];
}
