import { createHash } from 'node:crypto';
import { requireCurrency } from '#kernel/currency.js';
import { type Decimal, plus, zero } from '#kernel/decimal.js';
import type { DunningProposalView, ProposedLetterView, ProposedTotals } from './dunning-proposal.dto.js';
import type { ReceivableFact } from './dunning-facts.repository.js';
import type { Proposal } from './plan-dunning.js';

type Planned = Proposal<ReceivableFact>;

const textIn = (currency: string) => {
  const { minorUnits } = requireCurrency(currency);
  return (amount: Decimal) => amount.toFixed(minorUnits);
};

/** Those that are written. */
export const lettersOf = (proposals: readonly Planned[]): Planned[] => proposals.filter(({ step }) => step !== null);

/** Changes with whatever the letters would say. */
export function digestOf(proposals: readonly Planned[]): string {
  const hash = createHash('sha256');
  for (const { partyId, currency, step, total, items } of lettersOf(proposals)) {
    hash.update([partyId, currency, step!.id, total.toString()].join('\t'));
    for (const { item, level, interest, skip } of items) {
      if (skip === null) hash.update(['\n', item.id, level, item.openAmount, interest].join('\t'));
    }
  }
  return hash.digest('hex');
}

/** What it is of. */
export interface ProposalHead {
  legalEntityId: string;
  runOn: string;
}

/** A page of what is proposed, and what all of it comes to; without the cursor of the following page. */
export function proposalView(
  head: ProposalHead,
  proposals: readonly Planned[],
  page: readonly Planned[],
): Omit<DunningProposalView, 'next'> {
  return {
    ...head,
    letterCount: lettersOf(proposals).length,
    totals: totalsOf(lettersOf(proposals)),
    digest: digestOf(proposals),
    proposals: page.map(viewOf),
  };
}

function totalsOf(letters: readonly Planned[]): ProposedTotals[] {
  const currencies = [...new Set(letters.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const all = letters.filter((letter) => letter.currency === currency);
    const summed = (amountOf: (letter: Planned) => Decimal) =>
      textIn(currency)(all.reduce((total, letter) => plus(total, amountOf(letter)), zero));
    return {
      currency,
      letterCount: all.length,
      overdueAmount: summed(({ overdue }) => overdue),
      creditAmount: summed(({ credits }) => credits),
      fee: summed(({ fee }) => fee),
      interest: summed(({ interest }) => interest),
      totalAmount: summed(({ total }) => total),
    };
  });
}

function viewOf({
  partyId,
  partyNumber,
  partyName,
  currency,
  step,
  payBy,
  skip,
  ...planned
}: Planned): ProposedLetterView {
  const text = textIn(currency);
  return {
    partyId,
    partyNumber,
    partyName,
    currency,
    level: step?.level ?? null,
    payBy,
    overdueAmount: text(planned.overdue),
    creditAmount: text(planned.credits),
    fee: text(planned.fee),
    interest: text(planned.interest),
    totalAmount: text(planned.total),
    skipped: skip,
    items: planned.items.map(({ item, daysOverdue, level, interest, skip: skipped }) => ({
      openItemId: item.id,
      reference: item.reference,
      entryDate: item.entryDate,
      dueOn: item.dueOn,
      daysOverdue,
      openAmount: text(item.openAmount),
      level,
      interest: text(interest),
      skipped,
    })),
  };
}
