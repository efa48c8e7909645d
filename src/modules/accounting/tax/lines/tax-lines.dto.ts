import { Decimal } from '#kernel/decimal.js';
import { requireCurrency } from '#kernel/currency.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  Money,
  OnDate,
  Rate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { taxCategories, type TaxCategory } from '../calculation/tax-component.js';
import { type DocumentDirection, documentDirections } from '../calculation/tax-document.js';
import { type TaxSide, taxSides } from './tax-lines.repository.js';

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

export class TaxLineView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The journal entry that it was posted with.' })
  entryId: string;

  @Count(1, 5001, {
    nullable: true,
    example: 3,
    description: 'The line of the entry that the tax is in; null for none.',
  })
  lineNumber: number | null;

  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Rate({ example: '0.25', description: 'As it was on the tax point date.' })
  rate: string;

  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'sale' })
  direction: DocumentDirection;

  @Choice(taxSides, { name: 'TaxSide', example: 'output', description: 'What is owed, or what is deducted.' })
  side: TaxSide;

  @OnDate({ example: '2026-03-05' })
  taxPointOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '100.00', description: 'In the currency of the document; given back below zero.' })
  base: string;

  @Money({ example: '25.00' })
  tax: string;

  @CurrencyCode({ example: 'EUR' })
  functionalCurrency: string;

  @Money({ example: '100.00', description: 'In the functional currency, in which returns are made.' })
  functionalBase: string;

  @Money({ example: '25.00' })
  functionalTax: string;

  @Ref({ nullable: true, example: exampleId })
  partyId: string | null;

  @Text(50, { nullable: true, example: 'invoice' })
  documentType: string | null;

  @Ref({ nullable: true, example: exampleId })
  documentId: string | null;

  @Flag({
    example: false,
    description:
      'Whether the tax waits until it is paid: no return has it. What becomes due of it leaves it by a line below zero.',
  })
  isDeferred: boolean;

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
