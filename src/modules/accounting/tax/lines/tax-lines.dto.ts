import { Decimal } from '#kernel/decimal.js';
import { requireCurrency } from '#kernel/currency.js';
import { AtInstant, CurrencyCode, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { EntryTaxView } from '../../journal/entry-taxes.dto.js';
import type { TaxCategory } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxSide } from './tax-lines.repository.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** A tax line as the database gives it. */
export interface TaxLineRow {
  id: string;
  legalEntityId: string;
  entryId: string;
  lineNumber: number | null;
  taxCode: string;
  rate: string;
  category: TaxCategory;
  direction: DocumentDirection;
  side: TaxSide;
  taxPointOn: string;
  currency: string;
  base: string;
  tax: string;
  functionalCurrency: string;
  functionalBase: string;
  functionalTax: string;
  partyId: string | null;
  documentType: string | null;
  documentId: string | null;
  isDeferred: boolean;
  createdAt: Date;
}

export class TaxLineView extends EntryTaxView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The journal entry that it was posted with.' })
  entryId: string;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Text(50, { nullable: true, example: 'invoice' })
  documentType: string | null;

  @Ref({ nullable: true, example: exampleId })
  documentId: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  static from(row: TaxLineRow): TaxLineView {
    const { id, legalEntityId, entryId, lineNumber, taxCode, rate, category, direction, side, taxPointOn } = row;
    const { currency, functionalCurrency, partyId, documentType, documentId, isDeferred } = row;
    const text = (amount: string, code: string) => new Decimal(amount).toFixed(requireCurrency(code).minorUnits);
    return {
      id,
      legalEntityId,
      entryId,
      lineNumber,
      taxCode,
      rate,
      category,
      direction,
      side,
      taxPointOn,
      currency,
      base: text(row.base, currency),
      tax: text(row.tax, currency),
      functionalCurrency,
      functionalBase: text(row.functionalBase, functionalCurrency),
      functionalTax: text(row.functionalTax, functionalCurrency),
      partyId,
      documentType,
      documentId,
      isDeferred,
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class TaxLineList extends ListOf(TaxLineView) {}
