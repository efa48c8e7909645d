import { Decimal } from '#kernel/decimal.js';
import type { CompletePosting } from './complete-transaction.js';
import { type JournalFinding, shownText } from './plain-text-journal.js';

const zero = new Decimal(0);

/**
 * Balances that a journal asserts (`=`), against what its own postings come to by date, as the programs that write them
 * check them; `==` says that the account has nothing else, and `*` counts the accounts below it.
 */
export function checkAssertions(
  transactions: readonly { date: string; postings: readonly CompletePosting[] }[],
): JournalFinding[] {
  const balances = new Map<string, Map<string, Decimal>>();
  const findings: JournalFinding[] = [];
  // Sorting is stable, so that transactions of one day stay in the order of the file.
  for (const { postings } of [...transactions].sort((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  )) {
    for (const { account, amount, assertion, line } of postings) {
      const ofAccount = balances.get(account) ?? new Map<string, Decimal>();
      balances.set(account, ofAccount);
      ofAccount.set(amount.commodity, (ofAccount.get(amount.commodity) ?? zero).plus(amount.quantity));
      if (!assertion) continue;
      const counted = assertion.isInclusive ? below(balances, account) : [ofAccount];
      const has = total(counted, assertion.commodity);
      const others = counted
        .flatMap((one) => [...one])
        .filter(([name, sum]) => name !== assertion.commodity && !sum.isZero());
      if (has.equals(assertion.quantity) && !(assertion.isSole && others.length > 0)) continue;
      const message = `The journal says that ${shownText(account)} has ${assertion.quantity.toFixed()} ${assertion.commodity} here; its postings come to ${has.toFixed()}${others.length > 0 ? ' and other commodities' : ''}.`;
      findings.push({ line, code: 'assertion_failed', message });
    }
  }
  return findings;
}

function below(balances: ReadonlyMap<string, Map<string, Decimal>>, account: string) {
  return [...balances].filter(([name]) => name === account || name.startsWith(`${account}:`)).map(([, sums]) => sums);
}

const total = (sums: readonly ReadonlyMap<string, Decimal>[], commodity: string) =>
  sums.reduce((sum, one) => sum.plus(one.get(commodity) ?? zero), zero);
