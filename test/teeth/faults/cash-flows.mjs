const repository = 'src/modules/accounting/reports/cash-flow.repository.ts';
const properties = ['test/accounting/cash-flow-properties.spec.ts'];

/** What keeps the statement of cash flows equal to the change of cash, and true to its entries. */
export const cashFlowFaults = [
  {
    name: 'cash-flow-remainders',
    breaks: 'What rounding leaves of a payment is nobody’s.',
    file: repository,
    from: 'CASE WHEN r.place * $9::numeric <= r.undivided THEN r.whole + sign(r.money) * $9::numeric ELSE r.whole END',
    to: 'r.whole',
    specs: properties,
  },
  {
    name: 'cash-flow-unpaid',
    breaks: 'Depreciation is not added back to the result.',
    file: repository,
    from: "sum(-f.amount - f.flow) FILTER (WHERE f.role = 'other')",
    to: "sum(-f.amount - f.flow) FILTER (WHERE f.role = 'another')",
    specs: properties,
  },
  {
    name: 'cash-flow-reversals',
    breaks: 'A receipt that was reversed is shown as a payment.',
    file: repository,
    from: '(f.flow > 0) <> f.is_reversal',
    to: '(f.flow > 0)',
    specs: ['test/accounting/cash-flow-statement.spec.ts'],
  },
  {
    name: 'cash-flow-sections-in-database',
    breaks: 'The database takes expenses for cash.',
    file: 'migrations/1764400180000-accounting-cash-flow-section.ts',
    from: "WHEN 'cash' THEN type IN ('asset', 'liability')",
    to: "WHEN 'cash' THEN true",
    specs: ['test/accounting/ledger-accounts.spec.ts'],
  },
];
