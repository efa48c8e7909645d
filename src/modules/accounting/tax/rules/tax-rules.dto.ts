import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, CountryCode, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../../chart/account-type.js';
import { type DocumentDirection, documentDirections } from '../calculation/tax-document.js';
import type { TaxRuleContent } from './resolve-tax-rule.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const subdivisionCode = { pattern: '^[A-Z0-9]{1,3}$', words: 'one to three capital letters and digits' };

export class CreateTaxRule {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Text(200, { example: 'Books to consumers in the country' })
  name: string;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'sale', description: 'Fixed for good.' })
  direction: DocumentDirection;

  @Count(1, 1_000_000, {
    example: 100,
    description:
      'Of the rules that hold the lowest counts; no two active rules of a direction share one on the same day.',
  })
  priority: number;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'business',
    description: 'Tax class of the party; any where left out.',
  })
  partyTaxClass?: string | null;

  @Text(50, {
    optional: true,
    nullable: true,
    example: 'books',
    description: 'Tax class of the item; any where left out.',
  })
  itemTaxClass?: string | null;

  @CountryCode({ optional: true, nullable: true, example: 'US', description: 'Place of supply; any where left out.' })
  country?: string | null;

  @Code(3, {
    ...subdivisionCode,
    optional: true,
    nullable: true,
    example: 'NY',
    description: 'Subdivision of the country, as ISO 3166-2 writes it after the hyphen; any where left out.',
  })
  subdivision?: string | null;

  @OnDate({
    optional: true,
    nullable: true,
    example: '2026-01-01',
    description: 'First tax point date; always where left out.',
  })
  validFrom?: string | null;

  @OnDate({ optional: true, nullable: true, example: '2026-12-31', description: 'Last tax point date.' })
  validTo?: string | null;

  @Code(20, {
    example: 'VAT6',
    description: 'The tax code that lines take: for these documents, or both; may be a group.',
  })
  taxCode: string;
}

class ChangedTaxRuleFields extends OmitType(CreateTaxRule, ['legalEntityId', 'direction']) {
  @Choice(activeStatuses, { name: 'TaxRuleStatus', example: 'active', description: 'An inactive rule does not count.' })
  status: ActiveStatus;
}

export class UpdateTaxRule extends PartialType(ChangedTaxRuleFields) {}

/** A rule as the database gives it. */
export interface TaxRuleRow extends TaxRuleContent {
  id: string;
  legalEntityId: string;
  name: string;
  taxCode: string;
  status: ActiveStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

class TaxRuleKeyFields extends PickType(CreateTaxRule, ['name', 'direction', 'priority', 'taxCode']) {}

export class TaxRuleView extends TaxRuleKeyFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Text(50, { nullable: true, example: 'business' })
  partyTaxClass: string | null;

  @Text(50, { nullable: true, example: 'books' })
  itemTaxClass: string | null;

  @CountryCode({ nullable: true, example: 'US' })
  country: string | null;

  @Code(3, { ...subdivisionCode, nullable: true, example: 'NY' })
  subdivision: string | null;

  @OnDate({ nullable: true, example: '2026-01-01' })
  validFrom: string | null;

  @OnDate({ nullable: true, example: '2026-12-31' })
  validTo: string | null;

  @Choice(activeStatuses, { name: 'TaxRuleStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: TaxRuleRow): TaxRuleView {
    const { id, legalEntityId, name, direction, priority, partyTaxClass, itemTaxClass, country, subdivision } = row;
    const { validFrom, validTo, taxCode, status, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const content = { name, direction, priority, partyTaxClass, itemTaxClass, country, subdivision };
    return { id, legalEntityId, ...content, validFrom, validTo, taxCode, status, version, createdAt, updatedAt };
  }
}

export class TaxRuleList extends ListOf(TaxRuleView) {}
