import { IntersectionType, PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Percentage,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../chart/account-type.js';
import { MOST_DIMENSIONS_OF_LINE } from '../dimensions/dimension-kind.js';
import { LineDimensionFields } from '../journal/line-dimensions.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const amountName = {
  pattern: '^[a-z][a-z0-9_]{0,29}$',
  words: 'lower-case letters, digits and _, beginning with a letter',
};
export const lineSides = ['debit', 'credit'] as const;
export const MOST_TEMPLATE_LINES = 500;
export const MOST_AMOUNTS = 100;

class TemplateLineFields {
  @Code(20, { example: '5010', description: 'The account by its code; it need not exist yet.' })
  accountCode: string;

  @Choice(lineSides, { name: 'LineSide', example: 'debit' })
  side: (typeof lineSides)[number];
}

class TemplateLineAmountFields {
  @Money({
    nullable: true,
    sign: 'positive',
    example: '1250.00',
    description: 'The same at every use. Either this or `amountName`.',
  })
  amount: string | null;

  @Code(30, {
    ...amountName,
    nullable: true,
    example: 'rent',
    description: 'The amount of this name is asked for at use.',
  })
  amountName: string | null;

  @Percentage({
    nullable: true,
    sign: 'positive',
    example: '25',
    description:
      'Share of the named amount in percent; all of it where null. Shares of one amount on one side are divided by largest remainder.',
  })
  percentage: string | null;

  @Text(500, { nullable: true, example: 'Office rent' })
  description: string | null;

  @List(() => LineDimensionFields, {
    nullable: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Values of dimensions, or a split, as for an entry.',
  })
  dimensions: LineDimensionFields[] | null;
}

export class EntryTemplateLine extends IntersectionType(TemplateLineFields, PartialType(TemplateLineAmountFields)) {}

export class EntryTemplateLineView extends IntersectionType(TemplateLineFields, TemplateLineAmountFields) {}

class TemplateFields {
  @Text(200, { example: 'Office rent' })
  name: string;

  @Text(20, {
    optional: true,
    nullable: true,
    example: 'GENERAL',
    description: 'Code of the journal; `GENERAL` where null.',
  })
  journalCode?: string | null;

  @Text(500, { example: 'Office rent', description: 'Description of its entries where none is given at use.' })
  description: string;

  @List(() => EntryTemplateLine, {
    min: 2,
    max: MOST_TEMPLATE_LINES,
    description: 'The lines in their order. Sent in a change, they replace all.',
  })
  lines: EntryTemplateLine[];
}

export class CreateEntryTemplate extends TemplateFields {
  @Ref({ optional: true, example: exampleId, description: 'The default legal entity where left out.' })
  legalEntityId?: string;

  @Code(20, { example: 'RENT', description: 'Unique in the legal entity and fixed for good. Case counts.' })
  code: string;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description: 'Currency of all amounts; the functional currency where left out. Fixed for good.',
  })
  currency?: string;
}

class TemplateStatus {
  @Choice(activeStatuses, {
    name: 'EntryTemplateStatus',
    example: 'active',
    description: 'An inactive template is not used, also not by recurring entries.',
  })
  status: ActiveStatus;
}

export class UpdateEntryTemplate extends PartialType(IntersectionType(TemplateFields, TemplateStatus)) {}

export class NamedAmount {
  @Code(30, { ...amountName, example: 'rent', description: 'The name that the template asks for.' })
  name: string;

  @Money({ sign: 'positive', example: '1250.00', description: 'In the currency of the template.' })
  amount: string;
}

export class UseEntryTemplate {
  @OnDate({ example: '2026-02-28', description: 'Accounting date of the draft.' })
  entryDate: string;

  @Text(500, { optional: true, example: 'Office rent February', description: 'That of the template where left out.' })
  description?: string;

  @Text(100, { optional: true, example: 'INV-2026-0117', description: 'Number of the voucher behind the entry.' })
  reference?: string;

  @OnDate({ optional: true, example: '2026-03-01', description: 'Once posted, the entry is reversed on this date.' })
  reversesOn?: string;

  @List(() => NamedAmount, {
    optional: true,
    max: MOST_AMOUNTS,
    description: 'All amounts that the template asks for.',
  })
  amounts?: NamedAmount[];
}

/** A template as the database gives it. */
export interface EntryTemplateRow extends Omit<EntryTemplateView, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

export class EntryTemplateView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(20, { example: 'RENT' })
  code: string;

  @Text(200, { example: 'Office rent' })
  name: string;

  @Text(20, { nullable: true, example: 'GENERAL' })
  journalCode: string | null;

  @Text(500, { example: 'Office rent' })
  description: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Choice(activeStatuses, { name: 'EntryTemplateStatus', example: 'active' })
  status: ActiveStatus;

  @List(() => EntryTemplateLineView, { min: 2, max: MOST_TEMPLATE_LINES })
  lines: EntryTemplateLineView[];

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: EntryTemplateRow): EntryTemplateView {
    const { id, legalEntityId, code, name, journalCode, description, currency, status, lines, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const key = { id, legalEntityId, code, name };
    return { ...key, journalCode, description, currency, status, lines, version, createdAt, updatedAt };
  }
}

export class EntryTemplateList extends ListOf(EntryTemplateView) {}
