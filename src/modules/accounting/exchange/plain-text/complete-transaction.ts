import { Decimal } from '#kernel/decimal.js';
import type { JournalAmount, JournalFinding, JournalPosting, JournalTransaction } from './plain-text-journal.js';

export type CompletePosting = JournalPosting & { amount: JournalAmount };

const zero = new Decimal(0);

/** What a posting counts for in the balance of its transaction: its cost, where it has one. */
function weightOf({ amount, cost }: CompletePosting): JournalAmount {
  if (!cost) return amount;
  const total = cost.isTotal ? cost.quantity.abs() : cost.quantity.times(amount.quantity.abs());
  return { quantity: amount.quantity.isNegative() ? total.negated() : total, commodity: cost.commodity };
}

/** The postings with the amount of the one that has none: what the others leave, in one commodity. */
export function completePostings({ postings, line }: JournalTransaction): CompletePosting[] | JournalFinding {
  const [open, second] = postings.filter(({ amount }) => amount === undefined);
  if (!open) return postings as CompletePosting[];
  if (second) {
    return {
      line: second.line,
      code: 'amount_missing',
      message: 'Only one posting of a transaction may have no amount.',
    };
  }
  const sums = new Map<string, Decimal>();
  for (const posting of postings) {
    if (!posting.amount) continue;
    const { quantity, commodity } = weightOf(posting as CompletePosting);
    sums.set(commodity, (sums.get(commodity) ?? zero).plus(quantity));
  }
  const left = [...sums].filter(([, quantity]) => !quantity.isZero());
  if (left.length > 1) {
    const message = `The transaction of line ${line} leaves amounts in ${left.map(([name]) => name).join(', ')}; write that of this posting.`;
    return { line: open.line, code: 'amount_missing', message };
  }
  const [commodity = [...sums.keys()][0] ?? '', quantity = zero] = left[0] ?? [];
  const amount = { quantity: quantity.negated(), commodity };
  return postings.map((posting) => (posting === open ? { ...posting, amount } : (posting as CompletePosting)));
}
