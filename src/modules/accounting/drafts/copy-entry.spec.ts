import type { EntryTaxView } from '../journal/entry-taxes.dto.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import type { JournalLineView } from '../journal/journal-lines.dto.js';
import { copyOfEntry } from './copy-entry.js';
import { emptyContent, emptyLine } from './draft-content.js';

const line = (change: Partial<JournalLineView>): JournalLineView => ({
  lineNumber: 1,
  accountId: 'id',
  accountCode: '4000',
  accountName: 'Rent',
  currency: 'USD',
  debit: '0.00',
  credit: '0.00',
  functionalDebit: '0.00',
  functionalCredit: '0.00',
  exchangeRate: '0.915',
  exchangeRateSource: 'Test',
  description: null,
  dimensions: [],
  isRounding: false,
  partyId: null,
  dueOn: null,
  ...change,
});
const entry = (lines: JournalLineView[], taxes: Partial<EntryTaxView>[] = []) =>
  ({
    journalCode: 'BANK',
    kind: 'regular',
    description: 'Rent',
    reference: 'R',
    externalId: '1',
    lines,
    taxes,
  }) as JournalEntryView;

it('keeps what was asked for', () => {
  const dimension = { dimensionId: 'd', dimensionCode: 'CC', valueId: 'v', valueCode: 'A', valueName: 'Value A' };
  const debit = line({ debit: '10.00', description: 'March', dimensions: [dimension] });
  expect(copyOfEntry(entry([debit, line({ accountCode: '1000', credit: '10.00' })]), '2026-04-01')).toEqual({
    ...emptyContent,
    journalCode: 'BANK',
    kind: 'regular',
    entryDate: '2026-04-01',
    description: 'Rent',
    lines: [
      {
        ...emptyLine,
        accountCode: '4000',
        debit: '10.00',
        currency: 'USD',
        description: 'March',
        dimensions: [{ dimensionCode: 'CC', valueCode: 'A' }],
      },
      { ...emptyLine, accountCode: '1000', credit: '10.00', currency: 'USD' },
    ],
  });
});

it.each<[string, Partial<JournalLineView>]>([
  ['a rounding line', { isRounding: true, currency: 'EUR', debit: '0.01', functionalDebit: '0.01' }],
  ['a line of the functional currency alone', { functionalCredit: '0.01' }],
])('leaves out %s', (_, change) => {
  expect(copyOfEntry(entry([line(change)]), '2026-04-01', 'Other')).toMatchObject({ description: 'Other', lines: [] });
});

describe('taxes', () => {
  const lines = [line({ debit: '100.00' }), line({ lineNumber: 2, accountCode: '1200', debit: '25.00' })];
  const tax = { lineNumber: 2, taxCode: 'STD', direction: 'purchase', side: 'input', base: '100.00' } as const;
  const taxesOf = (...taxes: Partial<EntryTaxView>[]) =>
    copyOfEntry(entry(lines, taxes), '2026-04-01').lines.map((one) => one.taxes);

  it('say of which code a line is, and on what', () => {
    const copied = { direction: 'purchase', taxCodes: ['STD'], amountIs: 'tax', base: '100.00' };
    expect(taxesOf(tax)).toEqual([null, copied]);
    expect(taxesOf({ ...tax, base: '-100.00' })).toEqual([null, copied]);
  });

  it('are left out where lines do not tell them', () => {
    expect(taxesOf(tax, { ...tax, side: 'output', lineNumber: 3 })).toEqual([null, null]);
    expect(taxesOf({ ...tax, isDeferred: true })).toEqual([null, null]);
    expect(taxesOf({ ...tax, lineNumber: null })).toEqual([null, null]);
  });
});
