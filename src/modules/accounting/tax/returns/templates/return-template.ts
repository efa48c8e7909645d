import type { TaxCategory } from '../../calculation/tax-component.js';
import type { TaxTemplateCode } from '../../templates/tax-template.js';
import type { TaxReturnBoxFields } from '../tax-return-forms.dto.js';
import type { ReturnFrequency } from '../return-period.js';

/** What a template leaves to whoever applies it. */
export interface ReturnTemplateParameters {
  country?: string | undefined;
  subdivision?: string | undefined;
}

export interface ReturnTemplatePlan {
  code: string;
  name: string;
  country: string;
  subdivision: string | null;
  frequency: ReturnFrequency;
  /** The codes of the tax template of the same name; a legal entity need not have all. */
  taxCodes: string[];
  boxes: TaxReturnBoxFields[];
  /** The box that says what is due. */
  dueBox: string;
}

export interface ReturnTemplate {
  readonly code: TaxTemplateCode;
  readonly name: string;
  readonly description: string;
  /** Where its facts are from. */
  readonly sources: readonly string[];
  readonly needs: readonly (keyof ReturnTemplateParameters)[];
  plan(parameters: ReturnTemplateParameters): ReturnTemplatePlan;
}

type Chosen = Pick<TaxReturnBoxFields, 'direction' | 'side' | 'categories' | 'taxCodes' | 'rounding'>;

export const baseBox = (code: string, name: string, chosen: Chosen): TaxReturnBoxFields => {
  return { code, name, kind: 'lines', amount: 'base', ...chosen };
};

export const taxBox = (code: string, name: string, chosen: Chosen): TaxReturnBoxFields => {
  return { code, name, kind: 'lines', amount: 'tax', ...chosen };
};

export const sumBox = (
  code: string,
  name: string,
  added: readonly string[],
  subtracted: readonly string[] = [],
): TaxReturnBoxFields => {
  const terms = [
    ...added.map((box) => ({ box, isSubtracted: false })),
    ...subtracted.map((box) => ({ box, isSubtracted: true })),
  ];
  return { code, name, kind: 'formula', terms };
};

/** All categories but that of supplies and acquisitions within the Community. */
export const notIntraCommunity: TaxCategory[] = ['S', 'Z', 'E', 'AE', 'G', 'O'];

/**
 * The boxes that are left where a legal entity lacks some of the codes: without the missing codes, without boxes that were of
 * these alone, and without formulas of such boxes alone.
 */
export function boxesOf(boxes: readonly TaxReturnBoxFields[], known: ReadonlySet<string>): TaxReturnBoxFields[] {
  const left = boxes.flatMap((box) => {
    if (!box.taxCodes) return [box];
    const taxCodes = box.taxCodes.filter((code) => known.has(code));
    return taxCodes.length === 0 ? [] : [{ ...box, taxCodes }];
  });
  return withoutEmptyFormulas(left);
}

function withoutEmptyFormulas(boxes: readonly TaxReturnBoxFields[]): TaxReturnBoxFields[] {
  const codes = new Set(boxes.map(({ code }) => code));
  const left = boxes.flatMap((box) => {
    if (!box.terms) return [box];
    const terms = box.terms.filter(({ box: code }) => codes.has(code));
    return terms.length === 0 ? [] : [{ ...box, terms }];
  });
  return left.length === boxes.length ? left : withoutEmptyFormulas(left);
}
