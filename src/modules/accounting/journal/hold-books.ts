import type { Statement, Transaction } from '#platform/database/transaction.js';

const HOLD: Statement = { name: 'hold_books_still', text: 'SELECT accounting.hold_books($1, $2)' };

/** Until the transaction ends, nobody else posts to these books or adds journals and fiscal years to them. */
export async function holdBooks(transaction: Transaction, legalEntityId: string): Promise<void> {
  await transaction.rows(HOLD, [transaction.organizationId, legalEntityId]);
}
