import { type Currency, findCurrency } from '#kernel/currency.js';
import { Decimal, parseDecimal, scaleOf, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingLine, PostingRequest, PostingTaxes } from '../../contract/ledger-posting.js';
import { finding, isTooLarge } from '../../journal/planned-entry.js';
import type { TaxComponent } from '../calculation/tax-component.js';
import type { TaxCodeRow } from '../codes/tax-code.js';
import { componentsOnDate } from '../documents/components-on-date.js';

/** A line of an entry with its taxes as they are on the tax point date. */
export interface TaxedLine {
  index: number;
  line: PostingLine;
  taxes: PostingTaxes;
  currency: Currency;
  /** Above zero for what is bought or sold, below zero for what is given back. */
  amount: Decimal;
  components: TaxComponent[];
}

/** The lines of a request that bear taxes. What is wrong with their taxes is added to `errors`, all of it. */
export function taxedLines(
  request: PostingRequest,
  functional: Currency,
  known: ReadonlyMap<string, TaxCodeRow>,
  pointer: string,
  errors: ProblemError[],
): { lines: TaxedLine[]; areReadable: boolean } {
  let areReadable = true;
  const isOfParty = request.lines.some(({ partyId }) => partyId !== undefined);
  const lines = request.lines.flatMap((line, index): TaxedLine[] => {
    const { taxes } = line;
    if (!taxes) return [];
    const at = `${pointer}/lines/${index}/taxes`;
    errors.push(...shapeFaults(request, taxes, at));
    const amount = amountOf(request, line, taxes, functional);
    if (!amount) {
      areReadable = false;
      return [];
    }
    const point = {
      direction: taxes.direction,
      on: request.taxPointOn ?? request.entryDate,
      currency: amount.currency.code,
    };
    const components = taxes.taxCodes.flatMap((code, place) => {
      const { fault, taxes: found } = componentsOnDate(code, known, point);
      if (fault) errors.push({ ...fault, pointer: `${at}/taxCodes/${place}` });
      return found ?? [];
    });
    errors.push(...natureFaults(components, taxes, isOfParty, at));
    return [{ index, line, taxes, components, ...amount }];
  });
  return { lines, areReadable };
}

function shapeFaults({ kind = 'regular' }: PostingRequest, { amountIs, base, taxAmount }: PostingTaxes, at: string) {
  const faults: ProblemError[] = [];
  if (kind !== 'regular') {
    const message = 'What opens or closes books is not taxed: leave the taxes out.';
    faults.push({ pointer: at, code: 'taxes_of_regular_entry', message });
  }
  if ((amountIs === 'tax') !== (base !== undefined)) {
    const message =
      amountIs === 'tax'
        ? 'Say what the tax was levied on.'
        : 'A base is given with a line that is a tax itself: amountIs tax.';
    faults.push(finding(at, 'base', 'base_of_tax', message));
  }
  if (amountIs === 'tax' && taxAmount !== undefined) {
    faults.push(finding(at, 'taxAmount', 'tax_twice', 'The amount of the line is the tax: leave taxAmount out.'));
  }
  return faults;
}

/** What the taxes themselves rule out. */
function natureFaults(
  components: readonly TaxComponent[],
  { amountIs, taxAmount }: PostingTaxes,
  isOfParty: boolean,
  at: string,
): ProblemError[] {
  const faults: ProblemError[] = [];
  const fault = (field: string, code: string, message: string) => void faults.push(finding(at, field, code, message));
  if (components.length !== 1 && (taxAmount !== undefined || amountIs === 'tax') && components.length > 0) {
    const message = `A stated tax is one tax, and these are ${components.length}: give each a line with amountIs tax.`;
    fault(taxAmount === undefined ? 'taxCodes' : 'taxAmount', 'stated_tax_of_several', message);
  }
  for (const { code, isReverseCharge, isCashBasis, computation } of components) {
    if (isReverseCharge && amountIs === 'tax') {
      const message = `The tax ${code} is owed and deducted by the buyer: name it on the line of what was bought.`;
      fault('amountIs', 'reverse_charge_of_base', message);
    }
    if (computation === 'fixed_per_unit' && amountIs !== 'tax') {
      const message = `The tax ${code} is by quantity, which an entry does not have: give it a line with amountIs tax.`;
      fault('taxCodes', 'tax_needs_quantity', message);
    }
    if (isCashBasis && isOfParty) {
      const message = `The tax ${code} is due when it is paid, and what the entry leaves open with a party is not: post it when it is paid, or sell by an invoice.`;
      fault('taxCodes', 'cash_basis_needs_payment', message);
    }
  }
  return faults;
}

/** Undefined where the ledger refuses the line, and says why. */
function amountOf(
  request: PostingRequest,
  line: PostingLine,
  { direction }: PostingTaxes,
  functional: Currency,
): { currency: Currency; amount: Decimal } | undefined {
  const currency = findCurrency(line.currency ?? request.currency ?? functional.code);
  if (!currency) return undefined;
  const [debit, credit] = [line.debit, line.credit].map((text) => (text === undefined ? zero : parseDecimal(text)));
  if (!debit || !credit || debit.isZero() === credit.isZero()) return undefined;
  const isRefused = (one: Decimal) => one.isNegative() || scaleOf(one) > currency.minorUnits || isTooLarge(one);
  if (isRefused(debit) || isRefused(credit)) return undefined;
  return { currency, amount: direction === 'purchase' ? debit.minus(credit) : credit.minus(debit) };
}
