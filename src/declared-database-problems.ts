import { accountingDatabaseProblems } from '#modules/accounting/accounting.database-problems.js';
import { taxDatabaseProblems } from '#modules/accounting/tax/tax.database-problems.js';
import { administrationDatabaseProblems } from '#modules/administration/administration.database-problems.js';
import { mergeDatabaseProblems } from '#platform/http/sqlstate.js';
import { identityDatabaseProblems } from '#platform/identity/identity.database-problems.js';
import { platformDatabaseProblems } from '#platform/platform.database-problems.js';

/** What broken constraints and raised codes of all modules mean. */
export const declaredDatabaseProblems = mergeDatabaseProblems(
  platformDatabaseProblems,
  identityDatabaseProblems,
  administrationDatabaseProblems,
  accountingDatabaseProblems,
  taxDatabaseProblems,
);
