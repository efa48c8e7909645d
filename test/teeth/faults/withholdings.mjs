const migration = 'migrations/1764400191000-accounting-withholding.ts';

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
];
