import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import { amountFormat } from '#platform/exports/locale.js';
import { printedBuyer, printedSeller } from '../../receivables/documents/printed-parties.js';
import type { PrintedParty } from '../../receivables/documents/sales-document.js';
import { fillText, type LetterText, type LetterWords, textFor } from '../levels/letter-texts.js';
import type { Addressee } from '../runs/dunning-facts.repository.js';

/** What stays of a letter besides its figures: who writes to whom, and the words. */
export interface LetterContent extends LetterWords {
  seller: PrintedParty;
  recipient: PrintedParty;
}

/** What the words are filled with. */
export interface LetterFigures {
  level: number;
  runOn: CalendarDate;
  payBy: CalendarDate;
  currency: string;
  overdue: Decimal;
  credits: Decimal;
  fee: Decimal;
  interest: Decimal;
  total: Decimal;
}

/** A letter in the language of its reader, with amounts and days in the way of that language. */
export function letterContent(
  figures: LetterFigures,
  { seller, addressee, language }: { seller: LegalEntityFact; addressee: Addressee; language: string | null },
  texts: readonly LetterText[],
): { language: string; content: LetterContent } {
  const text = textFor(texts, language, figures.level);
  const { minorUnits } = requireCurrency(figures.currency);
  const numbers = amountFormat(text.language);
  const amount = (value: Decimal) => `${numbers(value.toFixed(minorUnits))} ${figures.currency}`;
  const days = dayFormat(text.language);
  const { number, name, addresses } = addressee;
  const values = {
    partyName: name,
    partyNumber: number,
    sellerName: seller.name,
    letterDate: days(figures.runOn),
    payBy: days(figures.payBy),
    overdueAmount: amount(figures.overdue),
    creditAmount: amount(figures.credits),
    fee: amount(figures.fee),
    interest: amount(figures.interest),
    totalAmount: amount(figures.total),
    level: String(figures.level),
  };
  return {
    language: text.language,
    content: {
      seller: printedSeller(seller, figures.currency),
      recipient: printedBuyer({ number, name, addresses, taxIds: [], electronicAddress: null, language: null }),
      subject: fillText(text.subject, values),
      introduction: fillText(text.introduction, values),
      conclusion: fillText(text.conclusion, values),
    },
  };
}

/** Days as people write them in a language. */
function dayFormat(language: string): (date: string) => string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  return (date) => format.format(new Date(`${date}T00:00:00Z`));
}
