import { AtInstant, Code, Count, CurrencyCode, Flag, OnDate, Rate, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { TaxRateRow } from './tax-code.js';
import { TaxRateFields } from './tax-codes.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateTaxRate extends TaxRateFields {
  @Ref({ example: exampleId, description: 'A tax code that is no group.' })
  taxCodeId: string;

  @Flag({
    optional: true,
    example: true,
    description: 'Ends the rate that has no end yet on the day before, so that this one follows it.',
  })
  closesPrevious?: boolean;
}

export class CloseTaxRate {
  @OnDate({ example: '2026-12-31', description: 'Last tax point date with the rate; for good.' })
  validTo: string;
}

/** A rate of a code as the database gives it. */
export interface DatedTaxRateRow extends TaxRateRow {
  legalEntityId: string;
  taxCodeId: string;
  taxCode: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class TaxRateView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  taxCodeId: string;

  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @OnDate({ example: '2026-01-01' })
  validFrom: string;

  @OnDate({ nullable: true, example: '2026-12-31' })
  validTo: string | null;

  @Rate({ example: '0.25' })
  rate: string;

  @CurrencyCode({ nullable: true, example: 'EUR' })
  currency: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: DatedTaxRateRow): TaxRateView {
    const { id, legalEntityId, taxCodeId, taxCode, validFrom, validTo, rate, currency, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    const key = { id, legalEntityId, taxCodeId, taxCode };
    return { ...key, validFrom, validTo, rate, currency, version, createdAt, updatedAt };
  }
}

export class TaxRateList extends ListOf(TaxRateView) {}
