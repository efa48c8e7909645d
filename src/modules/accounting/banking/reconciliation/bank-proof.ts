import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { amountText } from '../reading/read-values.js';
import type { ItemOnItsWay, ProofFigures, StatementAt, UnmatchedLine } from './bank-proof.repository.js';

const MOST_SHOWN = 20;

/** What was found at a day. */
export interface ProofFacts {
  bankAccount: { currency: string; startsOn: string; openingBalance: string };
  /** Undefined where no statement ends on the day or before. */
  statement: StatementAt | undefined;
  figures: ProofFigures;
  items: readonly ItemOnItsWay[];
  unmatched: readonly UnmatchedLine[];
}

export interface BankProof {
  statementBalance: Decimal;
  depositsInTransit: Decimal;
  outstandingPayments: Decimal;
  bookBalance: Decimal;
  /** What the books have more than the statement and what is on its way tell; zero where they agree. */
  difference: Decimal;
  /** What stands in the way of a sign-off; nothing where the books are proved. */
  open: ProblemError[];
}

/** Proves that the books are what the bank says: book balance = statement + deposits in transit − outstanding payments. */
export function proveBankAccount(facts: ProofFacts): BankProof {
  const { bankAccount, statement, figures, items } = facts;
  const amounts = items.map(({ amount }) => new Decimal(amount));
  const depositsInTransit = sum(amounts.filter((amount) => amount.isPositive()));
  const outstandingPayments = sum(amounts.filter((amount) => amount.isNegative())).abs();
  const statementBalance = new Decimal(statement?.closingBalance ?? bankAccount.openingBalance);
  const bookBalance = new Decimal(figures.bookBalance);
  const expected = statementBalance.plus(depositsInTransit).minus(outstandingPayments);
  const found = bookBalance.minus(expected);
  const difference = found.isZero() ? zero : found;
  const figuresOfProof = { statementBalance, depositsInTransit, outstandingPayments, bookBalance, difference };
  return { ...figuresOfProof, open: openOf(facts, difference) };
}

function openOf(facts: ProofFacts, difference: Decimal): ProblemError[] {
  const { bankAccount, statement, figures, items, unmatched } = facts;
  const { currency } = bankAccount;
  const text = (amount: Decimal | string) => `${amountText(new Decimal(amount), currency)} ${currency}`;
  if (!statement) return [open('no_statement', 'No statement ends on the day or before.')];
  const left = unmatched.length - MOST_SHOWN;
  const opening = new Decimal(bankAccount.openingBalance);
  const excluded = new Decimal(figures.excludedTotal);
  return [
    ...unmatched
      .slice(0, MOST_SHOWN)
      .map(({ id, bookedOn, amount }) =>
        open('line_unmatched', `The line ${id} of ${bookedOn} over ${text(amount)} is not matched.`),
      ),
    ...(left > 0 ? [open('line_unmatched', `${left} more lines of the statements are not matched.`)] : []),
    ...items
      .filter(({ isBookedLater }) => isBookedLater)
      .slice(0, MOST_SHOWN)
      .map(({ matchId, amount }) =>
        open(
          'booked_later',
          `The books have ${text(new Decimal(amount).negated())} of the match ${matchId} after the day.`,
        ),
      ),
    ...(figures.isOpeningMatched || opening.isZero()
      ? []
      : [
          open(
            'opening_unmatched',
            `The balance of ${text(opening)} that the bank account began with is not matched with the books.`,
          ),
        ]),
    ...(excluded.isZero() ? [] : [open('excluded_lines', `Lines over ${text(excluded)} are excluded.`)]),
    ...(difference.isZero()
      ? []
      : [open('difference', `The books differ by ${text(difference)} from the statement and what is on its way.`)]),
  ];
}

const open = (code: string, message: string): ProblemError => ({ pointer: '', code, message });
