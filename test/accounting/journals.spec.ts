import type { JournalList, JournalView } from '#modules/accounting/chart/journals.dto.js';
import { type Actor, newActor } from '../support/actor.js';

const journals = '/v1/accounting/journals';
const at = ({ id }: { id: string }) => `${journals}/${id}`;

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function openBooks(by = actor): Promise<void> {
  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  expect(await by.post('/v1/accounting/fiscal-years', year)).toMatchObject({ status: 201 });
}

async function list(query = ''): Promise<JournalView[]> {
  return ((await actor.get(`${journals}?${query}`)).body as JournalList).data;
}

describe('a journal', () => {
  it('needs books, which the first fiscal year opens with its standard journals', async () => {
    const body = { code: 'SALES', name: 'Sales' };
    expect(await actor.post(journals, body)).toMatchObject({
      status: 409,
      body: { code: 'books_not_open', errors: [{ pointer: '/legalEntityId' }] },
    });
    await openBooks();
    expect(await list()).toMatchObject([
      { code: 'GENERAL', name: 'General journal', status: 'active', legalEntityId: actor.legalEntityId },
      { code: 'OPENING', name: 'Opening balances', status: 'active', legalEntityId: actor.legalEntityId },
      { code: 'RECEIPTS', name: 'Receipts', status: 'active', legalEntityId: actor.legalEntityId },
    ]);
    const created = await actor.post(journals, body);
    expect(created).toMatchObject({ status: 201, body: { ...body, status: 'active', version: 1 } });
    expect((await actor.get(at(created.body))).body).toEqual(created.body);
    expect(await actor.post(journals, body)).toMatchObject({
      status: 409,
      body: { code: 'journal_code_taken', errors: [{ pointer: '/code' }] },
    });
  });

  it('takes entries in every fiscal year, numbered from 1, as long as it is active', async () => {
    await openBooks();
    await actor.post('/v1/accounting/fiscal-years', { startsOn: '2027-01-01', endsOn: '2027-12-31' });
    const { body: journal } = await actor.post(journals, { code: 'SALES', name: 'Sales' });
    await actor.post(accountsPath, { code: '1930', name: 'Bank', type: 'asset' });
    await actor.post(accountsPath, { code: '3000', name: 'Sales', type: 'income' });
    for (const entryDate of ['2026-05-01', '2027-05-01']) {
      expect(await post(entryDate)).toMatchObject({ status: 201, body: { journalCode: 'SALES', number: 1 } });
    }
    expect(await actor.patch(at(journal), { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
    expect(await post('2026-05-02')).toMatchObject({ status: 422, body: { errors: [{ code: 'journal_inactive' }] } });
  });

  it('takes no reversals either while it is inactive', async () => {
    await openBooks();
    const { body: journal } = await actor.post(journals, { code: 'SALES', name: 'Sales' });
    await actor.post(accountsPath, { code: '1930', name: 'Bank', type: 'asset' });
    await actor.post(accountsPath, { code: '3000', name: 'Sales', type: 'income' });
    const { body: sale } = await post('2026-05-01');
    const reverse = () => actor.post(`/v1/accounting/journal-entries/${sale.id}/reverse`);
    await actor.patch(at(journal), { status: 'inactive' }, '"1"');
    const refused = await reverse();
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'reversal_refused', errors: [{ code: 'journal_inactive', pointer: '' }] },
    });
    expect(refused.body.detail).toContain('SALES');
    await actor.patch(at(journal), { status: 'active' }, '"2"');
    expect(await reverse()).toMatchObject({ status: 201, body: { journalCode: 'SALES', number: 2 } });
  });

  it('is renamed; the standard journals stay active', async () => {
    await openBooks();
    for (const journal of await list('code=GENERAL,OPENING,RECEIPTS')) {
      expect(await actor.patch(at(journal), { name: 'Renamed' }, '"1"')).toMatchObject({ body: { name: 'Renamed' } });
      expect(await actor.patch(at(journal), { status: 'inactive' }, '"2"')).toMatchObject({
        status: 409,
        body: { code: 'journal_status', errors: [{ pointer: '/status' }] },
      });
      expect(await actor.patch(at(journal), { code: 'X' }, '"2"')).toMatchObject({ status: 400 });
      expect(await actor.patch(at(journal), { name: 'X' }, '"1"')).toMatchObject({ status: 412 });
    }
  });

  it('is created beside others at the same time', async () => {
    await openBooks();
    const codes = Array.from({ length: 8 }, (_, index) => `J${index}`);
    const answers = await Promise.all(codes.map((code) => actor.post(journals, { code, name: code })));
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 201));
    expect((await list('code[prefix]=J')).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [{ name: 'Sales' }, '/code'],
    [{ code: 'A B', name: 'Sales' }, '/code'],
    [{ code: 'A'.repeat(21), name: 'Sales' }, '/code'],
    [{ code: 'A', name: '' }, '/name'],
  ])('is refused as %j', async (body, pointer) => {
    expect(await actor.post(journals, body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('of another organization is not there', async () => {
    await openBooks();
    const [journal] = await list();
    const stranger = await newActor();
    expect(await stranger.get(at(journal!))).toMatchObject({ status: 404 });
    expect(await stranger.patch(at(journal!), { name: 'X' }, '"1"')).toMatchObject({ status: 404 });
    expect((await stranger.get(journals)).body.data).toEqual([]);
  });
});

const accountsPath = '/v1/accounting/accounts';

function post(entryDate: string) {
  const lines = [
    { accountCode: '1930', debit: '10.00' },
    { accountCode: '3000', credit: '10.00' },
  ];
  const entry = { post: true, journalCode: 'SALES', entryDate, description: 'A sale', lines };
  return actor.post('/v1/accounting/journal-entries', entry, { 'idempotency-key': `sale-${entryDate}` });
}
