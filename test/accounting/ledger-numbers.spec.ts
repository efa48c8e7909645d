import {
  brokenCheck,
  createLedgerDatabase,
  expectRefusedUntilMended,
  type Fault,
  type LedgerDatabase,
  type TwoLines,
} from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { createLegalEntity, inOrganization, openBooks } from '../support/ledger-fixture.js';
import { expectRefusal, type Refusal } from '../support/refusal.js';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  await ledger.post(await draft());
});

afterAll(() => ledger?.close());

const draft = () => draftEntry(ledger.owner, ledger.books) as Promise<TwoLines>;

describe('numbers of a series follow each other', () => {
  const faults: Fault[] = [
    { name: 'a number left out', fault: ({ header }) => header.number++, refusal: { code: 'BU104' } },
    {
      name: 'a number given before',
      fault: ({ header }) => header.number--,
      refusal: { code: '23505', constraint: 'journal_entry_number_key' },
    },
    {
      name: 'number zero',
      fault: ({ header }) => (header.number = 0),
      refusal: brokenCheck('journal_entry_number_check'),
    },
    {
      name: 'the next number of another journal',
      fault: ({ header }, { books }) => (header.journal_id = books.journals['SALES']!),
      refusal: { code: 'BU104' },
    },
  ];
  it.each(faults)('refuses $name', (fault) => expectRefusedUntilMended(ledger, fault));

  const batches: [name: string, numbers: [number, number, number], refusal: Refusal][] = [
    ['a gap', [0, 1, 3], { code: 'BU104' }],
    ['a late start', [1, 2, 3], { code: 'BU104' }],
    ['a number twice', [0, 1, 1], { code: '23505', constraint: 'journal_entry_number_key' }],
  ];
  it.each(batches)('refuses %s among the entries of one statement', async (_, numbers, refusal) => {
    const drafts = [await draft(), await draft(), await draft()];
    const next = drafts[0]!.header.number;
    const number = (steps: number[]) => drafts.forEach(({ header }, index) => (header.number = next + steps[index]!));
    number(numbers);
    await expectRefusal(ledger.post(...drafts), refusal);
    // In any order, as long as each is there.
    number([2, 0, 1]);
    await ledger.post(...drafts);
  });

  it('counts every journal and every year for itself', async () => {
    const { books, owner } = ledger;
    const sales = await draftEntry(owner, books, { journal_id: books.journals['SALES']! });
    const lastYear = await draftEntry(owner, books, {
      fiscal_year_id: books.years['2025']!,
      period_id: books.periods['2025-03-01']!,
      entry_date: '2025-03-15',
    });
    expect([sales.header.number, lastYear.header.number]).toEqual([1, 1]);
    await ledger.post(await draft(), sales, lastYear);
  });

  it.each([
    ['moved', 'UPDATE accounting.number_series SET last_number = last_number + 1'],
    ['set back', 'UPDATE accounting.number_series SET last_number = 0'],
    [
      'added',
      `INSERT INTO accounting.number_series (organization_id, legal_entity_id, journal_id, fiscal_year_id)
         SELECT organization_id, legal_entity_id, journal_id, gen_random_uuid() FROM accounting.number_series`,
    ],
  ])('refuses a series %s by hand', async (_, statement) => {
    const byHand = inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(statement));
    await expectRefusal(byHand, { code: '42501', message: 'permission denied for table number_series' });
  });
});

describe('the functional currency', () => {
  const changeTo = (legalEntityId: string, currency: string) =>
    inOrganization(ledger.app, ledger.books.organizationId, () =>
      ledger.app.query('UPDATE administration.legal_entity SET functional_currency = $2 WHERE id = $1', [
        legalEntityId,
        currency,
      ]),
    );

  it('changes before the first posting, with the books, and never after', async () => {
    const { app, owner, books } = ledger;
    const legalEntityId = await createLegalEntity(app, books.organizationId, 'EUR');
    const young = await openBooks(app, books.organizationId, legalEntityId, 'EUR');
    await changeTo(legalEntityId, 'SEK');
    const { rows } = await owner.query('SELECT functional_currency FROM accounting.books WHERE legal_entity_id = $1', [
      legalEntityId,
    ]);
    expect(rows).toEqual([{ functional_currency: 'SEK' }]);
    await ledger.post(await draftEntry(owner, { ...young, currency: 'SEK' }));
    await expectRefusal(changeTo(legalEntityId, 'EUR'), { code: 'BU122' });
  });

  it('is not changed in the books alone', async () => {
    const inBooks = inOrganization(ledger.app, ledger.books.organizationId, () =>
      ledger.app.query("UPDATE accounting.books SET functional_currency = 'SEK'"),
    );
    await expectRefusal(inBooks, { code: '42501', message: 'permission denied for table books' });
  });
});
