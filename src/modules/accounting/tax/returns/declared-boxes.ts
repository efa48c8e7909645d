import { createHash } from 'node:crypto';
import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import { type CalculatedBox, isInBox, type TaxLineGroup } from './calculate-boxes.js';
import type { FormBox } from './form-box.js';
import type { TaxReturnFormVersionRow } from './tax-return-forms.dto.js';
import type { TaxReturnBoxesView, TaxReturnRow } from './tax-returns.dto.js';
import type { RestOfLines } from './tax-returns.repository.js';

/** What a return declares. */
export interface Declared {
  version: TaxReturnFormVersionRow;
  groups: readonly TaxLineGroup[];
  boxes: readonly CalculatedBox[];
  /** Of the return that it amends, by code. */
  amended: ReadonlyMap<string, CalculatedBox> | null;
}

/** Tells two states of what a return declares apart, by its lines as far as boxes can tell them and by its form. */
export function digestOf({ version, groups }: Pick<Declared, 'version' | 'groups'>): string {
  const lines = groups.map(({ taxCode, category, direction, side, lineCount, base, tax }) =>
    [taxCode, category, direction, side, lineCount, base.toString(), tax.toString()].join('\t'),
  );
  return createHash('sha256')
    .update([version.id, ...lines].join('\n'))
    .digest('hex');
}

export function boxesView(
  { id, status }: TaxReturnRow,
  declared: Declared,
  rest: RestOfLines,
  currency: string,
): TaxReturnBoxesView {
  const { version, groups, boxes, amended } = declared;
  const { minorUnits } = requireCurrency(currency);
  const text = (amount: Decimal) => amount.toFixed(minorUnits);
  const inNone = groups.filter((group) => !version.boxes.some((box) => isInBox(box, group)));
  const count = (some: readonly TaxLineGroup[], field: 'lineCount' | 'lateLineCount') =>
    some.reduce((total, group) => total + group[field], 0);
  return {
    taxReturnId: id,
    status,
    formVersion: version.number,
    currency,
    boxes: boxes.map(({ code, amount, lineCount }, index) => {
      const { name, kind }: FormBox = version.boxes[index]!;
      const before = amended?.get(code);
      const difference = amended && text(before ? amount.minus(before.amount) : amount);
      return { code, name, kind, amount: text(amount), difference, lineCount };
    }),
    lineCount: count(groups, 'lineCount'),
    lateLineCount: count(groups, 'lateLineCount'),
    lineCountOfNoBox: count(inNone, 'lineCount'),
    lineCountOfNoForm: rest.ofNoForm,
    lineCountBeforeFirst: rest.beforeFirst,
    laterLineCount: rest.later,
    digest: digestOf(declared),
  };
}
