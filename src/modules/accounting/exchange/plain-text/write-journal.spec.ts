import type { JournalEntryView } from '../../journal/journal-entries.dto.js';
import type { JournalLineView } from '../../journal/journal-lines.dto.js';
import { type NamedAccount, writeAccount, writeCurrency, writeEntry } from './write-journal.js';

const accounts = new Map<string, NamedAccount>([
  ['bank', { code: '1930', name: 'Bank; "main": EUR', type: 'asset', control: 'bank' }],
  ['sales', { code: '3000', name: 'Sales', type: 'income', control: 'none' }],
]);
const line = (accountId: string, fields: Partial<JournalLineView>): JournalLineView => ({
  lineNumber: 1,
  accountId,
  accountCode: '',
  accountName: '',
  currency: 'EUR',
  debit: '0.00',
  credit: '0.00',
  functionalDebit: '0.00',
  functionalCredit: '0.00',
  exchangeRate: null,
  exchangeRateSource: null,
  description: null,
  isRounding: false,
  partyId: null,
  dueOn: null,
  dimensions: [],
  ...fields,
});
const entry = {
  id: 'the-id',
  entryDate: '2026-01-31',
  journalCode: 'GENERAL',
  number: 17,
  kind: 'regular',
  description: 'Sale',
  reference: null,
  externalSource: null,
  externalId: null,
  reversalOf: null,
  functionalCurrency: 'EUR',
} as JournalEntryView;

it('declares accounts with their type and code, and the name where that cannot be written', () => {
  expect([...accounts.values()].map(writeAccount)).toEqual([
    'account Assets:1930 Bank, "main". EUR\n  ; type: C\n  ; code: 1930\n  ; name: Bank%3B "main": EUR\n',
    'account Revenues:3000 Sales\n  ; type: R\n  ; code: 3000\n',
  ]);
});

it('declares currencies with their decimals', () => {
  expect(['EUR', 'JPY', 'KWD'].map(writeCurrency)).toEqual([
    'commodity EUR\n  format 1000.00 EUR\n',
    'commodity JPY\n',
    'commodity KWD\n  format 1000.000 KWD\n',
  ]);
});

it('writes an entry with all that it says', () => {
  const dimensions = [{ dimensionId: '', dimensionCode: '1', valueId: '', valueCode: 'S,T', valueName: '' }];
  const written = writeEntry(
    {
      ...entry,
      kind: 'opening',
      description: 'Sale; second',
      reference: 'INV-1',
      externalSource: 'shop',
      externalId: '[2020-01-01]',
      reversalOf: 'other-id',
      lines: [
        line('bank', { debit: '10.00', functionalDebit: '10.00', description: 'date:2020-01-01, x', dimensions }),
        line('sales', { credit: '10.00', functionalCredit: '10.00' }),
      ],
    },
    accounts,
  );
  expect(written).toBe(`2026-01-31 * (GENERAL 17) Sale, second
  ; id: the-id
  ; journal: GENERAL
  ; kind: opening
  ; description: Sale%3B second
  ; reference: INV-1
  ; external-source: shop
  ; external-id: %5B2020-01-01%5D
  ; reversal-of: other-id
  Assets:1930 Bank, "main". EUR  10.00 EUR
    ; text: date:2020-01-01%2C x
    ; dim-1: S%2CT
  Revenues:3000 Sales  -10.00 EUR
`);
});

it('writes other currencies at their total cost, and an adjustment in the functional currency alone', () => {
  const written = writeEntry(
    {
      ...entry,
      lines: [
        line('bank', {
          currency: 'USD',
          credit: '3.00',
          functionalCredit: '2.78',
          exchangeRate: '0.925',
          exchangeRateSource: 'ECB',
        }),
        line('bank', { currency: 'USD', functionalCredit: '0.22' }),
        line('sales', { debit: '3.00', functionalDebit: '3.00' }),
      ],
    },
    accounts,
  );
  expect(written.split('\n').slice(3)).toEqual([
    '  Assets:1930 Bank, "main". EUR  -3.00 USD @@ 2.78 EUR',
    '    ; rate: 0.925',
    '    ; rate-source: ECB',
    '  Assets:1930 Bank, "main". EUR  -0.22 EUR',
    '    ; adjusts-currency: USD',
    '  Revenues:3000 Sales  3.00 EUR',
    '',
  ]);
});
