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
    name: 'deposit-applied-beyond-document',
    breaks: 'An application takes more of a deposit than it says.',
    file: 'migrations/1764400130000-accounting-deposit-application.ts',
    from: 'WHERE said.amount IS DISTINCT FROM settled.amount;',
    to: 'WHERE said.amount IS NULL AND settled.amount IS NULL;',
    specs: ['test/accounting/ledger-deposits.spec.ts'],
  },
  {
    name: 'deposit-at-another-rate',
    breaks: 'A deposit pays at the rate of the day.',
    file: `${parts}/deposit-applications.service.ts`,
    from: 'exchangeRate === null ? {} : { exchangeRate,',
    to: "exchangeRate === null ? {} : { exchangeRate: '1',",
    specs: ['test/accounting/deposits.spec.ts'],
  },
  {
    name: 'recurring-invoice-out-of-order',
    breaks: 'The database takes a run for a date that is not the next one.',
    file: 'migrations/1764400131000-accounting-recurring-invoice.ts',
    from: 'OR NEW.due_on IS DISTINCT FROM recurring.next_on THEN',
    to: 'OR NEW.due_on IS NULL THEN',
    specs: ['test/accounting/ledger-recurring-invoices.spec.ts'],
  },
  {
    name: 'recurring-invoice-looked-at-unheld',
    breaks: 'Two runs look at the same date of a recurring invoice.',
    file: 'src/modules/accounting/receivables/recurring/recurring-invoices.repository.ts',
    from: "[oneInvoice, 'FOR UPDATE OF recurring'].join(' ')",
    to: "[oneInvoice, 'ORDER BY 1'].join(' ')",
    specs: ['test/accounting/recurring-invoices.spec.ts'],
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
    from: 'withTax && !document.gross.isZero()',
    to: 'withTax && document.gross.isZero()',
    specs: [`${parts}/plan-correction.spec.ts`],
  },
];
