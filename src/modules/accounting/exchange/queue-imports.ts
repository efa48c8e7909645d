import type { Statement, Transaction } from '#platform/database/transaction.js';

const QUEUE: Statement = {
  name: 'queue_imports',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.import', $1::uuid, $2::uuid), 0))",
};

/** Lets imports of one legal entity, and their undoing, follow each other; also before it has books to lock. */
export async function queueImports(transaction: Transaction, legalEntityId: string): Promise<void> {
  await transaction.rows(QUEUE, [transaction.organizationId, legalEntityId]);
}
