import fc from 'fast-check';
import { requireCurrency } from '#kernel/currency.js';
import { planNamedAccounts } from './plan-accounts.js';
import { planTransactions } from './plan-plain-text.js';
import type { JournalFindings } from './plain-text-journal.js';
import { readPlainTextJournal } from './read-plain-text-journal.js';

function read(text: string, options: object = {}, given: { name: string; code?: string }[] = []) {
  const findings: JournalFindings = { faults: [], remarks: [] };
  const { transactions, accounts: declared } = readPlainTextJournal(text, 'point', findings);
  const wishes = { transactions, declared, given, createMissing: true, known: new Set(['1930']) };
  const { codes, added } = planNamedAccounts(wishes, findings);
  const surroundings = { functionalCurrency: requireCurrency('EUR'), codes, journals: new Set(['SALES']), options };
  const plan = planTransactions(transactions, surroundings, findings);
  const places = (of: JournalFindings['faults']) => of.map(({ line, code }) => `${line} ${code}`);
  return { ...plan, added, faults: places(findings.faults), remarks: places(findings.remarks) };
}
const pair = '  assets:cash  5 EUR\n  income:sales\n';

it('reads transactions with marks, codes, comments and the amount that is left out', () => {
  const { planned, added, faults } = read(
    '; comment\n* heading\ncomment\n2026-13-99 nothing\nend comment\n2026/1/5 ! (INV-1) Sale | note  ; kind: opening\n    ; reference: none\n    * assets:bank account  10.50 EUR  ; text: first\n    income:sales ; elided\n\n2026-01-06\n  assets:bank account  -1 EUR\n  income:sales  1 EUR\n',
  );
  expect(faults).toEqual([]);
  expect(added).toMatchObject([
    { code: '1001', name: 'assets:bank account', type: 'asset' },
    { code: '4001', name: 'income:sales', type: 'income' },
  ]);
  expect(planned).toMatchObject([
    {
      key: '1',
      lineNumber: 6,
      lineNumbers: [8, 9],
      request: {
        entryDate: '2026-01-05',
        description: 'Sale | note',
        reference: 'none',
        kind: 'opening',
        lines: [
          { accountCode: '1001', debit: '10.5', currency: 'EUR', description: 'first' },
          { accountCode: '4001', credit: '10.5' },
        ],
      },
    },
    { key: '2', request: { description: 'Without description', lines: [{ credit: '1' }, { debit: '1' }] } },
  ]);
});

it('knows accounts by the request, by the tag of their directive, and their types', () => {
  const text = `account Money  ; code: 1930\naccount Other\n  ; type: L\naccount Shop:Sales\n  ; code: 3000\naccount Shop\n  ; type: Revenue\n2026-01-01 x\n  Money  5 EUR\n  Other:deep  1 EUR\n  Shop:Sales\n`;
  const { planned, added, faults } = read(text, {}, [{ name: 'Other:deep', code: '2999' }]);
  expect(faults).toEqual([]);
  expect(planned[0]!.request.lines.map(({ accountCode }) => accountCode)).toEqual(['1930', '2999', '3000']);
  expect(added).toEqual([
    { code: '2999', name: 'Other:deep', type: 'liability', control: 'none', isNew: true },
    { code: '3000', name: 'Shop:Sales', type: 'income', control: 'none', isNew: true },
  ]);
  expect(read(`2026-01-01 x\n  Money  5 EUR\n  income\n`).faults).toEqual(['2 account_type_unknown']);
});

it('takes costs to the last digit, and the rate of a tag where it makes the same', () => {
  const { planned, faults } = read(
    '2026-01-01 x\n  assets:usd  3 USD @@ 2.80 EUR\n    ; rate: 0.9333\n    ; rate-source: ECB\n  assets:usd  -7 USD @@ 1.00 EUR\n  assets:usd  2 USD @ 0.5 EUR\n  income\n',
  );
  expect(faults).toEqual([]);
  expect(planned[0]!.request.lines).toMatchObject([
    { debit: '3', exchangeRate: '0.9333', exchangeRateSource: 'ECB' },
    { credit: '7', exchangeRate: '0.142857142857142857142857142857', exchangeRateSource: 'plain-text journal' },
    { debit: '2', exchangeRate: '0.5' },
    { credit: '2.8', currency: 'EUR' },
  ]);
});

it.each([
  ['include other.journal\n', '1 directive_not_read'],
  ['~ monthly\n  assets:cash  5 EUR\n', '1 directive_not_read'],
  ['= expenses\n  (assets:x)  1 EUR\n', '1 directive_not_read'],
  ['D 1000.00 EUR\n', '1 directive_not_read'],
  ['2026-02-30 x\n', '1 invalid_date'],
  ['01-31 x\n', '1 invalid_date'],
  ['  assets:cash  5 EUR\n', '1 stray_line'],
  [`2026-01-01 x\n${pair}  (assets:cash)  5 EUR\n`, '4 virtual_posting'],
  [`2026-01-01 x\n${pair}  [assets:cash]  5 EUR\n`, '4 virtual_posting'],
  ['2026-01-01 x\n  assets:cash  5 EUR\n  income\n  income\n', '4 amount_missing'],
  ['2026-01-01 x\n  assets:cash  5 EUR\n  assets:cash  5 USD\n  income\n', '4 amount_missing'],
  ['2026-01-01 x\n  assets:cash  5 VHT @ 2 EUR\n  income\n', '2 other_commodity'],
  ['2026-01-01 x\n  assets:cash  5\n  income\n', '2 commodity_missing'],
  ['2026-01-01 x\n  assets:cash  5 EUR @ 2 USD\n  income\n', '2 cost_currency'],
  ['2026-01-01 x\n  assets:cash  5 EUR = 6 EUR\n  income\n', '2 assertion_failed'],
  ['2026-01-02 x\n  assets:cash  5 EUR = 6 EUR\n  income\n\n2026-01-01 x\n  assets:cash  1 EUR\n  income\n', undefined],
  ['2026-01-01 x\n  assets:cash:a  1 EUR\n  assets:cash  5 EUR =* 6 EUR\n  income\n', undefined],
  ['2026-01-01 x\n  assets:cash  1 USD @ 1 EUR\n  assets:cash  5 EUR == 5 EUR\n  income\n', '3 assertion_failed'],
])('of %j finds %s', (text, fault) => expect(read(text).faults).toEqual(fault === undefined ? [] : [fault]));

it('leaves out entries with other commodities where that is wished, and entries without amounts', () => {
  const text = `2026-01-01 x\n  assets:cash  5 VHT @ 2 EUR\n  income\n\n2026-01-02 y\n  assets:cash  0 EUR\n  income\n\n2026-01-03 z\n${pair}P 2026-01-01 VHT 5 EUR\n`;
  const { planned, skipped, faults, remarks } = read(text, { skipOtherCommodities: true });
  expect([faults, remarks, planned.length]).toEqual([[], ['12 prices_not_kept'], 1]);
  expect(skipped).toMatchObject([
    { line: 1, reason: 'other_commodity' },
    { line: 5, reason: 'no_amounts' },
  ]);
});

it('never fails, whatever the text', () => {
  const part = fc.constantFrom(
    '2026-01-01',
    ' * ',
    '(x)',
    '\n  ',
    '\n',
    '  5 EUR',
    'assets:cash',
    ' @ ',
    ' = ',
    ';',
    'account ',
    'type:',
    '%',
    '{',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), (parts) => void read(parts.join(''))),
  );
});
