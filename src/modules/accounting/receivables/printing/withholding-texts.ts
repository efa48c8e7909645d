import { Decimal } from '#kernel/decimal.js';
import type { LetterSum } from '#platform/exports/letter.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { DocumentLanguage, DocumentWording } from './document-language.js';
import { filled } from './document-texts.js';

interface WithholdingTexts {
  withheld: string;
  toBePaid: string;
  note: string;
}

const texts: Record<DocumentLanguage, Record<SalesDocumentView['kind'], WithholdingTexts>> = {
  en: {
    invoice: {
      withheld: 'Less {name}, {rate} on {taxable}, to be withheld by you',
      toBePaid: 'Amount to pay',
      note: 'To be withheld by the buyer: {taxes}. Amount to pay: {rest}.',
    },
    credit_note: {
      withheld: 'Less {name}, {rate} on {taxable}, no longer to be withheld by you',
      toBePaid: 'Amount credited less tax',
      note: 'No longer to be withheld by the buyer: {taxes}. Amount credited less tax: {rest}.',
    },
  },
  de: {
    invoice: {
      withheld: 'Abzüglich {name}, {rate} auf {taxable}, von Ihnen einzubehalten',
      toBePaid: 'Zu überweisender Betrag',
      note: 'Vom Käufer einzubehalten: {taxes}. Zu überweisender Betrag: {rest}.',
    },
    credit_note: {
      withheld: 'Abzüglich {name}, {rate} auf {taxable}, von Ihnen nicht mehr einzubehalten',
      toBePaid: 'Gutschrift abzüglich Steuer',
      note: 'Vom Käufer nicht mehr einzubehalten: {taxes}. Gutschrift abzüglich Steuer: {rest}.',
    },
  },
};

/** What the customer keeps back, and what it pays then; nothing where it keeps nothing back. */
export function withholdingSums(document: SalesDocumentView, wording: DocumentWording): LetterSum[] {
  const withheld = withheldOf(document);
  if (withheld.length === 0) return [];
  const { withheld: label, toBePaid } = texts[wording.language][document.kind];
  return [
    ...withheld.map((one) => ({
      label: filled(label, { ...wordsOf(one, wording), taxable: wording.number(one.taxable) }),
      value: `\u2212${wording.number(one.amount)}`,
    })),
    { label: toBePaid, value: wording.money(document.amountAfterWithholding, document.currency), isTotal: true },
  ];
}

/** The same in words: EN 16931 has no place for it, and BT-115 is what is owed. */
export function withholdingNotes(document: SalesDocumentView, wording: DocumentWording): string[] {
  const withheld = withheldOf(document);
  if (withheld.length === 0) return [];
  const { currency, amountAfterWithholding } = document;
  const taxes = withheld.map((one) => {
    const { name, rate } = wordsOf(one, wording);
    return `${name} ${rate}, ${wording.money(one.amount, currency)}`;
  });
  const rest = wording.money(amountAfterWithholding, currency);
  return [filled(texts[wording.language][document.kind].note, { taxes: taxes.join('; '), rest })];
}

const withheldOf = ({ withholdings }: SalesDocumentView) =>
  withholdings.filter(({ amount }) => !new Decimal(amount).isZero());

const wordsOf = ({ name, rate }: SalesDocumentView['withholdings'][number], { percent }: DocumentWording) => ({
  name,
  rate: percent(rate),
});
