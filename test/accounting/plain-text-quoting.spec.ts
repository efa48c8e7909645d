import fc from 'fast-check';
import { headline } from '#modules/accounting/exchange/plain-text/journal-text.js';
import { writeAccount, writeEntry } from '#modules/accounting/exchange/plain-text/write-journal.js';
import type { JournalEntryView } from '#modules/accounting/journal/journal-entries.dto.js';
import { ask, versionOf } from '../support/accounting-programs.js';

const version = versionOf('hledger');
if (version === undefined) {
  it('hledger is NOT installed: the quoting was NOT checked with it', () => {
    console.warn('hledger is not installed: nothing was read by it');
    expect(version).toBeUndefined();
  });
}

(versionOf('hledger') === undefined ? describe.skip : describe)('quoting', () => {
  const text = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(...' ;:,%[]()|*!=@"{}#0123-date'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 30,
    })
    .filter((one) => one.trim() !== '');

  it('falsifies nothing, whatever the texts are', () => {
    const account = { code: '1930', type: 'asset', control: 'none' } as const;
    const entries = fc.array(fc.record({ name: text, description: text, reference: text, dimension: text }), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(entries, (all) => {
        const journal = all.map(({ name, description, reference, dimension }) => {
          const named = { ...account, name };
          const dimensions = [{ dimensionCode: dimension, valueCode: reference }];
          const fields = { accountId: 'a', currency: 'EUR', description: reference, dimensions };
          const debit = { debit: '1.00', credit: '0.00', functionalDebit: '1.00', functionalCredit: '0.00' };
          const credit = { debit: '0.00', credit: '1.00', functionalDebit: '0.00', functionalCredit: '1.00' };
          const entry = {
            id: 'x',
            entryDate: '2026-01-31',
            journalCode: dimension,
            number: 1,
            kind: 'regular',
            description,
            reference,
            functionalCurrency: 'EUR',
            lines: [
              { ...fields, ...debit },
              { ...fields, ...credit },
            ],
          } as unknown as JournalEntryView;
          return `${writeAccount(named)}\n${writeEntry(entry, new Map([['a', named]]))}`;
        });
        const read = JSON.parse(ask('hledger', journal.join('\n'), 'print', '--output-format=json')) as {
          tdate: string;
          tdate2: unknown;
          tdescription: string;
          tstatus: string;
          tpostings: { paccount: string; pdate: unknown; ptype: string; pbalanceassertion: unknown }[];
        }[];
        expect(read.map(({ tdescription }) => tdescription)).toEqual(
          all.map(({ description }) => headline(description)),
        );
        for (const { tdate, tdate2, tstatus, tpostings } of read) {
          expect([tdate, tdate2, tstatus, tpostings.length]).toEqual(['2026-01-31', null, 'Cleared', 2]);
          for (const { paccount, pdate, ptype, pbalanceassertion } of tpostings) {
            expect([pdate, ptype, pbalanceassertion]).toEqual([null, 'RegularPosting', null]);
            expect(paccount).toMatch(/^Assets:1930 [^:]*$/);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
