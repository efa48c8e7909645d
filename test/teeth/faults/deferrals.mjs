const deferral = 'migrations/1764400140000-accounting-deferral.ts';
const parts = 'src/modules/accounting/receivables/deferrals';

/** What keeps deferred revenue equal to what was invoiced, and earned once. */
export const deferralFaults = [
  {
    name: 'deferral-parts-in-database',
    breaks: 'The database keeps parts of a deferral that do not sum to what its line posts.',
    file: deferral,
    from: '= (j.credit - j.debit, j.functional_credit - j.functional_debit)',
    to: 'IS NOT NULL',
    specs: ['test/accounting/ledger-deferrals.spec.ts'],
  },
  {
    name: 'deferral-recognized-before-due',
    breaks: 'Revenue is recognized before it is earned.',
    file: deferral,
    from: ' OR said.due_on > NEW.recognized_on;',
    to: ';',
    specs: ['test/accounting/ledger-deferrals.spec.ts'],
  },
  {
    name: 'deferral-run-without-lock',
    breaks: 'Two runs take the same parts, and one of them fails.',
    file: `${parts}/deferral-recognition.service.ts`,
    from: 'await this.deferrals.hold(transaction, scope.legalEntityId);',
    to: 'void this.deferrals;',
    specs: ['test/accounting/deferrals.spec.ts'],
  },
  {
    name: 'deferral-cut-of-earned-months',
    breaks: 'What was recognized of a credited line stays in revenue until the next run.',
    file: `${parts}/deferrals.service.ts`,
    from: 'cuts.filter(({ planned }) => planned.isRecognized)',
    to: 'cuts.filter(({ planned }) => !planned.isRecognized && false)',
    specs: ['test/accounting/deferral-credits.spec.ts'],
  },
];
