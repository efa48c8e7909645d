import type { Actor } from './actor.js';

/** Where entries are posted. */
export const entries = '/v1/accounting/journal-entries';

/** A line of what was bought, with its tax, net where nothing else is said. */
export const bought = (debit: string, taxCode: string, more: object = {}) => ({
  accountCode: '4000',
  debit,
  taxes: { direction: 'purchase', taxCodes: [taxCode], ...more },
});
/** A line of what was paid of it. */
export const paid = (credit: string, more: object = {}) => ({ accountCode: '1000', credit, ...more });

export const bodyOf = (lines: object[], more: object = {}) => ({
  entryDate: '2024-02-10',
  description: 'Office supplies',
  post: true,
  lines,
  ...more,
});

export const post = (actor: Actor, lines: object[], more: object = {}) => actor.post(entries, bodyOf(lines, more));
