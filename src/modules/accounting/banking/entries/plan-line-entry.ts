import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import type { WantedPair } from '../../open-items/plan-allocations.js';
import type { BankStatementLineView } from '../statements/bank-statement-lines.dto.js';
import type { BankLineEntryLine, CreateBankLineEntry } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import { planSettlement, type PlannedSettlement } from './plan-settlement.js';

export type LineEntryPlan =
  | { request: PostingRequest; settlements: PlannedSettlement[]; order: number[]; errors?: undefined }
  | { request?: undefined; errors: ProblemError[] };

/**
 * Decides the entry that a line of a statement becomes: the bank's ledger account against what the caller says, in the
 * currency of the bank account. Lines of parties follow right after the bank's own, so that their place in the entry is
 * known: others may be split by their dimensions.
 */
export function planLineEntry(matchId: string, body: CreateBankLineEntry, facts: LineEntryFacts): LineEntryPlan {
  const { line } = facts;
  const errors = amountFaults(body.lines, line);
  const settlements: PlannedSettlement[] = [];
  const planned = body.lines.map((wanted, index) => {
    const settlement = wanted.partyId === undefined ? undefined : planSettlement(wanted, index, facts);
    if (!settlement) return { index, line: ordinaryLine(wanted, index, errors) };
    if (settlement.errors) errors.push(...settlement.errors);
    else if (settlement.settlement) settlements.push(settlement.settlement);
    return { index, line: settlement.line ?? {} };
  });
  if (errors.length > 0) return { errors };
  const ofParties = planned.filter(({ line: { partyId } }) => partyId !== undefined);
  const others = planned.filter(({ line: { partyId } }) => partyId === undefined);
  const order = [...ofParties, ...others];
  const entryDate = (body.entryDate ?? line.bookedOn) as CalendarDate;
  const { journalCode, exchangeRate, exchangeRateSource, softCloseReason } = body;
  const request: PostingRequest = {
    legalEntityId: line.legalEntityId,
    ...(journalCode === undefined ? {} : { journalCode }),
    entryDate,
    description: body.description ?? descriptionOf(line),
    reference: body.reference ?? referenceOf(line),
    currency: line.currency,
    exchangeRate,
    exchangeRateSource,
    softCloseReason,
    origin: { type: 'bank_match', id: matchId },
    lines: [
      { accountId: facts.ledgerAccountId, ...sided(new Decimal(line.amount)) },
      ...order.map((one, place) => ({ ...one.line, ...sided(amountAt(body, order[place]!.index).negated()) })),
    ],
  };
  const placeOf = new Map(order.map(({ index }, place) => [index, place + 2]));
  return {
    request,
    settlements: settlements.map((one) => ({ ...one, lineNumber: placeOf.get(one.index)! })),
    order: order.map(({ index }) => index),
  };
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
  const { accountCode, settles, control, description, dimensions } = wanted;
  const fault = (field: string, code: string, message: string) =>
    errors.push({ pointer: `/lines/${index}/${field}`, code, message });
  if (accountCode === undefined) {
    fault('accountCode', 'account_required', 'Say which account the line is posted to, or whose payment it is.');
  }
  if (settles?.length) fault('settles', 'party_required', 'Say whose items they are: partyId.');
  if (control !== undefined) fault('control', 'party_required', 'It says what of a party the line is: partyId.');
  return { accountCode, description, dimensions };
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
