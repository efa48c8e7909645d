const letters = 'migrations/1764400161000-accounting-dunning-letter.ts';
const runs = 'src/modules/accounting/dunning/runs';

/** What keeps customers from being reminded of the same thing twice, or of a level too many. */
export const dunningFaults = [
  {
    name: 'dunning-level-in-database',
    breaks: 'The database takes a letter about an item at any level above its last.',
    file: letters,
    from: 'WHEN n.level <> 1 + coalesce((',
    to: 'WHEN n.level < 1 + coalesce((',
    specs: ['test/accounting/ledger-dunning.spec.ts'],
  },
  {
    name: 'dunning-items-not-held',
    breaks: 'Two letters at once are about one item at one level.',
    file: letters,
    from: `WHERE (i.organization_id, i.id) IN (SELECT n.organization_id, n.item_id FROM new_items n)
        ORDER BY i.organization_id, i.id FOR NO KEY UPDATE;`,
    to: 'WHERE false;',
    specs: ['test/accounting/ledger-dunning.spec.ts'],
  },
  {
    name: 'dunning-skips-a-level',
    breaks: 'An item is reminded of at a level that it is overdue enough for, whatever it was reminded of before.',
    file: `${runs}/plan-dunning.ts`,
    from: 'const step = steps.get(lastLevel + 1);',
    to: 'const step = steps.get(steps.size);',
    specs: [`${runs}/plan-dunning.spec.ts`],
  },
];
