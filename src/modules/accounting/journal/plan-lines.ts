import { type Currency, findCurrency } from '#kernel/currency.js';
import { Decimal, parseDecimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { RateQuestion } from '#modules/administration/contract/exchange-rates.js';
import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { applyRules, type DimensionPlanning, type LineDimensions, planLineDimensions } from './plan-line-dimensions.js';
import { finding, isTooLarge, type PlannedLine, type PostingRights } from './planned-entry.js';
import type { AccountFact, BooksFact, PostingFacts } from './posting-facts.js';
import { parseRate } from './parse-rate.js';
import { bringsRate, questionOf } from './recorded-rates.js';
import { splitLine } from './split-line.js';

const ZERO = new Decimal(0);
const TOO_FINE = 'A share of the split is nothing in the functional currency; give it more, or leave it out.';

/** Plans the lines of a request; what is wrong with them is added to `errors`, all of it. */
export function planLines(
  request: PostingRequest,
  books: BooksFact,
  facts: PostingFacts,
  rights: PostingRights,
  pointer: string,
  errors: ProblemError[],
): PlannedLine[] {
  return request.lines.flatMap((line, index) => {
    const at = `${pointer}/lines/${index}`;
    const account = findAccount(request.legalEntityId, line, facts, rights, at, errors);
    const amounts = planAmounts(request, line, books.functionalCurrency, facts, at, errors);
    if (account && amounts && account.currency !== null && account.currency !== amounts.currency.code) {
      const message = `Account ${account.code} takes lines in ${account.currency} only; this one is in ${amounts.currency.code}.`;
      errors.push(finding(at, 'currency', 'account_currency', message));
    }
    const planning = dimensionPlanning(request, facts, errors);
    const dimensions = planLineDimensions(line.dimensions ?? [], at, planning);
    const faultOfParty = account && partyFault(request.legalEntityId, account, line, facts, rights);
    if (faultOfParty) errors.push(finding(at, ...faultOfParty));
    if (!account || !amounts || faultOfParty) return [];
    if (isRuled(request)) applyRules(account, dimensions, !rights.leavesDefaultsOut, at, planning);
    const whole = { account, ...amounts, description: line.description ?? null, dimensions: [], isRounding: false };
    const party = { partyId: line.partyId ?? null, dueOn: line.dueOn ?? null, place: index };
    const parts = splitLine({ ...whole, ...party }, dimensions, books.functionalCurrency);
    if (!parts) errors.push(finding(at, 'dimensions', 'split_too_fine', TOO_FINE));
    return parts ?? [];
  });
}

/** A rounding line, which nobody has sent, with what its account takes by default; `at` is where its lack is told. */
export function planRoundingDimensions(
  line: PlannedLine,
  request: PostingRequest,
  facts: PostingFacts,
  pointer: string,
  errors: ProblemError[],
): PlannedLine {
  const dimensions: LineDimensions = { whole: [], shares: [] };
  const planning = dimensionPlanning(request, facts, errors);
  if (isRuled(request)) applyRules(line.account, dimensions, true, `${pointer}/lines`, planning);
  return { ...line, dimensions: dimensions.whole };
}

/** Whether accounts have a say: not over the balances that books begin a year with, nor over what closes one. */
const isRuled = ({ kind = 'regular' }: PostingRequest) => kind === 'regular';

function dimensionPlanning(
  { legalEntityId, entryDate }: PostingRequest,
  { dimensions }: PostingFacts,
  errors: ProblemError[],
): DimensionPlanning {
  return { legalEntityId, entryDate, facts: dimensions, errors };
}

function findAccount(
  legalEntityId: string,
  line: PostingLine,
  facts: PostingFacts,
  rights: PostingRights,
  at: string,
  errors: ProblemError[],
): AccountFact | undefined {
  const field = line.accountId === undefined ? 'accountCode' : 'accountId';
  const given = line.accountId ?? line.accountCode;
  if (given === undefined || (line.accountId !== undefined && line.accountCode !== undefined)) {
    errors.push(finding(at, field, 'account_required', 'Name the account by accountCode or by accountId.'));
    return undefined;
  }
  const account = facts.account(legalEntityId, given);
  const fault = accountFault(account, given, rights);
  if (fault) errors.push(finding(at, field, ...fault));
  return fault ? undefined : account;
}

function accountFault(
  account: AccountFact | undefined,
  given: string,
  rights: PostingRights,
): [string, string] | undefined {
  if (!account) return ['unknown_account', `The legal entity has no account ${given}.`];
  if (account.isGroup) return ['account_is_group', `Account ${account.code} is a group; post to an account under it.`];
  if (!account.isActive) return ['account_inactive', `Account ${account.code} is inactive.`];
  if (account.control !== 'none' && !rights.postToControlAccounts) {
    return [
      'control_account',
      `Account ${account.code} is a ${account.control} control account; posting to it by hand needs a permission.`,
    ];
  }
  return undefined;
}

/** Whose the line has to be: what its account controls is kept by party. */
function partyFault(
  legalEntityId: string,
  account: AccountFact,
  { partyId, dueOn, dimensions = [] }: PostingLine,
  facts: PostingFacts,
  rights: PostingRights,
): [field: string, code: string, message: string] | undefined {
  const isControlled = account.control === 'receivable' || account.control === 'payable';
  if (partyId === undefined) {
    if (dueOn !== undefined) return ['dueOn', 'due_without_party', 'Only what a party owes or is owed falls due.'];
    if (!isControlled || rights.leavesPartiesOut) return undefined;
    const message = `Account ${account.code} is a ${account.control} control account: say whose the line is by partyId.`;
    return ['partyId', 'party_required', message];
  }
  if (!isControlled) {
    const message = `Account ${account.code} takes no party: it controls neither receivables nor payables.`;
    return ['partyId', 'party_not_taken', message];
  }
  const party = facts.party(legalEntityId, partyId);
  if (!party) return ['partyId', 'unknown_party', `The legal entity has no party ${partyId}.`];
  if (party.survivorId !== null) {
    return ['partyId', 'party_merged', `${party.name} is merged into the party ${party.survivorId}; name that one.`];
  }
  if (dimensions.some(({ split }) => split !== undefined)) {
    return [
      'dimensions',
      'party_split',
      'What a party owes or is owed is one item; split the lines on the other side.',
    ];
  }
  return undefined;
}

type PlannedAmounts = Pick<
  PlannedLine,
  'currency' | 'debit' | 'credit' | 'functionalDebit' | 'functionalCredit' | 'exchangeRate' | 'exchangeRateSource'
>;

function planAmounts(
  request: PostingRequest,
  line: PostingLine,
  functional: Currency,
  facts: PostingFacts,
  at: string,
  errors: ProblemError[],
): PlannedAmounts | undefined {
  const currency = findCurrency(line.currency ?? request.currency ?? functional.code);
  if (!currency) {
    errors.push(finding(at, 'currency', 'unknown_currency', 'The currency is not an ISO 4217 code.'));
    return undefined;
  }
  const debit = amountOf(line.debit, 'debit', currency, at, errors);
  const credit = amountOf(line.credit, 'credit', currency, at, errors);
  if (!debit || !credit) return undefined;
  if (line.functionalDebit !== undefined || line.functionalCredit !== undefined) {
    return adjustmentOf(line, currency, functional, at, errors);
  }
  if (debit.isZero() === credit.isZero()) {
    errors.push(finding(at, 'debit', 'one_side', 'A line has either a debit or a credit, above zero.'));
    return undefined;
  }
  const refuse: Refuse = (field, code, message) => void errors.push(finding(at, field, code, message));
  const rate = exchangeRateOf(request, line, currency, functional, facts, refuse);
  if (rate === undefined) return undefined;
  if (rate === null) {
    const same = { functionalDebit: debit, functionalCredit: credit };
    return { currency, debit, credit, ...same, exchangeRate: null, exchangeRateSource: null };
  }
  const functionalDebit = convert(debit, rate.value, functional);
  const functionalCredit = convert(credit, rate.value, functional);
  if (functionalDebit.isZero() && functionalCredit.isZero()) {
    errors.push(
      finding(
        at,
        debit.isZero() ? 'credit' : 'debit',
        'converts_to_zero',
        `The amount is nothing in ${functional.code} at this rate.`,
      ),
    );
    return undefined;
  }
  if (isTooLarge(functionalDebit) || isTooLarge(functionalCredit)) {
    const message = `At this rate the amount has more than 18 digits before the point in ${functional.code}; amounts have at most 18.`;
    errors.push(finding(at, 'exchangeRate', 'amount_too_large', message));
    return undefined;
  }
  return {
    currency,
    debit,
    credit,
    functionalDebit,
    functionalCredit,
    exchangeRate: rate.value,
    exchangeRateSource: rate.source,
  };
}

/** A line without an amount in its currency, which moves the functional one alone. */
function adjustmentOf(
  line: PostingLine,
  currency: Currency,
  functional: Currency,
  at: string,
  errors: ProblemError[],
): PlannedAmounts | undefined {
  const functionalDebit = amountOf(line.functionalDebit, 'functionalDebit', functional, at, errors);
  const functionalCredit = amountOf(line.functionalCredit, 'functionalCredit', functional, at, errors);
  if (!functionalDebit || !functionalCredit) return undefined;
  const isOneSided = functionalDebit.isZero() !== functionalCredit.isZero();
  if (!isOneSided || currency.code === functional.code || line.debit !== undefined || line.credit !== undefined) {
    const message = `A line that adjusts ${functional.code} alone has one amount, in that currency, and stands in another.`;
    errors.push(finding(at, 'functionalDebit', 'one_side', message));
    return undefined;
  }
  const none = { debit: ZERO, credit: ZERO, exchangeRate: null, exchangeRateSource: null };
  return { currency, ...none, functionalDebit, functionalCredit };
}

function amountOf(
  text: string | undefined,
  field: 'debit' | 'credit' | 'functionalDebit' | 'functionalCredit',
  currency: Currency,
  at: string,
  errors: ProblemError[],
): Decimal | undefined {
  const amount = text === undefined ? ZERO : parseDecimal(text);
  if (!amount || amount.isNegative()) {
    errors.push(finding(at, field, 'invalid_amount', 'An amount is plain decimal text, not below zero.'));
    return undefined;
  }
  if (scaleOf(amount) > currency.minorUnits) {
    errors.push(
      finding(at, field, 'amount_scale', `${currency.code} has ${currency.minorUnits} decimals; the amount has more.`),
    );
    return undefined;
  }
  if (isTooLarge(amount)) {
    errors.push(finding(at, field, 'amount_too_large', 'Amounts have at most 18 digits before the point.'));
    return undefined;
  }
  return amount;
}

/** Adds a fault at a field of the line. */
type Refuse = (field: string, code: string, message: string) => void;

interface LineRate {
  value: Decimal;
  source: string;
}

/** The rate with its source; null where none is needed, undefined where one is missing or unusable. */
function exchangeRateOf(
  request: PostingRequest,
  line: PostingLine,
  currency: Currency,
  functional: Currency,
  facts: PostingFacts,
  refuse: Refuse,
): LineRate | null | undefined {
  if (currency.code === functional.code) {
    const field = line.exchangeRate !== undefined ? 'exchangeRate' : 'exchangeRateType';
    if (line[field] === undefined) return null;
    const message = `${currency.code} is the functional currency; leave the rate out.`;
    refuse(field, 'rate_not_needed', message);
    return undefined;
  }
  return bringsRate(request, line)
    ? givenRate(request, line, currency, functional, refuse)
    : recordedRate(questionOf(request, line, currency.code, functional.code), facts, refuse);
}

function givenRate(
  request: PostingRequest,
  line: PostingLine,
  currency: Currency,
  functional: Currency,
  refuse: Refuse,
): LineRate | undefined {
  const entryHasRate = request.exchangeRate !== undefined || request.exchangeRateSource !== undefined;
  if (line.exchangeRateType !== undefined || (request.exchangeRateType !== undefined && entryHasRate)) {
    const message =
      'A type asks for a recorded rate; leave it out with a rate that is given, or leave out rate and source.';
    refuse('exchangeRateType', 'rate_given', message);
    return undefined;
  }
  const text = line.exchangeRate ?? request.exchangeRate;
  const source = line.exchangeRateSource ?? request.exchangeRateSource;
  const value = text === undefined ? undefined : parseRate(text);
  if (!value || !value.greaterThan(0) || !source) {
    const message = `Give exchangeRate (${functional.code} for one ${currency.code}, above zero) with exchangeRateSource, or neither for the recorded rate.`;
    refuse('exchangeRate', 'rate_required', message);
    return undefined;
  }
  return { value, source };
}

function recordedRate(question: RateQuestion, facts: PostingFacts, refuse: Refuse): LineRate | undefined {
  const answer = facts.rate(question);
  if (answer?.found) return { value: answer.found.rate, source: answer.found.source };
  const why = answer?.missing ?? `No rate from ${question.fromCurrency} to ${question.toCurrency} was looked up.`;
  const message = `${why} Record one, or give exchangeRate with exchangeRateSource.`;
  refuse('exchangeRate', 'rate_missing', message);
  return undefined;
}

/** Functional amount = transaction amount × rate, rounded half-up to the functional currency's minor unit. */
function convert(amount: Decimal, rate: Decimal, functional: Currency): Decimal {
  return amount.times(rate).toDecimalPlaces(functional.minorUnits, Decimal.ROUND_HALF_UP);
}
