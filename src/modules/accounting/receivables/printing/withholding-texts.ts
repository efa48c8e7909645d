import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { LetterSum } from '#platform/exports/letter.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { DocumentLanguage, DocumentWording } from './document-language.js';
import { filled } from './document-texts.js';

interface WithholdingTexts {
  withheld: string;
  /** Where less is due than all that is to be withheld. */
  withheldOfRest: string;
  toBePaid: string;
  note: string;
}

const texts: Record<DocumentLanguage, Record<SalesDocumentView['kind'], WithholdingTexts>> = {
  en: {
    invoice: {
      withheld: 'Less {name}, {rate} on {taxable}, to be withheld by you',
      withheldOfRest: 'Less {name}, {rate} on {taxable}: {amount} to be withheld by you, at most what is due',
      toBePaid: 'Amount to pay',
      note: 'To be withheld by the buyer: {taxes}. Amount to pay: {rest}.',
    },
    credit_note: {
      withheld: 'Less {name}, {rate} on {taxable}, no longer to be withheld by you',
      withheldOfRest: 'Less {name}, {rate} on {taxable}: {amount} no longer to be withheld by you, at most the credit',
      toBePaid: 'Amount credited less tax',
      note: 'No longer to be withheld by the buyer: {taxes}. Amount credited less tax: {rest}.',
    },
  },
  de: {
    invoice: {
      withheld: 'Abzüglich {name}, {rate} auf {taxable}, von Ihnen einzubehalten',
      withheldOfRest:
        'Abzüglich {name}, {rate} auf {taxable}: {amount} von Ihnen einzubehalten, höchstens der zu zahlende Betrag',
      toBePaid: 'Zu überweisender Betrag',
      note: 'Vom Käufer einzubehalten: {taxes}. Zu überweisender Betrag: {rest}.',
    },
    credit_note: {
      withheld: 'Abzüglich {name}, {rate} auf {taxable}, von Ihnen nicht mehr einzubehalten',
      withheldOfRest:
        'Abzüglich {name}, {rate} auf {taxable}: {amount} von Ihnen nicht mehr einzubehalten, höchstens die Gutschrift',
      toBePaid: 'Gutschrift abzüglich Steuer',
      note: 'Vom Käufer nicht mehr einzubehalten: {taxes}. Gutschrift abzüglich Steuer: {rest}.',
    },
  },
};

/**
 * What the customer keeps back, and what it pays then; nothing where it keeps nothing back. Where deposits left less to be
 * paid than is to be withheld, the lines take no more than that, so that they sum to what is paid.
 */
export function withholdingSums(document: SalesDocumentView, wording: DocumentWording): LetterSum[] {
  const withheld = withheldOf(document);
  if (withheld.length === 0) return [];
  const { withheld: label, withheldOfRest, toBePaid } = texts[wording.language][document.kind];
  const { minorUnits } = requireCurrency(document.currency);
  let due = new Decimal(document.dueAtIssue);
  return [
    ...withheld.map((one) => {
      const taken = Decimal.min(due, one.amount);
      due = due.minus(taken);
      const words = { ...wordsOf(one, wording), taxable: wording.number(one.taxable) };
      return {
        label: taken.equals(one.amount)
          ? filled(label, words)
          : filled(withheldOfRest, { ...words, amount: wording.money(one.amount, document.currency) }),
        value: `\u2212${wording.number(taken.toFixed(minorUnits))}`,
      };
    }),
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

/** Nothing is kept back of what is paid already. */
const withheldOf = ({ withholdings, dueAtIssue }: SalesDocumentView) =>
  new Decimal(dueAtIssue).isZero() ? [] : withholdings.filter(({ amount }) => !new Decimal(amount).isZero());

const wordsOf = ({ name, rate }: SalesDocumentView['withholdings'][number], { percent }: DocumentWording) => ({
  name,
  rate: percent(rate),
});
