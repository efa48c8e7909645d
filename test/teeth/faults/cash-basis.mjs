const migration = 'migrations/1764400170000-accounting-cash-basis-tax.ts';

/** What keeps tax that waits until it is paid equal to what is open of its documents. */
export const cashBasisFaults = [
  {
    name: 'cash-basis-settled-in-database',
    breaks: 'The database lets tax of a document wait that is settled.',
    file: migration,
    from: 'IF open = 0 THEN',
    to: 'IF open < 0 THEN',
    specs: ['test/accounting/ledger-cash-basis.spec.ts'],
  },
  {
    name: 'cash-basis-declared',
    breaks: 'A return declares tax that is not due.',
    file: 'src/modules/accounting/tax/returns/declared-lines.ts',
    from: ' AND NOT line.is_deferred',
    to: '',
    specs: ['test/accounting/cash-basis-taxes.spec.ts'],
  },
  {
    name: 'cash-basis-credit-note',
    breaks: 'The tax of a credit note does not go off what waits of its invoice.',
    file: 'src/modules/accounting/tax/cash-basis/plan-movements.ts',
    from: "move(charge, 'offset', taken.map(negatedTax));",
    to: "move(charge, 'offset', taken);",
    specs: ['src/modules/accounting/tax/cash-basis/plan-movements.spec.ts'],
  },
];
