import { taxProblems } from '../tax.problems.js';
import type { TaxCodeContent, TaxCodeNames, TaxPart } from './tax-code.js';
import type { CreateTaxCode } from './tax-codes.dto.js';
import type { NewTaxRate } from './tax-codes.repository.js';

/** A tax code that is to be, with nothing left out. */
export interface TaxCodeProposal extends TaxCodeNames, TaxCodeContent {
  isGroup: boolean;
  components: TaxPart[];
  rates: NewTaxRate[];
}

type Proposed = Omit<CreateTaxCode, 'legalEntityId'>;

/** Says what the request leaves out. */
export function readTaxCode(body: Proposed): TaxCodeProposal {
  const { code, name, description = null, printedLabel = null, country = null, appliesTo } = body;
  const { components = [], rates = [] } = body;
  const isGroup = components.length > 0;
  if (isGroup) refuseOwn(body);
  return {
    code,
    name,
    description,
    printedLabel,
    country,
    appliesTo,
    isGroup,
    kind: isGroup ? null : (body.kind ?? 'vat'),
    category: isGroup ? null : (body.category ?? 'S'),
    computation: isGroup ? null : (body.computation ?? 'percentage'),
    isReverseCharge: body.isReverseCharge ?? false,
    isCashBasis: body.isCashBasis ?? false,
    recoverableShare: body.recoverableShare ?? '1',
    exemptionCode: body.exemptionCode ?? null,
    exemptionText: body.exemptionText ?? null,
    outputAccountCode: body.outputAccountCode ?? null,
    inputAccountCode: body.inputAccountCode ?? null,
    cashBasisAccountCode: body.cashBasisAccountCode ?? null,
    components: components.map((part) => ({
      code: part.code,
      onTopOf: part.onTopOf ?? [],
    })),
    rates: rates.map(({ validFrom, validTo = null, rate, currency = null }) => ({
      validFrom,
      validTo,
      rate,
      currency,
    })),
  };
}

const ownOfSingle = ['kind', 'category', 'computation', 'isReverseCharge', 'isCashBasis', 'rates'] as const;

function refuseOwn(body: Proposed): void {
  const errors = ownOfSingle
    .filter((name) => {
      const value = body[name];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    })
    .map((name) => {
      return { pointer: `/${name}`, code: 'of_components', message: 'A group has none of its own; its components do.' };
    });
  if (errors.length > 0) throw taxProblems.tax_code_refused(errors[0]!.message, errors);
}
