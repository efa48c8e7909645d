import type { ProblemError } from '#kernel/problem.js';
import { nameOf } from '../calendar/period-transitions.js';
import type { PeriodFact } from '../journal/posting-facts.js';
import { closingPeriodOf, type YearEndFacts } from './year-end-facts.js';

/** Most income and expense accounts that one closing entry takes to zero. */
export const MOST_ACCOUNTS = 5_000;

/** Accounts and entries that are named one by one; more are counted. */
const MOST_NAMED = 50;

/** All that stands in the way of closing the year, told at once; empty where it can be closed. */
export function closeBlockers(facts: YearEndFacts): ProblemError[] {
  return [
    ...archiveBlockers(facts),
    ...yearBlockers(facts),
    ...periodBlockers(facts),
    ...accountBlockers(facts),
    ...carryBlockers(facts),
  ];
}

function archiveBlockers({ isArchived }: Pick<YearEndFacts, 'isArchived'>): ProblemError[] {
  const message = 'The legal entity is archived, and nothing is posted to its books; reactivate it first.';
  return isArchived ? [blocker('legal_entity_archived', message)] : [];
}

function yearBlockers({ earlierOpenYears, trialBalance, functionalCurrency, year }: YearEndFacts): ProblemError[] {
  const blockers = earlierOpenYears.map(({ startsOn, endsOn }) =>
    blocker('earlier_year_open', `The fiscal year ${startsOn} to ${endsOn} is open; years are closed in their order.`),
  );
  if (trialBalance.isZero()) return blockers;
  const amount = trialBalance.toFixed(functionalCurrency.minorUnits);
  const message = `All accounts together have a balance of ${amount} on ${year.endsOn} instead of zero; check the integrity of the books.`;
  return [...blockers, blocker('trial_balance_not_zero', message)];
}

/** Every period is closed but the one that takes the closing entry, which may still be open. */
function periodBlockers(facts: YearEndFacts): ProblemError[] {
  const closing = closingPeriodOf(facts);
  return facts.periods.flatMap((period) => {
    const fault = period === closing ? closingPeriodFault(period) : otherPeriodFault(period);
    return fault ?? [];
  });
}

function otherPeriodFault(period: PeriodFact): ProblemError | undefined {
  if (period.status === 'soft_closed' || period.status === 'locked') return undefined;
  if (period.status === 'future') {
    return blocker('period_not_closed', `${nameOf(period)} is not open yet; open and close it first.`);
  }
  return blocker('period_not_closed', `${nameOf(period)} is open; close it first.`);
}

function closingPeriodFault(period: PeriodFact): ProblemError | undefined {
  if (period.status === 'future') {
    return blocker('period_not_open', `${nameOf(period)} takes the closing entry and is not open yet; open it first.`);
  }
  if (period.status !== 'locked') return undefined;
  return blocker('period_locked', `${nameOf(period)} would take the closing entry and is locked for good.`);
}

function accountBlockers({ resultBalances, retainedEarningsAccount: earnings }: YearEndFacts): ProblemError[] {
  const blockers: ProblemError[] = [];
  if (!earnings) {
    const message = 'The books name no account for retained earnings; name an equity account that takes the result.';
    blockers.push(blocker('retained_earnings_account_missing', message));
  } else if (!earnings.isActive) {
    const message = `Account ${earnings.code}, which takes the result, is inactive; activate it first.`;
    blockers.push(blocker('account_inactive', message));
  }
  if (resultBalances.length > MOST_ACCOUNTS) {
    const message = `${resultBalances.length} income and expense accounts have a balance; a closing entry takes at most ${MOST_ACCOUNTS}.`;
    blockers.push(blocker('too_many_accounts', message));
  }
  const inactive = resultBalances.filter(({ account }) => !account.isActive);
  for (const { account } of inactive.slice(0, MOST_NAMED)) {
    const message = `Account ${account.code} has a balance and is inactive; activate it until the year is closed.`;
    blockers.push(blocker('account_inactive', message));
  }
  if (inactive.length > MOST_NAMED) {
    const message = `${inactive.length - MOST_NAMED} more accounts have a balance and are inactive.`;
    blockers.push(blocker('account_inactive', message));
  }
  return blockers;
}

/** A result that an opening entry has taken to equity would be there twice. */
function carryBlockers({ carryingEntries }: YearEndFacts): ProblemError[] {
  return carryingEntries.slice(0, MOST_NAMED).map(({ journalCode, number, entryDate }) => {
    const message = `Entry ${journalCode} ${number} of ${entryDate} opens income or expense accounts and so carries a result that closing this year carries as well; reverse it on its date first.`;
    return blocker('result_carried', message);
  });
}

/** All that stands in the way of reopening the year. */
export function reopenBlockers(facts: Pick<YearEndFacts, 'laterClosedYears' | 'isArchived'>): ProblemError[] {
  const later = facts.laterClosedYears.map(({ startsOn, endsOn }) => {
    const message = `The fiscal year ${startsOn} to ${endsOn} is closed; years are reopened from the latest on.`;
    return blocker('later_year_closed', message);
  });
  return [...archiveBlockers(facts), ...later];
}

const blocker = (code: string, message: string): ProblemError => ({ pointer: '', code, message });
