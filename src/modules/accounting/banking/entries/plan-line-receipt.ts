import type { ProblemError } from '#kernel/problem.js';
import { Problem } from '#kernel/problem.js';
import type { RecordReceipt } from '../../receipts/receipts.dto.js';
import type { CreateBankLineEntry } from './bank-line-entry.dto.js';
import type { LineEntryFacts } from './line-entry-facts.js';
import type { PlannedSettlement } from './plan-settlement.js';

/** What a customer paid less what settles the items besides, as a receipt of its own. */
export interface PlannedLineReceipt {
  /** Of the line in the body. */
  index: number;
  receipt: RecordReceipt;
}

/** The words and the day of what a line of a statement becomes. */
export interface LineEntryWords {
  entryDate: string;
  description: string;
  reference: string | undefined;
}

/**
 * The receipt that a line is of which more is settled than paid, on the bank account of the statement. Pure.
 *
 * @param settlement what goes to which of its items, in their order
 */
export function planLineReceipt(
  body: CreateBankLineEntry,
  { index, items }: Pick<PlannedSettlement, 'index' | 'items'>,
  { line: { legalEntityId, bankAccountId, currency } }: LineEntryFacts,
  { entryDate, description, reference }: LineEntryWords,
): PlannedLineReceipt {
  const { amount, partyId, settles = [], description: own, differenceTolerance } = body.lines[index]!;
  const { exchangeRate, exchangeRateSource, softCloseReason } = body;
  return {
    index,
    receipt: {
      legalEntityId,
      partyId: partyId!,
      receivedOn: entryDate,
      amount,
      currency,
      exchangeRate,
      exchangeRateSource,
      bankAccountId,
      reference,
      note: own ?? description,
      softCloseReason,
      allocations: items.map((item, place) => {
        const { discount, takeDiscount, discountReason, withholdings } = settles[place]!;
        return { ...item, discount: discount ?? undefined, takeDiscount, discountReason, withholdings };
      }),
      differenceTolerance,
    },
  };
}

/** Where the members of a receipt are in the body that it comes from. */
const placed: readonly [RegExp, (index: number) => string][] = [
  [/^\/allocations(?=\/|$)/, (index) => `/lines/${index}/settles`],
  [/^\/receivedOn$/, () => '/entryDate'],
  [/^\/(?=partyId$|amount$|differenceTolerance$)/, (index) => `/lines/${index}/`],
  [/^(?=\/exchangeRate)/, () => ''],
];

/** What is refused of the receipt, told of the lines as they were sent. */
export function inWordsOfLine({ code, status, title, detail, errors, headers }: Problem, index: number): Problem {
  const told = errors.map((error): ProblemError => {
    const [pattern, at] = placed.find(([one]) => one.test(error.pointer)) ?? [];
    return { ...error, pointer: pattern ? error.pointer.replace(pattern, at!(index)) : '' };
  });
  return new Problem(code, status, title, detail, told).withHeaders(headers);
}
