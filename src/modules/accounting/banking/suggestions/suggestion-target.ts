import { createHash } from 'node:crypto';
import type { Suggestion } from './rank-suggestions.js';

/**
 * What a suggestion is, as 64 hexadecimal digits: the same for the same, another where facts changed. An item that has
 * another amount open or to be withheld, or a rule that was changed, is another. Pure.
 */
export function targetKeyOf({ ledgerLineId, partyId, items, ruleId, ruleVersion }: Suggestion): string {
  const settled = items
    .map(({ openItemId, amount, open, withheld }) => {
      return [openItemId, amount, open, ...withheld.flatMap((one) => [one.code, one.amount])].join(':');
    })
    .sort();
  const parts = [ledgerLineId ?? '', ruleId ?? '', String(ruleVersion ?? ''), partyId ?? '', ...settled];
  return createHash('sha256').update(parts.join('|')).digest('hex');
}
