import { createHash } from 'node:crypto';
import type { Suggestion } from './rank-suggestions.js';

/**
 * What a suggestion is, as 64 hexadecimal digits: the same for the same, another where facts changed. An item that has
 * another amount open, to be withheld or to be kept for paying early, or a rule that was changed, is another. Pure.
 */
export function targetKeyOf({ ledgerLineId, partyId, items, ruleId, ruleVersion }: Suggestion): string {
  const settled = items
    .map(({ openItemId, amount, open, withheld, discount }) => {
      // No code is empty.
      const early = discount === undefined ? [] : ['', discount];
      return [openItemId, amount, open, ...withheld.flatMap((one) => [one.code, one.amount]), ...early].join(':');
    })
    .sort();
  const parts = [ledgerLineId ?? '', ruleId ?? '', String(ruleVersion ?? ''), partyId ?? '', ...settled];
  return createHash('sha256').update(parts.join('|')).digest('hex');
}
