const migration = 'migrations/1764400190000-accounting-tax-return-settlement.ts';

/** What keeps the settlement of a tax return equal to the taxes that it declares. */
export const taxSettlementFaults = [
  {
    name: 'tax-settlement-entry-in-database',
    breaks: 'The database keeps a settlement whose entry posts another amount than the taxes of its return.',
    file: migration,
    from: 'WHERE coalesce(said.amount, 0) <> coalesce(posted.amount, 0);',
    to: 'WHERE said.amount IS NULL;',
    specs: ['test/accounting/ledger-tax-return-settlements.spec.ts'],
  },
  {
    name: 'tax-settlement-twice',
    breaks: 'A return is settled a second time.',
    file: migration,
    from: 'IF reversed < earlier THEN',
    to: 'IF reversed > earlier THEN',
    specs: ['test/accounting/ledger-tax-return-settlements.spec.ts'],
  },
  {
    name: 'tax-settlement-beside-box',
    breaks: 'A return is settled by a box that lacks some of its tax, and the rest is called rounding.',
    file: 'src/modules/accounting/tax/return-settlements/due-of-return.ts',
    from: 'if (exact.equals(declared)) return',
    to: 'if (exact.equals(exact)) return',
    specs: ['src/modules/accounting/tax/return-settlements/due-of-return.spec.ts'],
  },
  {
    name: 'taxes-not-reported',
    breaks: 'The taxes of entries move the accounts, and no return is told.',
    file: 'src/modules/accounting/journal/append-taxed-entries.ts',
    from: 'if (!taxes) return append;',
    to: 'if (taxes || !taxes) return append;',
    specs: ['test/accounting/entry-taxes.spec.ts'],
  },
  {
    name: 'stated-tax-unchecked',
    breaks: 'A stated tax is taken whatever is calculated.',
    file: 'src/modules/accounting/tax/entries/stated-tax.ts',
    from: 'if (!stated.minus(calculated).abs().greaterThan(most)) return undefined;',
    to: 'if (most) return undefined;',
    specs: ['src/modules/accounting/tax/entries/expand-entry-taxes.spec.ts'],
  },
];
