import { Decimal } from '#kernel/decimal.js';
import type { Letter, LetterParagraph, LetterSum, LetterTable } from '#platform/exports/letter.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { SalesLineView } from '../documents/sales-lines.dto.js';
import type { SalesTaxView } from '../documents/sales-totals.dto.js';
import { vatIdOf } from '../electronic/compose-electronic.js';
import type { DocumentWording } from './document-language.js';
import { filled, unitName } from './document-texts.js';
import { letterheadOf, payIntoText } from './letterhead.js';
import { paymentTermsText } from './payment-terms-text.js';
import { withholdingSums } from './withholding-texts.js';

/** An issued document as it goes to the customer, in words of one language. */
export function letterOf(
  document: SalesDocumentView,
  credits: { number: string; issuedOn: string } | undefined,
  wording: DocumentWording,
): Letter {
  const { texts } = wording;
  const { seller, buyer, kind, number, reason, note } = document;
  return {
    ...letterheadOf(seller, buyer, wording),
    title: `${texts.title[kind]} ${number}`,
    facts: factsOf(document, wording),
    opening: [
      ...(credits ? [filled(texts.credits, { number: credits.number, day: wording.day(credits.issuedOn) })] : []),
      ...(reason === null ? [] : [filled(texts.reason, { reason })]),
      ...(document.pricesIncludeTax ? [texts.pricesIncludeTax] : []),
    ],
    sections: [
      {
        table: tableOf(document, wording),
        sums: [...sumsOf(document, wording), ...withholdingSums(document, wording)],
      },
    ],
    closing: [
      ...taxNotes(document, wording),
      { heading: texts.payment, lines: [...paymentTermsText(document, wording), ...paymentWay(document, wording)] },
      ...(note === null ? [] : [{ lines: note.split('\n') }]),
    ],
    createdAt: document.issuedAt,
  };
}

function factsOf(document: SalesDocumentView, { texts, day }: DocumentWording): Letter['facts'] {
  const { facts } = texts;
  const { number, issuedOn, taxPointOn, deliveredOn, buyer, buyerReference, orderReference } = document;
  const all: [string, string | null | undefined][] = [
    [facts.number, number],
    [facts.issuedOn, day(issuedOn)],
    [facts.deliveredOn, deliveredOn && day(deliveredOn)],
    [facts.taxPointOn, taxPointOn === issuedOn || taxPointOn === deliveredOn ? null : day(taxPointOn)],
    [facts.customer, buyer.number],
    [facts.customerVatId, vatIdOf(buyer)],
    [facts.buyerReference, buyerReference],
    [facts.orderReference, orderReference],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function tableOf(document: SalesDocumentView, wording: DocumentWording): LetterTable {
  const { columns } = wording.texts;
  const items = document.lines.filter(({ kind }) => kind === 'item');
  return {
    columns: [
      { heading: columns.position, share: 0.55, align: 'left' },
      { heading: columns.description, share: 3.9, align: 'left' },
      { heading: columns.quantity, share: 1.35, align: 'right' },
      { heading: columns.unitPrice, share: 1.35, align: 'right' },
      { heading: columns.tax, share: 0.95, align: 'right' },
      { heading: `${columns.amount} (${document.currency})`, share: 1.6, align: 'right' },
    ],
    rows: items.map((line) => ({
      cells: [
        String(line.position),
        line.description!,
        `${wording.number(line.quantity!)} ${unitName(line.unit!, wording.texts)}`,
        priceOf(line, wording),
        rateOf(line, document, wording),
        wording.number(line.amount),
      ],
      notes: [...(line.itemCode === null ? [] : [line.itemCode]), ...adjustmentNotes(line, wording)],
    })),
  };
}

function priceOf({ unitPrice, priceBaseQuantity, unit }: SalesLineView, { number, texts }: DocumentWording): string {
  const price = number(unitPrice!);
  if (priceBaseQuantity === null || new Decimal(priceBaseQuantity).equals(1)) return price;
  return `${price} / ${number(priceBaseQuantity)} ${unitName(unit!, texts)}`;
}

function rateOf(line: SalesLineView, { taxes }: SalesDocumentView, wording: DocumentWording): string {
  const borne = (line.taxPositions ?? []).map((place) => taxes[place - 1]!);
  return borne.map(({ rate, isReverseCharge }) => wording.percent(isReverseCharge ? '0' : rate)).join(' + ');
}

const adjustmentNotes = ({ adjustments }: SalesLineView, wording: DocumentWording): string[] =>
  adjustments.map(({ kind, amount, rate, reason }) => {
    const sign = kind === 'charge' ? '+' : '\u2212';
    const much = rate === undefined ? wording.number(amount!) : wording.percent(rate);
    return `${reason ?? wording.texts[kind]}: ${sign}${much}`;
  });

function sumsOf(document: SalesDocumentView, wording: DocumentWording): LetterSum[] {
  const { texts, number, money, percent } = wording;
  const { totals, paidAtIssue, dueAtIssue, taxes, lines, currency, kind } = document;
  const adjustments = lines.filter((line) => line.kind !== 'item');
  const amount = (value: string) => number(value);
  const isZero = (value: string) => new Decimal(value).isZero();
  return [
    ...(adjustments.length > 0 ? [{ label: texts.lineNet, value: amount(totals.lineNet) }] : []),
    ...adjustments.map((line) => {
      const rate = line.adjustments[0]?.rate;
      const name = line.description ?? (line.kind === 'charge' ? texts.charge : texts.allowance);
      return { label: rate === undefined ? name : `${name} (${percent(rate)})`, value: amount(line.net) };
    }),
    { label: texts.net, value: amount(totals.net) },
    ...taxes.map((tax) => ({ label: taxLabel(tax, wording), value: amount(tax.tax) })),
    { label: texts.gross, value: amount(totals.gross) },
    ...(isZero(totals.rounding) ? [] : [{ label: texts.rounding, value: amount(totals.rounding) }]),
    ...(isZero(paidAtIssue) ? [] : [{ label: texts.prepaid, value: amount(`-${paidAtIssue}`) }]),
    { label: texts.payable[kind], value: money(dueAtIssue, currency), isTotal: true },
  ];
}

function taxLabel(tax: SalesTaxView, { texts, number, percent }: DocumentWording): string {
  const { kind, taxCode, computation, rate, isReverseCharge, base } = tax;
  const name = kind === 'vat' ? texts.columns.tax : taxCode;
  const shown = computation === 'percentage' ? percent(isReverseCharge ? '0' : rate) : '';
  return filled(texts.tax, { name, rate: shown, base: number(base) }).replaceAll(/ +/g, ' ');
}

/** Why no tax is charged: in the words of the language, and in those of the tax code. */
function taxNotes({ taxes }: SalesDocumentView, { texts }: DocumentWording): LetterParagraph[] {
  const notes = taxes
    .flatMap(({ category, isReverseCharge, exemptionText }) => [
      texts.categories[isReverseCharge ? 'AE' : category],
      exemptionText ?? undefined,
    ])
    .filter((note) => note !== undefined);
  return notes.length === 0 ? [] : [{ heading: texts.taxNotes, lines: [...new Set(notes)] }];
}

function paymentWay({ kind, number, seller, dueAtIssue }: SalesDocumentView, wording: DocumentWording): string[] {
  if (kind === 'credit_note' || new Decimal(dueAtIssue).isZero()) return [];
  return [...payIntoText(seller, wording), filled(wording.texts.reference, { number })];
}
