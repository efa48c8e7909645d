import { fillText, placeholders, textFaults, textFor } from './letter-texts.js';

const own = (language: string) => ({ language, subject: `Own ${language}`, introduction: 'a', conclusion: 'b' });

it.each<[string | null, string[], number, string, string]>([
  [null, [], 1, 'en', 'Payment reminder'],
  ['de', [], 1, 'de', 'Zahlungserinnerung'],
  ['de-AT', [], 2, 'de-AT', 'Zweite Mahnung'],
  ['de', [], 9, 'de', 'Letzte Mahnung'],
  ['en-GB', [], 3, 'en-GB', 'Final reminder'],
  ['fr', [], 1, 'en', 'Payment reminder'],
  ['fr', ['en'], 1, 'en', 'Own en'],
  ['fr', ['fr'], 1, 'fr', 'Own fr'],
  ['fr-CA', ['fr'], 1, 'fr-CA', 'Own fr'],
  ['fr', ['fr-CA', 'fr'], 1, 'fr', 'Own fr'],
  ['de', ['en'], 1, 'de', 'Zahlungserinnerung'],
])(
  'whoever reads %j is written to, with own texts in %j at level %d, in %s: %s',
  (wanted, texts, level, language, subject) => {
    expect(textFor(texts.map(own), wanted, level)).toMatchObject({ language, subject });
  },
);

it('fills in every placeholder, and nothing else', () => {
  const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`])) as Record<
    (typeof placeholders)[number],
    string
  >;
  const text = placeholders.map((name) => `{{${name}}}`).join(' ');
  expect(fillText(text, values)).toBe(placeholders.map((name) => `<${name}>`).join(' '));
  expect(fillText('{fee} {{ fee }} {{constructor}}', values)).toBe('{fee} {{ fee }} {{constructor}}');
  expect(fillText('{{partyName}}', { ...values, partyName: '{{fee}} $&' })).toBe('{{fee}} $&');
});

it('takes no placeholder that there is not, and each language once', () => {
  const texts = [own('en'), { ...own('de'), conclusion: 'Bis {{payBy}}, {{paybY}}' }, own('en')];
  expect(textFaults(texts)).toMatchObject([
    { pointer: '/texts/1/conclusion', code: 'unknown_placeholder' },
    { pointer: '/texts/2/language', code: 'language_named_twice' },
  ]);
});
