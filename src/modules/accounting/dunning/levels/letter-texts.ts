import type { ProblemError } from '#kernel/problem.js';

/** What the words of a letter may name, in double braces. */
export const placeholders = [
  'partyName',
  'partyNumber',
  'sellerName',
  'letterDate',
  'payBy',
  'overdueAmount',
  'creditAmount',
  'fee',
  'interest',
  'totalAmount',
  'level',
] as const;
export type Placeholder = (typeof placeholders)[number];

export interface LetterWords {
  subject: string;
  introduction: string;
  conclusion: string;
}

export interface LetterText extends LetterWords {
  /** Language tag of BCP 47. */
  language: string;
}

const named = /\{\{([^{}]*)\}\}/g;
const known: ReadonlySet<string> = new Set(placeholders);

/** What is wrong with the words of a level: a language twice, or a placeholder that there is not. */
export function textFaults(texts: readonly LetterText[]): ProblemError[] {
  const seen = new Set<string>();
  return texts.flatMap(({ language, ...words }, index) => {
    const pointer = `/texts/${index}`;
    const faults: ProblemError[] = [];
    if (seen.has(language)) {
      const message = `There are two texts in ${language}.`;
      faults.push({ pointer: `${pointer}/language`, code: 'language_named_twice', message });
    }
    seen.add(language);
    for (const [field, text] of Object.entries(words)) {
      const unknown = [...text.matchAll(named)].map(([, name]) => name!).find((name) => !known.has(name));
      if (unknown === undefined) continue;
      const message = `There is no placeholder {{${unknown}}}; there are ${placeholders.join(', ')}.`;
      faults.push({ pointer: `${pointer}/${field}`, code: 'unknown_placeholder', message });
    }
    return faults;
  });
}

/** The words with what they name. */
export function fillText(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(named, (whole, name: string) => (known.has(name) ? values[name as Placeholder] : whole));
}

/**
 * The words for a reader: those of the level in the very language, else in the same one of another region, else what
 * Bureau has in it, else English.
 */
export function textFor(texts: readonly LetterText[], wanted: string | null, level: number): LetterText {
  const tag = wanted ?? 'en';
  const primary = primaryOf(tag);
  const own =
    texts.find(({ language }) => language === tag) ?? texts.find(({ language }) => primaryOf(language) === primary);
  if (own) return { ...own, language: primaryOf(own.language) === primary ? tag : own.language };
  if (primary === 'de') return { language: tag, ...wordsAt(germanWords, level) };
  const english = texts.find(({ language }) => primaryOf(language) === 'en');
  if (english && primary !== 'en') return english;
  return { language: primary === 'en' ? tag : 'en', ...wordsAt(englishWords, level) };
}

const primaryOf = (tag: string) => tag.split('-', 1)[0]!;
const wordsAt = (words: readonly LetterWords[], level: number) => words[Math.min(level, words.length) - 1]!;

const englishWords: readonly LetterWords[] = [
  {
    subject: 'Payment reminder',
    introduction:
      'Dear Sir or Madam,\n\nour books show the items below as unpaid although they are due. This may have escaped your notice.',
    conclusion:
      'Please pay {{totalAmount}} by {{payBy}}. If you have paid meanwhile, please disregard this letter.\n\n{{sellerName}}',
  },
  {
    subject: 'Second payment reminder',
    introduction: 'Dear Sir or Madam,\n\nyou have not settled the items below, although we have reminded you of them.',
    conclusion: 'We ask you to pay {{totalAmount}} by {{payBy}}.\n\n{{sellerName}}',
  },
  {
    subject: 'Final reminder',
    introduction: 'Dear Sir or Madam,\n\nin spite of our reminders the items below are still unpaid.',
    conclusion:
      'Unless {{totalAmount}} reaches us by {{payBy}}, we shall take further steps without another notice.\n\n{{sellerName}}',
  },
];

const germanWords: readonly LetterWords[] = [
  {
    subject: 'Zahlungserinnerung',
    introduction:
      'Sehr geehrte Damen und Herren,\n\nin unseren Büchern sind die folgenden fälligen Posten noch offen. Sicher ist dies Ihrer Aufmerksamkeit entgangen.',
    conclusion:
      'Bitte zahlen Sie {{totalAmount}} bis zum {{payBy}}. Haben Sie inzwischen gezahlt, ist dieses Schreiben gegenstandslos.\n\n{{sellerName}}',
  },
  {
    subject: 'Zweite Mahnung',
    introduction:
      'Sehr geehrte Damen und Herren,\n\ntrotz unserer Erinnerung haben Sie die folgenden Posten nicht beglichen.',
    conclusion: 'Wir bitten Sie, {{totalAmount}} bis zum {{payBy}} zu zahlen.\n\n{{sellerName}}',
  },
  {
    subject: 'Letzte Mahnung',
    introduction: 'Sehr geehrte Damen und Herren,\n\ntrotz unserer Mahnungen sind die folgenden Posten noch offen.',
    conclusion:
      'Geht der Betrag von {{totalAmount}} nicht bis zum {{payBy}} ein, leiten wir ohne weitere Ankündigung rechtliche Schritte ein.\n\n{{sellerName}}',
  },
];
