const settlement = 'migrations/1764400061000-accounting-settlement.ts';
const parts = 'src/modules/accounting/receipts';

/** What keeps receipts, refunds and write-offs equal to what they posted and settled. */
export const receiptFaults = [
  {
    name: 'receipt-amount-in-database',
    breaks: 'The database keeps a receipt of another amount than its entry moves.',
    file: settlement,
    from: 'IF document.account_id IS NOT NULL AND side * (document.charge - document.amount) IS DISTINCT FROM (',
    to: 'IF document.account_id IS NULL AND side * (document.charge - document.amount) IS DISTINCT FROM (',
    specs: ['test/accounting/ledger-receipts.spec.ts'],
  },
  {
    name: 'receipt-entry-without-document',
    breaks: 'An entry says that it is of a receipt which does not name it.',
    file: settlement,
    from: 'AND (s.entry_id = NEW.id OR EXISTS (',
    to: 'AND (true OR EXISTS (',
    specs: ['test/accounting/ledger-receipts.spec.ts'],
  },
  {
    name: 'receipt-discount-beyond-offer',
    breaks: 'A discount is granted beyond what was offered.',
    file: `${parts}/plan-receipt.ts`,
    from: 'if (!named.greaterThan(earned)) return named;',
    to: 'if (!named.isNegative()) return named;',
    specs: [`${parts}/plan-receipt.spec.ts`],
  },
  {
    name: 'receipt-discount-without-tax',
    breaks: 'The tax in a discount stays owed.',
    file: `${parts}/plan-correction.ts`,
    from: 'const hasTaxes = !document.gross.isZero()',
    to: 'const hasTaxes = document.gross.isZero()',
    specs: [`${parts}/plan-correction.spec.ts`],
  },
];
