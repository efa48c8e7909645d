import { readFileSync } from 'node:fs';
import { given } from '#kernel/given.js';
import { newId } from '#kernel/id.js';
import { ImportSieQuery, type SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import { SieImportService } from '#modules/accounting/exchange/sie-import.service.js';
import { actAs } from '#platform/database/acting.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import { RolePermissions } from '#platform/permissions/permission.js';
import { withApplication } from './application.js';
import { type Choice, chooseAdministration } from './choose-administration.js';
import { givenPath } from './given-path.js';
import { findAdministrations } from './organizations.js';

export interface ImportOptions extends Choice {
  legalEntity?: string;
  dryRun?: boolean;
  accountTypes?: string;
  retainedEarningsAccount?: string;
  openingDifferenceAccount?: string;
  ignoreUnknownLabels?: boolean;
  json?: boolean;
}

/** Imports the file in the name of an administrator of the organization, and prints what came of it. */
export async function importBooks(file: string, options: ImportOptions): Promise<void> {
  const bytes = readFileSync(givenPath(file));
  const query = queryOf(options);
  const report = await withApplication(async (app, { ownerUrl }) => {
    const person = chooseAdministration(await findAdministrations(ownerUrl), options);
    const { organizationId, userId: actorId, roles } = person;
    const permissions = app.get(RolePermissions).of(roles);
    const acting = { organizationId, actorId, permissions, requestId: newId() };
    return actAs(acting, () => app.get(SieImportService, { strict: false }).import(bytes, query));
  });
  console.log(options.json ? JSON.stringify(report, undefined, 2) : textOf(report));
}

/** Checked like the parameters of a request. */
function queryOf(options: ImportOptions): ImportSieQuery {
  const query = {
    dryRun: options.dryRun && 'true',
    legalEntityId: options.legalEntity,
    accountTypeOverrides: options.accountTypes,
    retainedEarningsAccount: options.retainedEarningsAccount,
    openingDifferenceAccount: options.openingDifferenceAccount,
    ignoreUnknownLabels: options.ignoreUnknownLabels && 'true',
  };
  return parseFields(ImportSieQuery, given(query), 'query');
}

const outcomes: Readonly<Record<SieImportView['status'], string>> = {
  imported: 'Imported',
  dry_run: 'Would be imported',
  already_imported: 'Was imported before, nothing to do',
};

function textOf({ status, importId, companyName, fiscalYear, counts }: SieImportView): string {
  return [
    `${outcomes[status]}: ${companyName ?? 'books without a name'}, ${fiscalYear.startsOn} to ${fiscalYear.endsOn}`,
    `  vouchers posted   ${counts.vouchersPosted} of ${counts.vouchers}`,
    `  lines posted      ${counts.linesPosted}`,
    `  accounts created  ${counts.accountsCreated}`,
    ...(importId === null ? [] : [`  import            ${importId}`]),
  ].join('\n');
}
