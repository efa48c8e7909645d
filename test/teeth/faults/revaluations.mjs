const migration = 'migrations/1764400260000-accounting-revaluation.ts';
const repository = 'src/modules/accounting/revaluation/revaluation.repository.ts';

/** What keeps a revaluation equal to what it values, and gone the day after. */
export const revaluationFaults = [
  {
    name: 'revaluation-entry-in-database',
    breaks: 'The database keeps a revaluation whose entry posts another amount than its lines say.',
    file: migration,
    from: 'WHERE coalesce(said.amount, 0) <> coalesce(posted.amount, 0);',
    to: 'WHERE said.amount IS NULL;',
    specs: ['test/accounting/ledger-revaluations.spec.ts'],
  },
  {
    name: 'revaluation-reversal-cancelled',
    breaks: 'Somebody cancels what takes a revaluation back, and the difference stays.',
    file: migration,
    from: "FOR EACH ROW WHEN (NEW.reverses_on <> OLD.reverses_on OR NEW.status = 'cancelled')",
    to: 'FOR EACH ROW WHEN (NEW.reverses_on <> OLD.reverses_on)',
    specs: ['test/accounting/ledger-revaluations.spec.ts', 'test/accounting/revaluation-undoing.spec.ts'],
  },
  {
    name: 'revaluation-twice',
    breaks: 'A further run of the same day posts the whole difference again.',
    file: repository,
    from: 'coalesce(g.difference, 0) AS recognized',
    to: '0::numeric AS recognized',
    specs: ['test/accounting/revaluation.spec.ts'],
  },
  {
    name: 'revaluation-of-advances',
    breaks: 'What customers paid in advance is valued at closing rates.',
    file: repository,
    from: "WHERE a.type = CASE p.control WHEN 'receivable' THEN 'asset' ELSE 'liability' END",
    to: "WHERE a.type IN ('asset', 'liability')",
    specs: ['test/accounting/revaluation.spec.ts'],
  },
  {
    name: 'revaluation-settled-later',
    breaks: 'What was settled after the day counts as settled on it.',
    file: repository,
    from: 'WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.effective_on > $3',
    to: 'WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.effective_on < $3',
    specs: ['test/accounting/revaluation.spec.ts'],
  },
  {
    name: 'revaluations-at-once',
    breaks: 'A later day is valued while an earlier revaluation still stands.',
    file: 'src/modules/accounting/revaluation/revaluation.service.ts',
    from: 'if (!standing) return;',
    to: 'if (!standing || books) return;',
    specs: ['test/accounting/revaluation-undoing.spec.ts'],
  },
];
