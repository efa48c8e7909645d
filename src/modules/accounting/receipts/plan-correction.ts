import { requireCurrency } from '#kernel/currency.js';
import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { roundAmount } from '../tax/calculation/round-amount.js';
import type { SettledDocument, SettledTax } from './settled-documents.repository.js';
import { takenTaxes } from './taken-tax.js';

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
 * Takes an amount off an item, at the rate that it was posted at: a credit of its customer, against the account, net of the
 * tax in it where that is corrected. Pure.
 */
export function planCorrection(
  item: Pick<OpenItemView, 'accountCode' | 'currency' | 'partyId'>,
  amount: Decimal,
  accountCode: string,
  document: SettledDocument,
  withTax: boolean,
): PlannedCorrection {
  const { minorUnits } = requireCurrency(item.currency);
  const functional = requireCurrency(document.functionalCurrency);
  const inFunctional = (value: Decimal) =>
    document.exchangeRate === null ? value : roundAmount(value.times(document.exchangeRate), functional.minorUnits);
  const hasTaxes = withTax && !document.gross.isZero() && document.taxes.length > 0;
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
  const lines: PostingLine[] = [
    { accountCode: item.accountCode, partyId: item.partyId, credit: amount.toFixed(minorUnits) },
  ];
  if (!net.isZero()) lines.push({ accountCode, ...sideOf(net, minorUnits) });
  const taxes = given.map(({ one, base, tax }): CorrectedTax => {
    if (!tax.isZero()) lines.push({ accountId: one.accountId!, ...sideOf(tax, minorUnits) });
    const lineNumber = tax.isZero() ? null : lines.length;
    const negated = (value: Decimal) => (value.isZero() ? zero : value.negated());
    return {
      ...one,
      lineNumber,
      base: negated(base),
      tax: negated(tax),
      functionalBase: negated(inFunctional(base)),
      functionalTax: negated(inFunctional(tax)),
    };
  });
  return { lines, taxes };
}

const sideOf = (amount: Decimal, minorUnits: number): Pick<PostingLine, 'debit' | 'credit'> =>
  amount.isNegative() ? { credit: amount.abs().toFixed(minorUnits) } : { debit: amount.toFixed(minorUnits) };
