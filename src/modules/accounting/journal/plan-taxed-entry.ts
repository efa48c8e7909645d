import { Decimal, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { EntryTaxFacts, ExpandedRequest, ExpandedTax } from './entry-taxes.js';
import { type EntryPlan, planEntry } from './plan-entry.js';
import { finding, type PlannedEntry, type PlannedLine, type PlannedTax, type PostingRights } from './planned-entry.js';
import type { PostingFacts } from './posting-facts.js';

/** The same as `planEntry`, for a request with lines that name taxes. Faults are told of the lines that were sent. */
export function planTaxedEntry(
  request: PostingRequest,
  id: string,
  { facts, taxes }: { facts: PostingFacts; taxes: EntryTaxFacts },
  rights: PostingRights,
  pointer: string,
): EntryPlan {
  const books = facts.books(request.legalEntityId);
  if (!books || books.isArchived) return planEntry(request, id, facts, rights, pointer);
  const { expanded, errors } = taxes.expand(request, books.functionalCurrency, pointer);
  if (errors) {
    // Without its taxes it cannot balance; all else that is wrong is told at once.
    const others = planEntry(request, id, facts, rights, pointer).errors ?? [];
    return { errors: [...errors, ...others.filter(({ code }) => code !== 'entry_unbalanced')] };
  }
  const plan = planEntry(expanded.request, id, facts, rights, pointer);
  if (!plan.entry) return { errors: plan.errors.map((error) => inWordsSent(error, expanded, pointer)) };
  const faults = placeFaults(plan.entry, expanded, pointer);
  if (faults.length > 0) return { errors: faults };
  return { entry: { ...plan.entry, taxes: plannedTaxes(plan.entry, expanded) } };
}

/** A fault of a line that the taxes made is one of the taxes. */
function inWordsSent(error: ProblemError, { request, bearers }: ExpandedRequest, pointer: string): ProblemError {
  const place = new RegExp(`^${pointer}/lines/(\\d+)(?=/|$)`).exec(error.pointer)?.[1];
  const behind = place === undefined ? -1 : Number(place) - (request.lines.length - bearers.length);
  return behind < 0 ? error : { ...error, pointer: `${pointer}/lines/${bearers[behind]!}/taxes` };
}

/** A line that is said to be a tax is one line, on the account of the tax. */
function placeFaults({ lines }: PlannedEntry, { request, taxes }: ExpandedRequest, pointer: string): ProblemError[] {
  return taxes.flatMap(({ place, accountCode, taxCode }): ProblemError[] => {
    if (place === null) return [];
    const at = `${pointer}/lines/${place}`;
    const found = lines.filter((line) => line.place === place);
    if (found.length > 1) {
      return [finding(at, 'dimensions', 'tax_split', 'A line that is a tax is one line: it is not split.')];
    }
    const { code } = found[0]!.account;
    if (code === accountCode) return [];
    const field = request.lines[place]!.accountId === undefined ? 'accountCode' : 'accountId';
    const message = `The tax ${taxCode} stands on the account ${accountCode ?? 'that its code lacks'}, not on ${code}.`;
    return [finding(at, field, 'not_tax_account', message)];
  });
}

function plannedTaxes(entry: PlannedEntry, { request, taxes }: ExpandedRequest): PlannedTax[] {
  const { lines, functionalCurrency, entryDate } = entry;
  // A payment beside what is taxed does not tell whom it was bought of.
  const parties = new Set(entry.origin ? [] : lines.flatMap(({ partyId }) => partyId ?? []));
  const [partyId = null] = parties.size === 1 ? parties : [];
  const taxPointOn = request.taxPointOn ?? entryDate;
  return taxes.map(({ place, borneBy, accountCode: _account, ...tax }) => {
    const index = place === null ? -1 : lines.findIndex((line) => line.place === place);
    const { currency, exchangeRate } = lines.find((line) => line.place === borneBy)!;
    const functionalBase = exchangeRate
      ? tax.base.times(exchangeRate).toDecimalPlaces(functionalCurrency.minorUnits, Decimal.ROUND_HALF_UP)
      : tax.base;
    return {
      ...tax,
      lineNumber: index < 0 ? null : index + 1,
      taxPointOn,
      currency,
      functionalBase,
      functionalTax: index < 0 ? zero : movementOf(lines[index]!, tax),
      partyId,
      isDeferred: false,
    };
  });
}

/** What is owed is a credit, what is deducted a debit. */
function movementOf(
  { functionalDebit, functionalCredit }: PlannedLine,
  { side }: ExpandedTax | { side: string },
): Decimal {
  return side === 'output' ? functionalCredit.minus(functionalDebit) : functionalDebit.minus(functionalCredit);
}
