import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import type { WantedPair } from '../../open-items/plan-allocations.js';
import type { BankStatementLineView } from '../statements/bank-statement-lines.dto.js';
import type { BankLineEntryLine, CreateBankLineEntry } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import { isReceipt } from './line-receipt.js';
import { type LineEntryWords, planLineReceipt, type PlannedLineReceipt } from './plan-line-receipt.js';
import { planSettlement, type PlannedSettlement } from './plan-settlement.js';

export type LineEntryPlan =
  | {
      /** None where all lines are receipts. */
      request: PostingRequest | undefined;
      settlements: PlannedSettlement[];
      order: number[];
      receipts: PlannedLineReceipt[];
      errors?: undefined;
    }
  | { request?: undefined; errors: ProblemError[] };

/**
 * Decides the entry that a line of a statement becomes: the bank's ledger account against what the caller says, in the
 * currency of the bank account. Lines of parties follow right after the bank's own, so that their place in the entry is
 * known: others may be split by their dimensions. Lines of which more is settled than paid are receipts instead.
 */
export function planLineEntry(matchId: string, body: CreateBankLineEntry, facts: LineEntryFacts): LineEntryPlan {
  const { line } = facts;
  const errors = amountFaults(body.lines, line);
  const settlements: PlannedSettlement[] = [];
  const planned = body.lines.map((wanted, index) => {
    const settlement =
      wanted.partyId === undefined ? undefined : planSettlement(wanted, index, facts, body.entryDate ?? line.bookedOn);
    if (!settlement) return { index, line: ordinaryLine(wanted, index, errors) };
    if (settlement.errors) errors.push(...settlement.errors);
    else if (settlement.settlement) settlements.push(settlement.settlement);
    return { index, line: settlement.line ?? {} };
  });
  const isOfReceipt = (index: number) => isReceipt(body.lines[index]!);
  const posted = planned.filter(({ index }) => !isOfReceipt(index));
  errors.push(...restFaults(body, posted));
  if (errors.length > 0) return { errors };
  const ofParties = posted.filter(({ line: { partyId } }) => partyId !== undefined);
  const others = posted.filter(({ line: { partyId } }) => partyId === undefined);
  const order = [...ofParties, ...others];
  const words: LineEntryWords = {
    entryDate: body.entryDate ?? line.bookedOn,
    description: body.description ?? descriptionOf(line),
    reference: body.reference ?? referenceOf(line),
  };
  const placeOf = new Map(order.map(({ index }, place) => [index, place + 2]));
  const [ofReceipts, ofEntry] = [
    settlements.filter(({ index }) => isOfReceipt(index)),
    settlements.filter(({ index }) => !isOfReceipt(index)),
  ];
  return {
    request: order.length === 0 ? undefined : requestOf(matchId, body, facts, words, order),
    settlements: ofEntry.map((one) => ({ ...one, lineNumber: placeOf.get(one.index)! })),
    order: order.map(({ index }) => index),
    receipts: ofReceipts.map((one) => planLineReceipt(body, one, facts, words)),
  };
}

interface PlannedLine {
  index: number;
  line: PostingLine;
}

function requestOf(
  matchId: string,
  body: CreateBankLineEntry,
  { line, ledgerAccountId }: LineEntryFacts,
  { entryDate, ...words }: LineEntryWords,
  order: readonly PlannedLine[],
): PostingRequest {
  const { journalCode, taxPointOn, exchangeRate, exchangeRateSource, softCloseReason } = body;
  const amounts = order.map(({ index }) => amountAt(body, index));
  return {
    legalEntityId: line.legalEntityId,
    ...(journalCode === undefined ? {} : { journalCode }),
    entryDate: entryDate as CalendarDate,
    ...(taxPointOn === undefined ? {} : { taxPointOn: taxPointOn as CalendarDate }),
    ...words,
    currency: line.currency,
    exchangeRate,
    exchangeRateSource,
    softCloseReason,
    origin: { type: 'bank_match', id: matchId },
    lines: [
      { accountId: ledgerAccountId, ...sided(sum(amounts)) },
      ...order.map((one, place) => ({ ...one.line, ...sided(amounts[place]!.negated()) })),
    ],
  };
}

/** What is wrong with what lines that are receipts leave for the entry. */
function restFaults(body: CreateBankLineEntry, posted: readonly PlannedLine[]): ProblemError[] {
  if (posted.length === body.lines.length) return [];
  if (posted.length === 0) return receiptsFaults(body);
  if (!sum(posted.map(({ index }) => amountAt(body, index))).isZero()) return [];
  const message = 'The lines that are no receipts cancel each other out: post them as an entry of their own.';
  return [{ pointer: '/lines', code: 'rest_of_nothing', message }];
}

