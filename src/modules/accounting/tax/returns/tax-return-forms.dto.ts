import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CountryCode,
  Flag,
  List,
  OnDate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { choiceRule } from '#platform/http/fields/choice-rules.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../../chart/account-type.js';
import { type TaxCategory, taxCategories } from '../calculation/tax-component.js';
import { type DocumentDirection, documentDirections } from '../calculation/tax-document.js';
import { type TaxSide, taxSides } from '../lines/tax-lines.repository.js';
import { subdivisionCode } from '../rules/tax-rules.dto.js';
import {
  type BoxAmountKind,
  boxAmounts,
  type BoxKind,
  boxKinds,
  type BoxRounding,
  boxRoundings,
  type FormBox,
} from './form-box.js';
import { type ReturnFrequency, returnFrequencies } from './return-period.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const taxCodes = { max: 200, distinct: true as const, example: ['VAT25', 'VAT12'] };
export const MOST_BOXES = 100;

export class TaxReturnBoxTermFields {
  @Code(20, { example: '1', description: 'Another box of the form; what it rounds to counts.' })
  box: string;

  @Flag({ optional: true, example: false, description: 'Whether it is taken off; added where left out.' })
  isSubtracted?: boolean;
}

export class TaxReturnBoxFields {
  @Code(20, { example: '1', description: 'As the authority numbers it.' })
  code: string;

  @Text(200, { example: 'VAT due on sales' })
  name: string;

  @Choice(boxKinds, {
    name: 'TaxReturnBoxKind',
    example: 'lines',
    description: '`lines`: a sum of tax lines; `formula`: sums and differences of other boxes, in `terms`.',
  })
  kind: BoxKind;

  @Choice(boxAmounts, {
    name: 'TaxReturnBoxAmount',
    optional: true,
    nullable: true,
    example: 'tax',
    description: 'Of `lines`, which need it: what of them is summed.',
  })
  amount?: BoxAmountKind | null;

  @Flag({ optional: true, example: false, description: 'Of `lines`: whether the sum changes its sign.' })
  isNegated?: boolean;

  @Choice(documentDirections, {
    name: 'TaxDirection',
    optional: true,
    nullable: true,
    example: 'sale',
    description: 'Of `lines`: sales or purchases only.',
  })
  direction?: DocumentDirection | null;

  @Choice(taxSides, {
    name: 'TaxSide',
    optional: true,
    nullable: true,
    example: 'output',
    description:
      'Of `lines`: what is owed or what is deducted only. A tax that the buyer owes has a line on each side, with the same base.',
  })
  side?: TaxSide | null;

  @Values(choiceRule(taxCategories, 'TaxCategory'), {
    optional: true,
    nullable: true,
    min: 1,
    max: taxCategories.length,
    distinct: true,
    example: ['S'],
    description: 'Of `lines`: these categories only.',
  })
  categories?: TaxCategory[] | null;

  @Values(codeRule({ max: 20 }), {
    ...taxCodes,
    optional: true,
    nullable: true,
    min: 1,
    description: 'Of `lines`: these tax codes only, which the form reports.',
  })
  taxCodes?: string[] | null;

  @Choice(boxRoundings, {
    name: 'TaxReturnBoxRounding',
    optional: true,
    example: 'exact',
    description:
      'What the sum is declared as: to the cent (where left out), in whole units half-up on the absolute value, or in whole units with the rest dropped.',
  })
  rounding?: BoxRounding;

  @List(() => TaxReturnBoxTermFields, {
    optional: true,
    max: MOST_BOXES,
    description: 'Of `formula`, which needs them: the boxes that are added and taken off.',
  })
  terms?: TaxReturnBoxTermFields[];
}

export class CreateTaxReturnFormVersion {
  @OnDate({ example: '2026-01-01', description: 'Periods that begin on this day or later are declared on it.' })
  validFrom: string;

  @List(() => TaxReturnBoxFields, { min: 1, max: MOST_BOXES, description: 'In the order of the form.' })
  boxes: TaxReturnBoxFields[];

  @Code(20, {
    optional: true,
    nullable: true,
    example: '70',
    description:
      'The box that says what is due: output tax less input tax, above zero to be paid. `settleTaxReturn` settles what it says.',
  })
  dueBox?: string | null;
}

