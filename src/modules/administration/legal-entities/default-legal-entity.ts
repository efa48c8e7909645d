import type { Statement, Transaction } from '#platform/database/transaction.js';

const RELEASE_DEFAULT: Statement = {
  name: 'release_default_legal_entity',
  text: `
    UPDATE administration.legal_entity SET is_default = false, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND is_default`,
};

/** Makes room for another default legal entity: the organization has one at most. */
export async function releaseDefault(transaction: Transaction): Promise<void> {
  await transaction.rows(RELEASE_DEFAULT, [transaction.organizationId]);
}
