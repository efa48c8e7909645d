import type { FormBox } from './form-box.js';
import type { TaxReturnBoxFields } from './tax-return-forms.dto.js';

/** A box as it was sent, with what is left out said. */
export function readFormBox({
  code,
  name,
  kind,
  amount = null,
  isNegated = false,
  direction = null,
  side = null,
  categories = null,
  taxCodes = null,
  rounding = 'exact',
  terms = [],
}: TaxReturnBoxFields): FormBox {
  const read = terms.map(({ box, isSubtracted = false }) => ({ box, isSubtracted }));
  return { code, name, kind, amount, isNegated, direction, side, categories, taxCodes, rounding, terms: read };
}
