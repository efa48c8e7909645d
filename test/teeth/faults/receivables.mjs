const documents = 'migrations/1764400220100-accounting-document-prefixes.ts';
const parts = 'src/modules/accounting/receivables';

/** What keeps invoices and credit notes numbered without a gap, printed as they were, and credited once. */
export const receivableFaults = [
  {
    name: 'sale-paid-before-is-no-deposit',
    breaks: 'What was paid before a sale stands on receivables until its day, and lessens what other customers owe.',
    file: 'src/modules/accounting/front-office/sales-paid-before.service.ts',
    from: 'keepsDeposits && kept.settledOn < issuedOn',
    to: 'keepsDeposits && kept.settledOn > issuedOn',
    specs: ['test/accounting/sales-paid-before.spec.ts'],
  },
  {
    name: 'recurring-goes-where-nothing-is',
    breaks: 'A recurring invoice is set up with dimensions and accounts that its first date is refused for.',
    file: 'src/modules/accounting/receivables/recurring/recurring-content.service.ts',
    from: 'refuseSale(faults.filter(',
    to: 'refuseSale(faults.slice(0, 0).filter(',
    specs: [
      'test/accounting/recurring-invoice-refusals.spec.ts',
      'test/accounting/recurring-invoice-import-columns.spec.ts',
    ],
  },
  {
    name: 'invoice-number-of-its-own',
    breaks: 'The database keeps a document whose number is not that of its entry, which has no gaps.',
    file: documents,
    from: 'b.document_digits, y.starts_on, e.number) THEN',
    to: 'b.document_digits, y.starts_on, e.number) AND NEW.number IS NULL THEN',
    specs: ['test/accounting/ledger-sales.spec.ts'],
  },
  {
    name: 'credit-beyond-invoice',
    breaks: 'The database takes credit notes that give back more than the invoice charged.',
    file: documents,
    from: 'IF credited > invoice.payable THEN',
    to: 'IF credited > 2 * invoice.payable THEN',
    specs: ['test/accounting/ledger-sales.spec.ts'],
  },
  {
    name: 'document-prefix-of-both-kinds',
    breaks: 'Credit notes get the prefix of invoices, and their numbers again.',
    file: documents,
    from: 'AND d.kind = wanted.other',
    to: 'AND d.kind = wanted.kind AND false',
    specs: ['test/accounting/ledger-sales.spec.ts', 'test/accounting/document-numbers.spec.ts'],
  },
  {
    name: 'document-lines-added-later',
    breaks: 'Lines are added to what was issued long ago.',
    file: 'migrations/1764400050000-accounting-sales-document.ts',
    from: 'WHERE d.issued_at <> now() OR d.legal_entity_id',
    to: 'WHERE d.issued_at > now() OR d.legal_entity_id',
    specs: ['test/accounting/ledger-sales.spec.ts'],
  },
  {
    name: 'paid-at-issue-in-database',
    breaks: 'An invoice says that something was paid, and nothing was.',
    file: 'migrations/1764400290000-accounting-withheld-at-issue.ts',
    from: 'IF paid <> NEW.prepaid THEN',
    to: 'IF paid > NEW.payable THEN',
    specs: ['test/accounting/ledger-sales.spec.ts'],
  },
  {
    name: 'printed-as-it-is-today',
    breaks: 'What is paid later changes what an invoice prints.',
    file: `${parts}/documents/sales-documents.dto.ts`,
    from: 'dueAtIssue: dueAtIssue.toFixed(minorUnits),',
    to: 'dueAtIssue: money(openAmount),',
    specs: ['test/accounting/invoice-deposits.spec.ts', 'test/accounting/front-office.spec.ts'],
  },
  {
    name: 'deposits-beyond-invoice',
    breaks: 'An invoice takes in more than it charges, and the rest of the deposit is lost.',
    file: `${parts}/documents/plan-deposits.ts`,
    from: 'if (!amount.greaterThan(payable)) return [];',
    to: 'if (!amount.isNegative()) return [];',
    specs: [`${parts}/documents/plan-deposits.spec.ts`, 'test/accounting/invoice-deposit-refusals.spec.ts'],
  },
  {
    name: 'allocation-beyond-item',
    breaks: 'An item is settled with more than is open of it.',
    file: 'migrations/1764400031000-accounting-open-item.ts',
    from: 'open_amount >= least(amount, 0) AND open_amount <= greatest(amount, 0)',
    to: 'open_amount >= -abs(amount) AND open_amount <= abs(amount)',
    specs: ['test/accounting/ledger-open-items.spec.ts'],
  },
];
