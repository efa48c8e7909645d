import { Decimal } from '#kernel/decimal.js';
import { amountFormat } from '#platform/exports/locale.js';
import { type DocumentTexts, documentTexts } from './document-texts.js';

export const documentLanguages = ['en', 'de'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** How a document says things: its texts, and how it writes days, amounts and countries. */
export interface DocumentWording {
  language: DocumentLanguage;
  texts: DocumentTexts;
  day: (day: string) => string;
  /** In a few characters, for columns. */
  shortDay: (day: string) => string;
  /** Decimal text with the decimals that it has. */
  number: (text: string) => string;
  money: (amount: string, currency: string) => string;
  percent: (fraction: string) => string;
  country: (code: string) => string;
}

/**
 * In the language that is asked for, else in that of the buyer, else in English. Numbers and days are written as the region
 * of the buyer does, where its language is the one that is spoken.
 */
export function wordingOf(asked: DocumentLanguage | undefined, ofBuyer: string | undefined): DocumentWording {
  const own = documentLanguages.find((one) => one === ofBuyer?.split('-')[0]);
  const language = asked ?? own ?? 'en';
  const locale = language === own ? regional(ofBuyer!) : defaults[language];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const number = amountFormat(locale);
  return {
    language,
    texts: documentTexts[language],
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) => shortDays.format(new Date(`${day}T00:00:00Z`)),
    number,
    money: (amount, currency) => `${number(amount)} ${currency}`,
    percent: (fraction) => `${number(new Decimal(fraction).times(100).toFixed())}\u00A0%`,
    country: (code) => countries.of(code) ?? code,
  };
}

const defaults = { en: 'en-GB', de: 'de-DE' } as const;
const regional = (tag: string) => (tag.includes('-') ? tag : defaults[tag as DocumentLanguage]);
