import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { bankStatement } from './bank-statement.js';
import { demoStory } from './demo-entries.js';
import { demoMonths } from './demo-month.js';

const months = demoMonths('2026-06-30' as CalendarDate);
const story = demoStory(months);
const numbers = new Map(story.entries.flatMap(({ reference }) => (reference ? [[reference, `RE ${reference}`]] : [])));
const { openingBalance, file } = bankStatement(story, months.at(-1)!, numbers);
const [, ...rows] = file
  .toString()
  .trimEnd()
  .split('\r\n')
  .map((line) => line.split(';'));
const amount = (text: string) => new Decimal(text.replace(',', '.'));

it('adds up, line by line, from what the books had before', () => {
  let balance = new Decimal(openingBalance);
  for (const [, moved, , , left] of rows) {
    balance = balance.plus(amount(moved!));
    expect(balance.toFixed(2)).toBe(amount(left!).toFixed(2));
  }
  expect(rows.length).toBeGreaterThan(20);
});

it('knows payments and a fee that the books do not know', () => {
  const { entries, news } = story;
  const onBank = (of: typeof entries) =>
    sum(of.flatMap(({ lines }) => lines.filter(({ account }) => account === '1010').map((line) => line.amount)));
  expect(news.length).toBeGreaterThan(0);
  const closing = onBank(entries).plus(onBank(news)).minus('18.90');
  expect(amount(rows.at(-1)!.at(-1)!).toFixed(2)).toBe(closing.toFixed(2));
});

it('names the invoice that is paid', () => {
  const texts = rows.map(([, , , text]) => text!);
  expect(texts.filter((text) => text.startsWith('Rechnung RE S-')).length).toBeGreaterThan(story.news.length);
  expect(texts.filter((text) => text.includes('undefined'))).toEqual([]);
});
