import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { AtInstant, Choice, Code, CurrencyCode, Money, OnDate, Rate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type WithheldDocumentKind, withheldDocumentKinds } from './expected-withholdings.list.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** As the database gives it. */
export type ExpectedWithholdingRow = Omit<ExpectedWithholdingView, 'leftAmount' | 'createdAt'> & { createdAt: Date };

export class ExpectedWithholdingView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The invoice or credit note.' })
  documentId: string;

  @Choice(withheldDocumentKinds, { name: 'SalesDocumentKind', example: 'invoice' })
  kind: WithheldDocumentKind;

  @Code(60, { example: 'INV-2026-000017' })
  documentNumber: string;

  @OnDate({ example: '2026-03-05' })
  issuedOn: string;

  @Ref({ example: exampleId, description: 'The customer; where that party was merged into another, the other one.' })
  partyId: string;

  @Text(30, { example: '1001' })
  partyNumber: string;

  @Text(200, { example: 'Nordlicht GmbH' })
  partyName: string;

  @Ref({ example: exampleId })
  codeId: string;

  @Code(20, { example: 'IRPF' })
  code: string;

  @OnDate({ example: '2026-01-01', description: 'The year that it counts towards.' })
  yearStartsOn: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Rate({ example: '0.15' })
  rate: string;

  @Money({ example: '1000.00', description: 'What counts of the document; of a credit note below zero.' })
  base: string;

  @Money({ example: '600.00', description: 'What of the year it made taxable; of a credit note below zero.' })
  taxable: string;

  @Money({ example: '90.00', description: 'What the customer was to keep back; of a credit note below zero.' })
  amount: string;

  @Money({ example: '90.00', description: 'What was kept back of the invoice.' })
  withheldAmount: string;

  @Money({ example: '0.00', description: 'What credit notes took back of what was expected of the invoice.' })
  creditedAmount: string;

  @Money({ example: '0.00', description: 'What is still to be kept back of the invoice; never below zero.' })
  leftAmount: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;

  static from(row: ExpectedWithholdingRow): ExpectedWithholdingView {
    const { id, legalEntityId, documentId, kind, documentNumber, issuedOn, partyId, partyNumber, partyName } = row;
    const { codeId, code, yearStartsOn, currency, rate } = row;
    const { minorUnits } = requireCurrency(currency);
    const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
    const left = new Decimal(row.amount).minus(row.creditedAmount).minus(row.withheldAmount);
    const document = { documentId, kind, documentNumber, issuedOn, partyId, partyNumber, partyName };
    return {
      id,
      legalEntityId,
      ...document,
      codeId,
      code,
      yearStartsOn,
      currency,
      rate,
      base: money(row.base),
      taxable: money(row.taxable),
      amount: money(row.amount),
      withheldAmount: money(row.withheldAmount),
      creditedAmount: money(row.creditedAmount),
      leftAmount: Decimal.max(zero, left).toFixed(minorUnits),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class ExpectedWithholdingList extends ListOf(ExpectedWithholdingView) {}
