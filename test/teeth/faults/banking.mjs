const matches = 'migrations/1764400071000-accounting-bank-match.ts';
const suggestions = 'migrations/1764400112000-accounting-bank-match-suggestion.ts';
const receipts = 'migrations/1764400250000-accounting-receipt-of-bank-line.ts';
const signOffs = 'migrations/1764400072000-accounting-bank-reconciliation.ts';

/** What keeps the books and the bank apart from each other until they agree. */
export const bankingFaults = [
  {
    name: 'bank-suggestion-rejected',
    breaks: 'What somebody rejected is suggested again.',
    file: suggestions,
    from: 'AND r.statement_line_id = n.statement_line_id AND r.target_key = n.target_key;',
    to: 'AND r.statement_line_id = n.statement_line_id AND false;',
    specs: ['test/accounting/ledger-bank-suggestions.spec.ts'],
  },
  {
    name: 'bank-suggestion-stale',
    breaks: 'A suggestion settles an item that has another amount open than when it was found.',
    file: 'src/modules/accounting/banking/match-runs/suggestion-acceptance.service.ts',
    from: 'if (errors.length > 0) throw staleSuggestion(errors[0]!.message, errors);',
    to: 'if (errors.length > 99) throw staleSuggestion(errors[0]!.message, errors);',
    specs: ['test/accounting/bank-match-runs.spec.ts'],
  },
  {
    name: 'bank-suggestion-claimed-twice',
    breaks: 'An invoice that lines of two batches name is settled with the first without anybody.',
    file: 'src/modules/accounting/banking/match-runs/run-suggesting.service.ts',
    from: 'this.suggestions.doubt(transaction, run.bank.legalEntityId)',
    to: 'Promise.resolve(transaction.organizationId && run.bank.legalEntityId)',
    specs: ['test/accounting/bank-match-runs.spec.ts'],
  },
  {
    name: 'bank-match-sums',
    breaks: 'The database matches lines of a bank with lines of the books of another sum.',
    file: matches,
    from: 'WHEN t.parts < 2 OR t.openings > 1 OR t.difference <> 0 THEN',
    to: 'WHEN t.parts < 2 OR t.openings > 1 THEN',
    specs: ['test/accounting/ledger-bank-matching.spec.ts'],
  },
  {
    name: 'bank-match-twice',
    breaks: 'Of many who match one line of the books at once, all succeed.',
    file: matches,
    from: "WHEN s.status <> 'unmatched' OR l.match_id IS NOT NULL THEN",
    to: "WHEN s.status = 'announced' THEN",
    specs: ['test/accounting/bank-matching.spec.ts', 'test/accounting/ledger-bank-matching.spec.ts'],
  },
  {
    name: 'bank-entry-reversed-alone',
    breaks: 'An entry for a line of a bank is reversed while its match stands.',
    file: matches,
    from: 'IF stands IS NULL OR (NEW.reversal_of IS NOT NULL AND stands) THEN',
    to: 'IF stands IS NULL THEN',
    specs: ['test/accounting/ledger-bank-matching.spec.ts'],
  },
  {
    name: 'bank-sign-off-frozen',
    breaks: 'What a bank account was signed off with is undone.',
    file: signOffs,
    from: 'AND (g.is_opening OR g.first_position <= r.position',
    to: 'AND (g.is_opening',
    specs: ['test/accounting/ledger-bank-matching.spec.ts'],
  },
  {
    name: 'bank-sign-off-items',
    breaks: 'What a later statement brought is not on its way.',
    file: signOffs,
    from: 'AND (g.last_position > statement_position OR g.last_entry_date > day)',
    to: 'AND g.last_entry_date > day',
    specs: ['test/accounting/bank-reconciliation.spec.ts'],
  },
  {
    name: 'bank-entry-settles-too-much',
    breaks: 'A payment settles more of items than it is.',
    file: 'src/modules/accounting/banking/entries/plan-settlement.ts',
    from: 'if (wanted.greaterThan(left) || wanted.isZero()) {',
    to: 'if (wanted.isZero()) {',
    specs: ['src/modules/accounting/banking/entries/plan-line-entry.spec.ts'],
  },
  {
    name: 'bank-receipt-reversed-alone',
    breaks: 'A receipt for a line of a bank is reversed while its match stands.',
    file: receipts,
    from: 'AND s.id = NEW.settlement_id;',
    to: 'AND s.id = NEW.settlement_id AND false;',
    specs: ['test/accounting/ledger-bank-receipts.spec.ts'],
  },
  {
    name: 'bank-receipt-without-match',
    breaks: 'A receipt says that it is for a line of a bank which is matched with something else.',
    file: receipts,
    from: 'AND m.created_at = NEW.created_at AND l.entry_id = NEW.entry_id;',
    to: 'AND m.organization_id = NEW.organization_id;',
    specs: ['test/accounting/ledger-bank-receipts.spec.ts'],
  },
  {
    name: 'bank-withholding-stale',
    breaks: 'A suggestion settles an item of which something else is to be withheld than when it was found.',
    file: 'src/modules/accounting/banking/match-runs/accepted-items.ts',
    from: 'if (withheld.length === 0) return [];',
    to: 'if (withheld.length < 99) return [];',
    specs: [
      'src/modules/accounting/banking/match-runs/accepted-items.spec.ts',
      'test/accounting/bank-withholdings.spec.ts',
    ],
  },
];
