import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type BoxKind, boxKinds } from './form-box.js';
import { MOST_BOXES } from './tax-return-forms.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const manyLines = 2_147_483_647;

export const returnStatuses = ['open', 'filed', 'amended'] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export class OpenTaxReturn {
  @Ref({ example: exampleId, description: 'The form, and with it the legal entity.' })
  formId: string;

  @OnDate({
    optional: true,
    example: '2026-01-01',
    description:
      'First day: the day after the last return of the form, which is taken where left out. The first return needs it.',
  })
  startsOn?: string;

  @OnDate({
    optional: true,
    example: '2026-03-31',
    description:
      'Last day, where it is another one than the frequency of the form gives, counted in calendar months from that of the first day.',
  })
  endsOn?: string;
}

export class FileTaxReturn {
  @OnDate({ example: '2026-04-12', description: 'When it was filed: after the period, and not in the future.' })
  filedOn: string;

  @Text(100, { optional: true, example: '123456789012', description: 'What the authority calls the filing.' })
  reference?: string;

  @Code(64, {
    optional: true,
    pattern: '^[0-9a-f]{64}$',
    words: '64 hexadecimal digits',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description:
      'The `digest` of the boxes that were read: where lines were added since, nothing is filed (409, `tax_return_changed`). Without it what is there now is filed.',
  })
  digest?: string;
}

export class AmendTaxReturn {
  @Text(500, { example: 'Two invoices of March were recorded after the return.' })
  reason: string;
}

/** A return as the database gives it. */
export interface TaxReturnRow {
  id: string;
  legalEntityId: string;
  formId: string;
  formCode: string;
  startsOn: string;
  endsOn: string;
  revision: number;
  amends: string | null;
  amendedBy: string | null;
  amendmentReason: string | null;
  status: ReturnStatus;
  formVersionId: string | null;
  filedOn: string | null;
  reference: string | null;
  filedBy: string | null;
  filedAt: Date | null;
  settlementId: string | null;
  settlementEntryId: string | null;
  settledOn: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class TaxReturnView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  formId: string;

  @Code(20, { example: 'VAT-RETURN' })
  formCode: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-03-31' })
  endsOn: string;

  @Count(0, manyLines, { example: 0, description: 'Zero for the return itself, counted up by its amendments.' })
  revision: number;

  @Ref({ nullable: true, example: null as never, description: 'The return that this one amends.' })
  amends: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The amendment of this one, open or filed.' })
  amendedBy: string | null;

  @Text(500, { nullable: true, example: 'Two invoices of March were recorded after the return.' })
  amendmentReason: string | null;

  @Choice(returnStatuses, {
    name: 'TaxReturnStatus',
    example: 'filed',
    description: '`filed`: fixed for good; `amended`: filed, and so was an amendment of it.',
  })
  status: ReturnStatus;

  @Ref({ nullable: true, example: exampleId, description: 'The version of the form that it was filed on.' })
  formVersionId: string | null;

  @OnDate({ nullable: true, example: '2026-04-12' })
  filedOn: string | null;

  @Text(100, { nullable: true, example: '123456789012', description: 'What the authority calls the filing.' })
  reference: string | null;

  @Ref({ nullable: true, example: exampleId })
  filedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-04-12T08:30:00.000Z' })
  filedAt: string | null;

  @Ref({
    nullable: true,
    example: null as never,
    description: 'The settlement that posted what is due; null where there is none, or it was reversed.',
  })
  settlementId: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The entry of that.' })
  settlementEntryId: string | null;

  @OnDate({ nullable: true, example: null as never, description: 'The date of that.' })
  settledOn: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: TaxReturnRow): TaxReturnView {
    const { id, legalEntityId, formId, formCode, startsOn, endsOn, revision, amends, amendedBy, amendmentReason } = row;
    const { status, formVersionId, filedOn, reference, filedBy, filedAt, version, createdAt, updatedAt } = row;
    const { settlementId, settlementEntryId, settledOn } = row;
    const period = { formId, formCode, startsOn, endsOn, revision, amends, amendedBy, amendmentReason, status };
    const filing = { formVersionId, filedOn, reference, filedBy, filedAt: filedAt && filedAt.toISOString() };
    const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
    const settlement = { settlementId, settlementEntryId, settledOn };
    return { id, legalEntityId, ...period, ...filing, ...settlement, version, ...times };
  }
}

export class TaxReturnList extends ListOf(TaxReturnView) {}

export class DeclaredBoxView {
  @Code(20, { example: '1' })
  code: string;

  @Text(200, { example: 'VAT due on sales' })
  name: string;

  @Choice(boxKinds, { name: 'TaxReturnBoxKind', example: 'lines' })
  kind: BoxKind;

  @Money({ example: '1250.00', description: 'Rounded as the form says.' })
  amount: string;

  @Money({ nullable: true, example: '25.00', description: 'By how much it differs from the return that is amended.' })
  difference: string | null;

  @Count(0, manyLines, {
    example: 12,
    description: 'Tax lines that are summed; `listTaxReturnLines` has them. None of a formula itself.',
  })
  lineCount: number;
}

export class TaxReturnBoxesView {
  @Ref({ example: exampleId })
  taxReturnId: string;

  @Choice(returnStatuses, {
    name: 'TaxReturnStatus',
    example: 'open',
    description: 'Of an open return the boxes are as they would be filed now.',
  })
  status: ReturnStatus;

  @Count(1, manyLines, { example: 1, description: 'The version of the form.' })
  formVersion: number;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @List(() => DeclaredBoxView, { max: MOST_BOXES })
  boxes: DeclaredBoxView[];

  @Count(0, manyLines, { example: 20, description: 'Tax lines that are declared.' })
  lineCount: number;

  @Count(0, manyLines, {
    example: 2,
    description: 'Of them: those of earlier periods, recorded after these were filed.',
  })
  lateLineCount: number;

  @Count(0, manyLines, { example: 0, description: 'Of them: those that no box has.' })
  lineCountOfNoBox: number;

  @Count(0, manyLines, {
    example: 0,
    description: 'Tax lines of the period whose tax code is on no form: nobody declares them.',
  })
  lineCountOfNoForm: number;

  @Count(0, manyLines, {
    example: 0,
    description: 'Tax lines from before the first period of the form, which are not declared here.',
  })
  lineCountBeforeFirst: number;

  @Count(0, manyLines, {
    example: 0,
    description:
      'Of a filed return: lines of its period that came later. They are for the next return, or an amendment.',
  })
  laterLineCount: number;

  @Code(64, {
    pattern: '^[0-9a-f]{64}$',
    words: '64 hexadecimal digits',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'Changes with the lines and the form: `fileTaxReturn` files what was read when it is given it.',
  })
  digest: string;
}
