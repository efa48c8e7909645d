import { Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { inCurrency } from '../reading/read-values.js';

export interface StatementLineFacts {
  id: string;
  bankAccountId: string;
  amount: string;
  status: string;
}

export interface LedgerLineFacts {
  id: string;
  bankAccountId: string;
  amount: string;
  matchId: string | null;
}

/** A line of a statement, a line of the books, or, with neither, the balance that the bank account began with. */
export interface MatchPart {
  statementLineId: string | null;
  ledgerLineId: string | null;
  amount: string;
}

/** What somebody wants to match: ids as they were sent, and what was found of them. */
export interface WantedMatch {
  bankAccount: { id: string; currency: string };
  /** Where it is a part of the match. */
  openingBalance?: string;
  statementLineIds: readonly string[];
  ledgerLineIds: readonly string[];
  statementLines: readonly StatementLineFacts[];
  ledgerLines: readonly LedgerLineFacts[];
}

export type MatchPlan = { parts: MatchPart[]; errors?: undefined } | { parts?: undefined; errors: ProblemError[] };

/** Codes of faults that lie in what became of the lines, and not in the request. */
export const TAKEN = 'taken';

/** Decides whether lines of statements and of the books are the same money: all waiting, of one account, in equal sums. */
export function planMatch(wanted: WantedMatch): MatchPlan {
  const { bankAccount, openingBalance, statementLines, ledgerLines } = wanted;
  const errors = [...statementFaults(wanted), ...ledgerFaults(wanted)];
  if (errors.length > 0) return { errors };
  const opening = openingBalance === undefined ? [] : [{ ...openingPart, amount: openingBalance }];
  const parts = [...opening, ...partsOf(statementLines, ledgerLines)];
  const fault = sumFault(parts, bankAccount.currency);
  return fault ? { errors: [fault] } : { parts };
}

const openingPart = { statementLineId: null, ledgerLineId: null };

export const partsOf = (
  statementLines: readonly Pick<StatementLineFacts, 'id' | 'amount'>[],
  ledgerLines: readonly Pick<LedgerLineFacts, 'id' | 'amount'>[],
): MatchPart[] => [
  ...statementLines.map(({ id, amount }) => ({ statementLineId: id, ledgerLineId: null, amount })),
  ...ledgerLines.map(({ id, amount }) => ({ statementLineId: null, ledgerLineId: id, amount })),
];

/** What is wrong with the sums of both sides; undefined where they are equal. */
function sumFault(parts: readonly MatchPart[], currency: string): ProblemError | undefined {
  if (parts.length < 2) {
    return { pointer: '', code: 'nothing_to_match', message: 'A match has two lines or more.' };
  }
  const sumOf = (those: readonly MatchPart[]) => sum(those.map(({ amount }) => new Decimal(amount)));
  const told = sumOf(parts.filter(({ ledgerLineId }) => ledgerLineId === null));
  const booked = sumOf(parts.filter(({ ledgerLineId }) => ledgerLineId !== null));
  if (told.equals(booked)) return undefined;
  const [one, other] = [inCurrency(told.toFixed(), currency), inCurrency(booked.toFixed(), currency)];
  const message = `The bank has ${one} ${currency}, the books have ${other} ${currency}; a match has equal sums.`;
  return { pointer: '', code: 'sums_differ', message };
}

function statementFaults({ bankAccount, statementLineIds, statementLines }: WantedMatch): ProblemError[] {
  const found = new Map(statementLines.map((line) => [line.id, line]));
  return statementLineIds.flatMap((id, index) => {
    const line = found.get(id);
    const fault = faultAt(`/statementLineIds/${index}`);
    if (!line) return fault('unknown_line', `There is no line of a bank statement ${id}.`);
    if (line.bankAccountId !== bankAccount.id) {
      return fault('other_bank_account', 'The line is of a statement of another bank account.');
    }
    if (line.status === 'announced') {
      return fault('announced', 'The line is only announced; match the one that the statement brings.');
    }
    return line.status === 'unmatched' ? [] : fault(TAKEN, `The line is ${line.status} already.`);
  });
}

export function ledgerFaults(
  { bankAccount, ledgerLineIds, ledgerLines }: Pick<WantedMatch, 'bankAccount' | 'ledgerLineIds' | 'ledgerLines'>,
  field = 'ledgerLineIds',
): ProblemError[] {
  const found = new Map(ledgerLines.map((line) => [line.id, line]));
  return ledgerLineIds.flatMap((id, index) => {
    const line = found.get(id);
    const fault = faultAt(`/${field}/${index}`);
    if (!line) return fault('unknown_line', `There is no line of the books on a bank account ${id}.`);
    if (line.bankAccountId !== bankAccount.id) {
      return fault('other_bank_account', 'The line is on the ledger account of another bank account.');
    }
    return line.matchId === null ? [] : fault(TAKEN, `The line is a part of the match ${line.matchId}.`);
  });
}

const faultAt =
  (pointer: string) =>
  (code: string, message: string): ProblemError[] => [{ pointer, code, message }];
