import { type Currency } from '#kernel/currency.js';
import { type Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { withheldAmount } from '../../tax/calculation/withheld-amount.js';
import { withholdingBy, type WithholdingTerms, withholdingTerms } from '../../tax/documents/withholding-terms.js';
import type { WithholdingTermsRow } from '../../tax/documents/withholding-terms.js';
import type { SalesDocument, SalesLine, SalesWithholding } from './sales-document.js';
import type { SalesWithholdingFields } from './sales-fields.dto.js';

type Amounts = Pick<SalesLine, 'net' | 'tax'>;

export interface WithholdingFacts {
  found: ReadonlyMap<string, WithholdingTermsRow>;
  issuedOn: string;
  currency: Currency;
  functionalCurrency: string;
}

type Reckoned = Pick<SalesDocument, 'kind' | 'totals'> & { lines: readonly Amounts[] };

/**
 * What the customer is expected to keep back of a document, and what is wrong with how that is named. Together no more
 * than the document comes to, in the order in which the codes are named: what it cannot bear waits for the next one. Pure.
 */
export function planWithholdings(
  wanted: readonly SalesWithholdingFields[],
  document: Reckoned,
  facts: WithholdingFacts,
): { withholdings: SalesWithholding[]; faults: ProblemError[] } {
  const { found, issuedOn, currency, functionalCurrency } = facts;
  const withholdings: SalesWithholding[] = [];
  const faults: ProblemError[] = [];
  wanted.forEach(({ code, lines }, index) => {
    const before = faults.length;
    const fault = (field: string, faultCode: string, message: string) =>
      faults.push({ pointer: `/withholdings/${index}${field}`, code: faultCode, message });
    const { terms, fault: ofCode } = withholdingTerms(code, found.get(code), issuedOn);
    if (ofCode) fault('/code', ofCode.code, ofCode.message);
    if (wanted.findIndex((one) => one.code === code) < index) {
      fault('/code', 'code_named_twice', `${code} is named already: name all its lines there.`);
    }
    if (currency.code !== functionalCurrency) {
      fault('', 'withholding_currency', `Withholdings are reckoned in ${functionalCurrency} alone.`);
    }
    (lines ?? []).forEach((place, at) => {
      if (place > document.lines.length) {
        fault(`/lines/${at}`, 'unknown_line', `The document has ${document.lines.length} lines.`);
      } else if (lines!.indexOf(place) < at) fault(`/lines/${at}`, 'line_named_twice', `${place} is named twice.`);
    });
    if (!terms || faults.length > before) return;
    const left = document.totals.payable.minus(sum(withholdings.map(({ amount }) => amount)));
    const planned = reckon(terms, lines ?? null, document, { most: left, minorUnits: currency.minorUnits });
    if (planned.base.isNegative()) fault('/lines', 'base_below_zero', 'What it is reckoned of is less than nothing.');
    else withholdings.push(planned);
  });
  return { withholdings, faults };
}

function reckon(
  terms: WithholdingTerms,
  places: number[] | null,
  { kind, totals, lines }: Reckoned,
  { most, minorUnits }: { most: Decimal; minorUnits: number },
): SalesWithholding {
  const bearing = places?.map((place) => lines[place - 1]!);
  const net = bearing ? sum(bearing.map((line) => line.net)) : totals.net;
  const gross = bearing ? net.plus(sum(bearing.map((line) => line.tax))) : totals.gross;
  // What a credit note that stands alone gives back reduces the year.
  const signed = (amount: Decimal) => (kind === 'credit_note' && !amount.isZero() ? amount.negated() : amount);
  const amounts = { net: signed(net), gross: signed(gross) };
  const { base, taxable, withheld } = withheldAmount({ ...withholdingBy(terms), most }, amounts, minorUnits);
  const { base: baseOf, ...frozen } = terms;
  return {
    ...frozen,
    baseOf,
    linePositions: places,
    base: signed(base),
    taxable: signed(taxable),
    amount: signed(withheld),
  };
}
