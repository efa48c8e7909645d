import { requireCurrency } from '#kernel/currency.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { roundAmount } from '../tax/calculation/round-amount.js';
import { takenTaxes } from '../tax/calculation/taken-tax.js';
import type { PartPurpose } from './settlement.view.js';
import type { SettledDocument, SettledTax } from './settled-documents.repository.js';

/** A tax that a correction gives back, and the line of its entry that it is in; null where it comes to nothing. */
export interface CorrectedTax extends SettledTax {
  lineNumber: number | null;
  functionalBase: Decimal;
  functionalTax: Decimal;
}

/** The lines that take an amount off an item, and the taxes in them, which are below zero. */
export interface PlannedCorrection {
  lines: PostingLine[];
  taxes: CorrectedTax[];
}

/**
 * The taxes of a document that go with what is taken off it. One that is due when it is paid never is where nobody pays, so
 * a bad debt gives it up whatever was asked; small differences leave all taxes as they are.
 */
export const correctedTaxes = (
  taxes: readonly SettledTax[],
  { purpose, withTax }: { purpose: PartPurpose; withTax: boolean },
): SettledTax[] => taxes.filter(({ isDeferred }) => withTax || (isDeferred && purpose === 'write_off'));

/**
 * Takes an amount off an item, at the rate that it was posted at: a credit of its customer, against the account, net of the
 * taxes of the document; off a credit the other way round. Pure.
 */
export function planCorrection(
  item: Pick<OpenItemView, 'accountCode' | 'amount' | 'currency' | 'partyId'>,
  amount: Decimal,
  accountCode: string,
  document: SettledDocument,
): PlannedCorrection {
  const { minorUnits } = requireCurrency(item.currency);
  const functional = requireCurrency(document.functionalCurrency);
  const inFunctional = (value: Decimal) =>
    document.exchangeRate === null ? value : roundAmount(value.times(document.exchangeRate), functional.minorUnits);
  const hasTaxes = !document.gross.isZero() && document.taxes.length > 0;
  const parts = hasTaxes
    ? takenTaxes(
        amount,
        document.gross,
        document.taxes.map((tax) => ({ ...tax, key: `${tax.taxCodeId} ${tax.rate.toString()}` })),
        minorUnits,
      )
    : [];
  const given = parts.map(({ base, tax }, index) => {
    const one = document.taxes[index]!;
    // What is nothing in the functional currency, or has no account, cannot be posted: it stays in the net amount.
    const isPosted = one.accountId !== null && !inFunctional(tax).isZero();
    return { one, base, tax: isPosted ? tax : zero };
  });
  const net = amount.minus(sum(given.map(({ tax }) => tax)));
  const isCredit = item.amount.startsWith('-');
  const negated = (value: Decimal) => (value.isZero() ? zero : value.negated());
  const sided = (value: Decimal) => sideOf(isCredit ? negated(value) : value, minorUnits);
  const lines: PostingLine[] = [{ accountCode: item.accountCode, partyId: item.partyId, ...sided(negated(amount)) }];
  if (!net.isZero()) lines.push({ accountCode, ...sided(net) });
  const taxes = given.map(({ one, base, tax }): CorrectedTax => {
    if (!tax.isZero()) lines.push({ accountId: one.accountId!, ...sided(tax) });
    const lineNumber = tax.isZero() ? null : lines.length;
    const turned = (value: Decimal) => (isCredit ? value : negated(value));
    return {
      ...one,
      lineNumber,
      base: turned(base),
      tax: turned(tax),
      functionalBase: turned(inFunctional(base)),
      functionalTax: turned(inFunctional(tax)),
    };
  });
  return { lines, taxes };
}

const sideOf = (amount: Decimal, minorUnits: number): Pick<PostingLine, 'debit' | 'credit'> =>
  amount.isNegative() ? { credit: amount.abs().toFixed(minorUnits) } : { debit: amount.toFixed(minorUnits) };