export class CreateTaxReturnForm extends CreateTaxReturnFormVersion {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Code(20, { example: 'VAT-RETURN', description: 'Fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: 'VAT return' })
  name: string;

  @CountryCode({ example: 'SE', description: 'Of the authority; fixed for good.' })
  country: string;

  @Code(3, {
    ...subdivisionCode,
    optional: true,
    nullable: true,
    example: 'NY',
    description: 'Of the authority, where it is that of a part of the country; fixed for good.',
  })
  subdivision?: string | null;

  @Choice(returnFrequencies, { name: 'TaxReturnFrequency', example: 'quarterly', description: 'How long periods are.' })
  frequency: ReturnFrequency;

  @Values(codeRule({ max: 20 }), {
    ...taxCodes,
    optional: true,
    description:
      'Tax codes whose lines are declared on the form, no groups; each is on one form at most. All that are on none yet, where left out.',
  })
  taxCodes?: string[];
}

class ChangedFormFields extends PickType(CreateTaxReturnForm, ['name', 'frequency', 'taxCodes']) {
  @Choice(activeStatuses, {
    name: 'TaxReturnFormStatus',
    example: 'active',
    description: 'For an inactive form no further return is opened.',
  })
  status: ActiveStatus;
}

export class UpdateTaxReturnForm extends PartialType(ChangedFormFields) {}

/** A form as the database gives it. */
export interface TaxReturnFormRow {
  id: string;
  legalEntityId: string;
  code: string;
  name: string;
  country: string;
  subdivision: string | null;
  frequency: ReturnFrequency;
  status: ActiveStatus;
  taxCodes: string[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class TaxReturnFormView extends PickType(CreateTaxReturnForm, ['code', 'name', 'country', 'frequency']) {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(3, { ...subdivisionCode, nullable: true, example: 'NY' })
  subdivision: string | null;

  @Choice(activeStatuses, { name: 'TaxReturnFormStatus', example: 'active' })
  status: ActiveStatus;

  @Values(codeRule({ max: 20 }), { ...taxCodes, max: 100_000, description: 'Their lines are declared on the form.' })
  taxCodes: string[];

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: TaxReturnFormRow): TaxReturnFormView {
    const { id, legalEntityId, code, name, country, subdivision, frequency, status, taxCodes: codes, version } = row;
    const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
    const content = { code, name, country, subdivision, frequency, status, taxCodes: codes };
    return { id, legalEntityId, ...content, version, ...times };
  }
}

export class TaxReturnFormList extends ListOf(TaxReturnFormView) {}

export class TaxReturnBoxTermView {
  @Code(20, { example: '1' })
  box: string;

  @Flag({ example: false })
  isSubtracted: boolean;
}

export class TaxReturnBoxView extends OmitType(TaxReturnBoxFields, [
  'amount',
  'isNegated',
  'direction',
  'side',
  'categories',
  'taxCodes',
  'rounding',
  'terms',
]) {
  @Choice(boxAmounts, { name: 'TaxReturnBoxAmount', nullable: true, example: 'tax' })
  amount: BoxAmountKind | null;

  @Flag({ example: false })
  isNegated: boolean;

  @Choice(documentDirections, { name: 'TaxDirection', nullable: true, example: 'sale' })
  direction: DocumentDirection | null;

  @Choice(taxSides, { name: 'TaxSide', nullable: true, example: 'output' })
  side: TaxSide | null;

  @Values(choiceRule(taxCategories, 'TaxCategory'), { nullable: true, max: taxCategories.length, example: ['S'] })
  categories: TaxCategory[] | null;

  @Values(codeRule({ max: 20 }), { ...taxCodes, nullable: true })
  taxCodes: string[] | null;

  @Choice(boxRoundings, { name: 'TaxReturnBoxRounding', example: 'exact' })
  rounding: BoxRounding;

  @List(() => TaxReturnBoxTermView, { max: MOST_BOXES })
  terms: TaxReturnBoxTermView[];
}

/** A version as the database gives it. */
export interface TaxReturnFormVersionRow {
  id: string;
  formId: string;
  number: number;
  validFrom: string;
  boxes: FormBox[];
  dueBox: string | null;
  createdBy: string;
  createdAt: Date;
}

export class TaxReturnFormVersionView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  formId: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Of two for the same days the higher counts.' })
  number: number;

  @OnDate({ example: '2026-01-01', description: 'Periods that begin on this day or later are declared on it.' })
  validFrom: string;

  @List(() => TaxReturnBoxView, { max: MOST_BOXES })
  boxes: TaxReturnBoxView[];

  @Code(20, { nullable: true, example: '70', description: 'The box that says what is due.' })
  dueBox: string | null;

  @Ref({ example: exampleId })
  createdBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  static from(row: TaxReturnFormVersionRow): TaxReturnFormVersionView {
    const { id, formId, number, validFrom, boxes, dueBox, createdBy, createdAt } = row;
    const content = { number, validFrom, boxes: boxes.map(viewOfBox), dueBox };
    return { id, formId, ...content, createdBy, createdAt: createdAt.toISOString() };
  }
}

export class TaxReturnFormVersionList extends ListOf(TaxReturnFormVersionView) {}

const viewOfBox = ({ categories, taxCodes: codes, terms, ...box }: FormBox): TaxReturnBoxView => {
  return { ...box, categories: categories && [...categories], taxCodes: codes && [...codes], terms: [...terms] };
};
