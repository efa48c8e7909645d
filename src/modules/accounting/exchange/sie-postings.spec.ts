import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { journalCodeOf, journalsOf, postingsOf } from './sie-postings.js';
import type { PlannedLine, PlannedVoucher, SieImportPlan } from './sie/sie-import-plan.js';

const line = (accountCode: string, amount: string, text = ''): PlannedLine => {
  return { accountCode, amount: new Decimal(amount), text, objects: [], lineNumber: 9 };
};
const voucher = (change: Partial<PlannedVoucher> = {}): PlannedVoucher => ({
  series: 'A',
  number: '17',
  position: 3,
  lineNumber: 40,
  date: '2026-01-31' as CalendarDate,
  text: 'Cash sale',
  signature: '',
  lines: [line('1910', '50.5', 'Till\t1'), line('3010', '-50.5')],
  ...change,
});
const plan = (change: Partial<SieImportPlan>) => ({ vouchers: [], series: [], ...change }) as unknown as SieImportPlan;

describe('postings', () => {
  it('are one entry for each voucher', () => {
    expect(postingsOf(plan({ vouchers: [voucher()] }), 'entity', 'sie:ab')).toEqual([
      {
        lineNumber: 40,
        request: {
          legalEntityId: 'entity',
          externalSource: 'sie:ab',
          journalCode: 'A',
          entryDate: '2026-01-31',
          description: 'Cash sale',
          reference: 'A 17',
          externalId: 'A/17/3',
          lines: [
            { accountCode: '1910', debit: '50.5', description: 'Till 1' },
            { accountCode: '3010', credit: '50.5', description: undefined },
          ],
        },
      },
    ]);
  });

  it.each<[string, string, string, string | undefined, string]>([
    ['#', '1', '#', '# 1', '#/1/3'],
    ['', '1', 'SIE', '1', '/1/3'],
    ['A', '', 'A', 'A', 'A//3'],
    ['', '', 'SIE', undefined, '//3'],
  ])('of series %j and number %j go to %s as %j', (series, number, journalCode, reference, externalId) => {
    const [posting] = postingsOf(plan({ vouchers: [voucher({ series, number })] }), 'entity', 'sie:ab');
    expect(posting?.request).toMatchObject({ journalCode, externalId });
    expect(posting?.request.reference).toBe(reference);
  });

  it('begin with the opening entry', () => {
    const lines = [line('1930', '100'), line('2081', '-100')];
    const date = '2026-01-01' as CalendarDate;
    const openingEntry = { purpose: 'opening_balances' as const, date, text: 'Opening balances', lines };
    const postings = postingsOf(plan({ openingEntry, vouchers: [voucher()] }), 'entity', 'sie:ab');
    expect(postings.map(({ request }) => request.externalId)).toEqual(['opening_balances', 'A/17/3']);
    expect(postings[0]).toMatchObject({
      lineNumber: 9,
      request: { journalCode: 'OPENING', kind: 'opening', entryDate: '2026-01-01', externalSource: 'sie:ab' },
    });
  });

  it('keep to the length of a description', () => {
    const text = `${'x'.repeat(499)} y`;
    const [posting] = postingsOf(plan({ vouchers: [voucher({ text })] }), 'entity', 'sie:ab');
    expect(posting?.request.description).toBe('x'.repeat(499));
  });
});

describe('journals', () => {
  it('are one for each series', () => {
    expect(journalsOf(plan({ series: ['#', 'A', ''] }))).toEqual([
      { code: '#', name: 'Voucher series #' },
      { code: 'A', name: 'Voucher series A' },
      { code: 'SIE', name: 'Vouchers without a series' },
    ]);
  });

  it('are shared by series that differ in blanks alone', () => {
    expect(journalsOf(plan({ series: ['A B', 'A\tB'] }))).toEqual([{ code: 'A B', name: 'Voucher series A B' }]);
    expect(journalCodeOf('A\tB')).toBe('A B');
  });
});
