import type { Currency } from '#kernel/currency.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import type { ExpandedTax, Expansion } from '../../journal/entry-taxes.js';
import { finding } from '../../journal/planned-entry.js';
import type { TaxCodeRow } from '../codes/tax-code.js';
import { calculatedTaxes, type Levy, statedTaxes, type TaxedGroup, taxOfLine } from './levied-taxes.js';
import { type TaxedLine, taxedLines } from './taxed-line.js';

/**
 * The request with its taxes as lines of their own: what lines bear net of their taxes, and behind them a line for each tax
 * of those that share currency, rate and direction, on the account of its code. What cannot be deducted stays with the line
 * that bears it; what the buyer owes is a credit and a debit. Taxes are reckoned and rounded as those of documents.
 *
 * @param known the tax codes that the request names, with the parts of groups
 * @param pointer JSON pointer of the request inside the body
 */
export function expandEntryTaxes(
  request: PostingRequest,
  functional: Currency,
  known: ReadonlyMap<string, TaxCodeRow>,
  pointer: string,
): Expansion {
  const errors: ProblemError[] = [];
  const { lines, areReadable } = taxedLines(request, functional, known, pointer, errors);
  if (errors.length > 0 || !areReadable) return { errors };
  const groups = groupsOf(lines).flatMap((group) => leviedOn(group, pointer, errors) ?? []);
  if (errors.length > 0) return { errors };
  const sent: PostingLine[] = request.lines.map(({ taxes: _taxes, ...line }) => line);
  const behind: PostingLine[] = [];
  const bearers: number[] = [];
  const taxes: ExpandedTax[] = [];
  for (const { members, costs, levies } of groups) {
    members.forEach(({ index, amount, taxes: { direction } }, at) => {
      const cost = costs[at]!;
      if (cost.isZero() || cost.isNegative() !== amount.isNegative()) errors.push(nothingLeft(index, pointer));
      sent[index] = { ...sent[index]!, ...(direction === 'purchase' ? debit(cost) : credit(cost)) };
    });
    for (const levy of levies) {
      for (const one of sidesOf(levy, members[0]!, known)) {
        const { index } = members[0]!;
        if (one.tax.isZero() || one.place !== null) {
          taxes.push(one);
          continue;
        }
        if (one.accountCode === null) {
          const message = `The tax code ${one.taxCode} names no account for what is ${one.side === 'output' ? 'owed' : 'deducted'} of it: add one.`;
          errors.push(finding(`${pointer}/lines/${index}/taxes`, 'taxCodes', 'tax_account_missing', message));
        }
        taxes.push({ ...one, place: sent.length + behind.length });
        behind.push(lineOf(one, members));
        bearers.push(index);
      }
    }
  }
  if (errors.length > 0) return { errors };
  return { expanded: { request: { ...request, lines: [...sent, ...behind] }, bearers, taxes } };
}

/** Lines whose taxes are reckoned together; what is stated stands alone. */
function groupsOf(lines: readonly TaxedLine[]): TaxedLine[][] {
  const groups = new Map<string, TaxedLine[]>();
  for (const one of lines) {
    const { line, taxes, currency, index } = one;
    const isStated = taxes.amountIs === 'tax' || taxes.taxAmount !== undefined;
    const rate = [line.exchangeRate, line.exchangeRateSource, line.exchangeRateType];
    const key = JSON.stringify([
      taxes.direction,
      taxes.amountIs ?? 'net',
      currency.code,
      rate,
      isStated ? index : null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function leviedOn(members: readonly TaxedLine[], pointer: string, errors: ProblemError[]): TaxedGroup | undefined {
  const [{ taxes, index }] = members as [TaxedLine];
  const found: { group?: TaxedGroup; fault?: ProblemError } | undefined =
    taxes.amountIs === 'tax'
      ? taxOfLine(members[0]!)
      : taxes.taxAmount !== undefined
        ? inOwnWords(members, pointer, errors, () => statedTaxes(members[0]!))
        : inOwnWords(members, pointer, errors, () => ({ group: calculatedTaxes(members) }));
  if (found?.fault) {
    errors.push({ ...found.fault, pointer: `${pointer}/lines/${index}${found.fault.pointer}` });
  }
  return found?.group;
}

/** The calculator knows a document of these lines, with prices; the entry knows amounts. */
function inOwnWords<T>(
  members: readonly TaxedLine[],
  pointer: string,
  errors: ProblemError[],
  calculate: () => T,
): T | undefined {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const one of error.errors) {
      const place = /^\/lines\/(\d+)\//.exec(one.pointer)?.[1];
      const { index } = members[Number(place ?? 0)]!;
      errors.push({ ...one, pointer: `${pointer}/lines/${index}/taxes/taxCodes` });
    }
    return undefined;
  }
}

/** What of a tax is owed, and what is deducted. */
function sidesOf(
  { component, base, tax, recoverable, isLine }: Levy,
  { index, taxes: { direction } }: TaxedLine,
  known: ReadonlyMap<string, TaxCodeRow>,
): ExpandedTax[] {
  const code = known.get(component.code)!;
  const { rate, category } = component;
  const common = { taxCodeId: code.id, taxCode: code.code, rate, category, direction, base, borneBy: index };
  const place = isLine ? index : null;
  const owed = { ...common, side: 'output', tax, place, accountCode: code.outputAccountCode } as const;
  const deducted = { ...common, side: 'input', tax: recoverable, place, accountCode: code.inputAccountCode } as const;
  if (direction === 'sale') return [owed];
  return component.isReverseCharge ? [owed, deducted] : [deducted];
}

/** The line that a tax makes: in the currency and at the rate of those that bear it. */
function lineOf({ side, tax, accountCode }: ExpandedTax, members: readonly TaxedLine[]): PostingLine {
  const { currency, exchangeRate, exchangeRateSource, exchangeRateType, description } = members[0]!.line;
  return {
    accountCode: accountCode ?? '',
    ...(side === 'output' ? credit(tax) : debit(tax)),
    currency,
    exchangeRate,
    exchangeRateSource,
    exchangeRateType,
    description: members.length === 1 ? description : undefined,
  };
}

function nothingLeft(index: number, pointer: string): ProblemError {
  const message = 'The taxes leave nothing of the amount: a line that is a tax says so with amountIs tax.';
  return finding(`${pointer}/lines/${index}`, 'taxes', 'nothing_beside_tax', message);
}

type Side = Pick<PostingLine, 'debit' | 'credit'>;

const debit = (amount: Decimal): Side =>
  amount.isNegative()
    ? { debit: undefined, credit: amount.abs().toFixed() }
    : { debit: amount.toFixed(), credit: undefined };
const credit = (amount: Decimal): Side => debit(sum([zero.minus(amount)]));
