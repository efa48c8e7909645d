import type { Statement, Transaction } from '../database/transaction.js';
import { testOrganizationProblems } from './test-organization.problems.js';

const FIND: Statement = {
  name: 'find_test_organization',
  text: 'SELECT name FROM platform.organization WHERE id = $1 AND is_test',
};

/**
 * @returns the name of the organization
 * @throws Problem organization_not_for_tests in a live one
 */
export async function requireTestOrganization(transaction: Transaction): Promise<string> {
  const [found] = await transaction.rows<{ name: string }>(FIND, [transaction.organizationId]);
  if (found) return found.name;
  throw testOrganizationProblems.organization_not_for_tests(
    'The organization that the credential acts in is a live one.',
  );
}
