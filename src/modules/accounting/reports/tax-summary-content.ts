import { Decimal, sum } from '#kernel/decimal.js';
import type { TaxCategory } from '../tax/calculation/tax-component.js';
import type { DocumentDirection } from '../tax/calculation/tax-document.js';
import type { TaxSide } from '../tax/lines/tax-lines.repository.js';
import { amountText, type ReportBooks } from './report-books.js';
import type { TaxSummaryLineView, TaxSummaryView, TaxTotalsView } from './tax-summary.dto.js';

/** Tax lines that are alike, of one column. */
export interface TaxSum {
  /** 1 for the report, then the compared ranges. */
  place: number;
  taxCode: string;
  taxName: string;
  category: TaxCategory;
  rate: string;
  direction: DocumentDirection;
  side: TaxSide;
  lineCount: number;
  base: string;
  tax: string;
}

/** Puts the columns beside each other, and adds them up. */
export function taxSummaryContent(
  sums: readonly TaxSum[],
  { from, to }: { from: string; to: string },
  width: number,
  books: ReportBooks,
): Pick<TaxSummaryView, 'lines' | 'totals'> {
  const alike = new Map<string, TaxSum[]>();
  for (const one of sums) {
    const key = [one.taxCode, one.rate, one.direction, one.side, one.category].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const amounts = (found: TaxSum | undefined) => ({
    base: amountText(new Decimal(found?.base ?? 0), books),
    tax: amountText(new Decimal(found?.tax ?? 0), books),
  });
  const lines = [...alike.values()].map((places): TaxSummaryLineView => {
    const { taxCode, taxName, category, rate, direction, side } = places[0]!;
    const [shown, ...compared] = columns.map((column) => places.find(({ place }) => place === column));
    const nature = { taxCode, taxName, category, rate, direction, side };
    const drillDown = `/v1/accounting/tax-lines?${new URLSearchParams({
      legalEntityId: books.legalEntityId,
      taxCode,
      rate,
      direction,
      side,
      category,
      isDeferred: 'false',
      'taxPointOn[gte]': from,
      'taxPointOn[lte]': to,
    }).toString()}`;
    const lineCount = shown?.lineCount ?? 0;
    return { ...nature, ...amounts(shown), lineCount, comparisons: compared.map(amounts), drillDown };
  });
  const [total, ...compared] = columns.map((column) =>
    totalsOf(
      sums.filter(({ place }) => place === column),
      books,
    ),
  );
  return { lines, totals: { ...total!, comparisons: compared } };
}

function totalsOf(sums: readonly TaxSum[], books: ReportBooks): TaxTotalsView {
  const of = (side: TaxSide) => sum(sums.filter((one) => one.side === side).map(({ tax }) => new Decimal(tax)));
  const [output, input] = [of('output'), of('input')];
  return {
    output: amountText(output, books),
    input: amountText(input, books),
    net: amountText(output.minus(input), books),
  };
}