/** What is said of an entry where all lines are receipts, and there is none. */
function receiptsFaults({ journalCode, taxPointOn }: CreateBankLineEntry): ProblemError[] {
  const errors: ProblemError[] = [];
  if (journalCode !== undefined) {
    const message = 'Receipts stand in their own journal: leave the code out where all lines are such.';
    errors.push({ pointer: '/journalCode', code: 'journal_of_receipts', message });
  }
  if (taxPointOn !== undefined) {
    const message = 'Taxes of receipts have the day of payment: leave it out where all lines are such.';
    errors.push({ pointer: '/taxPointOn', code: 'tax_point_of_receipts', message });
  }
  return errors;
}

/** The items that are settled with those that the entry brought. */
export function pairsOf(
  settlements: readonly PlannedSettlement[],
  itemOfLine: (lineNumber: number) => string,
): WantedPair[] {
  return settlements.flatMap(({ lineNumber, items, isIncoming }) =>
    items.map(({ openItemId, amount }) => {
      const own = itemOfLine(lineNumber);
      return isIncoming
        ? { debitItemId: openItemId, creditItemId: own, amount }
        : { debitItemId: own, creditItemId: openItemId, amount };
    }),
  );
}

const amountAt = ({ lines }: CreateBankLineEntry, index: number) => new Decimal(lines[index]!.amount);

/** What comes in is a debit of the bank. */
const sided = (amount: Decimal): Pick<PostingLine, 'debit' | 'credit'> =>
  amount.isPositive() ? { debit: amount.toString() } : { credit: amount.abs().toString() };

function ordinaryLine(wanted: BankLineEntryLine, index: number, errors: ProblemError[]): PostingLine {
  const { accountCode, settles, control, description, dimensions, taxes, differenceTolerance } = wanted;
  const fault = (field: string, code: string, message: string) =>
    errors.push({ pointer: `/lines/${index}/${field}`, code, message });
  if (accountCode === undefined) {
    fault('accountCode', 'account_required', 'Say which account the line is posted to, or whose payment it is.');
  }
  if (settles?.length) fault('settles', 'party_required', 'Say whose items they are: partyId.');
  if (control !== undefined) fault('control', 'party_required', 'It says what of a party the line is: partyId.');
  if (differenceTolerance !== undefined) {
    fault('differenceTolerance', 'party_required', 'Differences are of what a customer pays: say who, partyId.');
  }
  // What the bank moved is what was paid: the taxes are in it.
  const borne = taxes && { taxes: { ...taxes, amountIs: 'gross' as const } };
  return { accountCode, description, dimensions, ...borne };
}

function amountFaults(
  lines: readonly BankLineEntryLine[],
  { amount, currency }: BankStatementLineView,
): ProblemError[] {
  const { minorUnits } = requireCurrency(currency);
  const amounts = lines.map((line) => new Decimal(line.amount));
  const errors = amounts.flatMap((one, index): ProblemError[] => {
    const pointer = `/lines/${index}/amount`;
    if (one.isZero()) return [{ pointer, code: 'zero_amount', message: 'A line has an amount.' }];
    if (scaleOf(one) <= minorUnits) return [];
    const message = `${currency} has ${minorUnits} decimals; the amount has more.`;
    return [{ pointer, code: 'amount_scale', message }];
  });
  if (errors.length > 0) return errors;
  const total = sum(amounts);
  if (new Decimal(amount).isZero()) {
    return [{ pointer: '', code: 'zero_line', message: 'A line of no money needs no entry; exclude it.' }];
  }
  if (total.equals(amount)) return [];
  const shown = total.toFixed(minorUnits);
  const message = `The lines sum up to ${shown} ${currency}, the line of the statement is ${amount} ${currency}.`;
  return [{ pointer: '/lines', code: 'sums_differ', message }];
}

/** What the bank says of the line, in as many words as an entry has. */
function descriptionOf({ remittance, counterparty, transactionCode, bookedOn }: BankStatementLineView): string {
  const words = [counterparty.name, remittance].filter((text) => text !== null && text.trim() !== '').join(': ');
  return (words.replace(/\s+/g, ' ').trim() || `Bank ${transactionCode ?? ''} ${bookedOn}`.replace('  ', ' ')).slice(
    0,
    500,
  );
}

function referenceOf({
  endToEndReference,
  creditorReference,
  bankReference,
}: BankStatementLineView): string | undefined {
  const found = [creditorReference, endToEndReference, bankReference].find(
    (text) => text !== null && text.trim() !== '',
  );
  return found?.trim().slice(0, 100);
}
