const migration = 'migrations/1764400191000-accounting-withholding.ts';
const takenBack = 'migrations/1764400280000-accounting-withholding-taken-back.ts';
const looked = 'migrations/1764400320000-accounting-looked-up.ts';
const expected = 'migrations/1764400210010-accounting-expected-withholding.ts';

/** What keeps taxes that customers withheld equal to what their receipts claim. */
export const withholdingFaults = [
  {
    name: 'withholding-without-code',
    breaks: 'An item is settled as withheld, and nobody knows under which code.',
    file: migration,
    from: "RAISE EXCEPTION USING ERRCODE = 'BU665', MESSAGE = 'What is withheld is withheld under a code.';",
    to: 'RETURN NULL;',
    specs: ['test/accounting/ledger-withholdings.spec.ts'],
  },
  {
    name: 'withholding-beyond-item',
    breaks: 'More is withheld of an item than it has open beside what is paid.',
    file: 'src/modules/accounting/receipts/plan-receipt.ts',
    from: 'if (beyond) errors.push(beyond);',
    to: '',
    specs: ['test/accounting/withholdings.spec.ts'],
  },
  {
    name: 'withholding-year-unheld',
    breaks: 'Two documents of a customer are issued at once, and neither counts the other.',
    file: expected,
    from: '      FOR NO KEY UPDATE;',
    to: '      FOR KEY SHARE;',
    specs: ['test/accounting/ledger-expected-withholdings.spec.ts'],
  },
  {
    name: 'withholding-customer-unheld',
    breaks: 'Documents of a customer without a credit limit do not wait for each other before they count the year.',
    file: 'src/modules/accounting/receivables/documents/sales-facts.repository.ts',
    from: '($3 OR p.credit_limit IS NOT NULL)',
    to: '($3 AND p.credit_limit IS NOT NULL)',
    specs: ['test/accounting/withholding-thresholds.spec.ts'],
  },
  {
    name: 'withholding-credits-uncounted',
    breaks: 'Credit notes do not reduce what counts for the threshold of the year.',
    file: looked,
    from: "CASE d.kind WHEN 'invoice' THEN w.base ELSE -w.base END",
    to: 'w.base',
    specs: ['test/accounting/withholding-thresholds.spec.ts'],
  },
  {
    name: 'withholding-taken-back-beyond',
    breaks: 'A refund takes back more than was withheld of the customer.',
    file: takenBack,
    from: 'AND accounting.withheld_of_customer(organization, s.party_id, w.code_id) < 0;',
    to: 'AND false;',
    specs: ['test/accounting/ledger-withholdings-taken-back.spec.ts'],
  },
  {
    name: 'withholding-taken-back-twice',
    breaks:
      'Two refunds at once take back the same, or a receipt is reversed while a refund takes back what it withheld.',
    file: takenBack,
    from: '      FOR NO KEY UPDATE;',
    to: '      FOR KEY SHARE;',
    specs: ['test/accounting/ledger-withholdings-taken-back.spec.ts'],
  },
  {
    name: 'withheld-at-issue-unsaid',
    breaks: 'An invoice says that something is to be paid which was withheld when it was issued.',
    file: 'migrations/1764400290000-accounting-withheld-at-issue.ts',
    from: 'IF withheld > 0 THEN',
    to: 'IF withheld < 0 THEN',
    specs: ['test/accounting/ledger-withholdings-taken-back.spec.ts'],
  },
];
