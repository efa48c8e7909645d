import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { AtInstant, Choice, Code, CurrencyCode, Money, OnDate, Rate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { leftToTakeBack, leftToTakeBackAlone } from './left-to-take-back.js';
import { type WithheldDocumentKind, withheldDocumentKinds } from './expected-withholdings.list.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** As the database gives it. */
export type ExpectedWithholdingRow = Omit<
  ExpectedWithholdingView,
  'withheldAmount' | 'leftAmount' | 'leftToTakeBackAmount' | 'createdAt'
> & {
  createdAt: Date;
  withheld: string;
  creditedBase: string;
  /** Whether it is a credit note of an invoice, which then tells of it. */
  isOfInvoice: boolean;
  /** Of a credit note that stands alone: what is withheld of the customer. */
  ofCustomer: string;
};

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

  @Money({
    example: '90.00',
    description:
      'What is kept back of the invoice, less what refunds of its credit notes took back; of a credit note that stands alone, what was taken back of it, below zero.',
  })
  withheldAmount: string;

  @Money({
    example: '0.00',
    description:
      'What refunds took back of what had been kept back: of the credit note, and all those of its credit notes of an invoice.',
  })
  takenBackAmount: string;

  @Money({ example: '0.00', description: 'What credit notes took back of what was expected of the invoice.' })
  creditedAmount: string;

  @Money({ example: '0.00', description: 'What is still to be kept back of the invoice; never below zero.' })
  leftAmount: string;

  @Money({
    example: '0.00',
    description:
      'What is kept back of the invoice beyond what is expected after its credit notes, and is to be taken back when these are refunded; of a credit note that stands alone, its own. Never below zero; zero of a credit note of an invoice, which tells of it.',
  })
  leftToTakeBackAmount: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;

  static from(row: ExpectedWithholdingRow): ExpectedWithholdingView {
    const { id, legalEntityId, documentId, kind, documentNumber, issuedOn, partyId, partyNumber, partyName } = row;
    const { codeId, code, yearStartsOn, currency, rate } = row;
    const { minorUnits } = requireCurrency(currency);
    const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
    const { withheld, left, leftToTakeBack: toTakeBack } = becameOf(row, minorUnits);
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
      withheldAmount: withheld.toFixed(minorUnits),
      takenBackAmount: money(row.takenBackAmount),
      creditedAmount: money(row.creditedAmount),
      leftAmount: left.toFixed(minorUnits),
      leftToTakeBackAmount: toTakeBack.toFixed(minorUnits),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

/** What is kept back of a document, what is left of that, and what is to be taken back. */
function becameOf(row: ExpectedWithholdingRow, minorUnits: number) {
  const takenBack = new Decimal(row.takenBackAmount);
  const withheld = new Decimal(row.withheld);
  if (row.isOfInvoice) return { withheld: zero, left: zero, leftToTakeBack: zero };
  // Amounts of credit notes are shown below zero.
  const known = {
    expected: new Decimal(row.amount).abs(),
    credited: new Decimal(row.creditedAmount),
    base: new Decimal(row.base).abs(),
    creditedBase: new Decimal(row.creditedBase),
    withheld,
    takenBack,
  };
  if (row.kind === 'credit_note') {
    const own = leftToTakeBackAlone(known, new Decimal(row.ofCustomer));
    return { withheld: withheld.minus(takenBack), left: zero, leftToTakeBack: own };
  }
  const net = withheld.minus(takenBack);
  const left = Decimal.max(zero, known.expected.minus(known.credited).minus(net));
  return { withheld: net, left, leftToTakeBack: leftToTakeBack(known, minorUnits) };
}

export class ExpectedWithholdingList extends ListOf(ExpectedWithholdingView) {}
