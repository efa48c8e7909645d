import { setTimeout as delay } from 'node:timers/promises';
import { type Actor, newActor } from '../support/actor.js';
import { draftEntry, insertEntries } from '../support/ledger-entries.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, refusalOf } from '../support/refusal.js';

const entities = '/v1/administration/legal-entities';
const entries = '/v1/accounting/journal-entries';

const act = (actor: Actor, verb: string, version: number) =>
  actor.post(`${entities}/${actor.legalEntityId}/${verb}`, {}, { 'If-Match': `"${version}"` });
const entry = (actor: Actor) => ({
  post: true,
  legalEntityId: actor.legalEntityId,
  entryDate: '2026-03-05',
  description: 'Sale',
  lines: [
    { accountCode: '1000', debit: '1.00' },
    { accountCode: '3000', credit: '1.00' },
  ],
});

describe('the books of an archived legal entity', () => {
  it('stay readable and take nothing, until it is back', async () => {
    const actor = await newActor();
    await actor.openBooks();
    const posted = await actor.postEntry('1000', '3000', '5.00');
    const { legalEntityId } = actor;
    expect((await act(actor, 'archive', 1)).status).toBe(200);

    const archived = { status: 409, body: { code: 'legal_entity_archived', errors: [{ pointer: '/legalEntityId' }] } };
    expect(await actor.post(entries, entry(actor))).toMatchObject(archived);
    expect(
      await actor.post('/v1/accounting/accounts', { legalEntityId, code: '9', name: 'X', type: 'asset' }),
    ).toMatchObject(archived);
    expect(await actor.post('/v1/accounting/journals', { legalEntityId, code: 'X', name: 'X' })).toMatchObject(
      archived,
    );
    const year = { legalEntityId, startsOn: '2027-01-01', endsOn: '2027-12-31' };
    expect(await actor.post('/v1/accounting/fiscal-years', year)).toMatchObject(archived);
    expect(await actor.post(`${entries}/${posted.id}/reverse`)).toMatchObject({
      status: 409,
      body: { code: 'legal_entity_archived' },
    });
    const { post: _, ...one } = entry(actor);
    const bulk = await actor.post(`${entries}/bulk`, { mode: 'independent', entries: [one] });
    expect(bulk.body.results).toMatchObject([{ status: 'refused', errors: [{ pointer: '/entries/0/legalEntityId' }] }]);

    expect(
      (await actor.get(`/v1/accounting/reports/trial-balance?asOf=2026-12-31&legalEntityId=${legalEntityId}`)).status,
    ).toBe(200);
    expect((await actor.get(entries)).body.data).toHaveLength(1);

    expect((await act(actor, 'reactivate', 2)).status).toBe(200);
    expect((await actor.post(entries, entry(actor))).status).toBe(201);
  });
});

describe('around the services', () => {
  let ledger: LedgerDatabase;
  const setStatus = (status: string) =>
    inOrganization(ledger.app, ledger.books.organizationId, () =>
      ledger.app.query('UPDATE administration.legal_entity SET status = $2 WHERE id = $1', [
        ledger.books.legalEntityId,
        status,
      ]),
    );

  beforeAll(async () => {
    ledger = await createLedgerDatabase();
  });
  afterEach(() => setStatus('active'));
  afterAll(() => ledger.close());

  it('nothing is posted to them', async () => {
    const draft = await draftEntry(ledger.owner, ledger.books);
    await setStatus('archived');
    await expectRefusal(ledger.post(draft), { code: 'BU180', message: 'archived' });
    await expectAccepted(ledger.post(await draftEntry(ledger.owner, ledger.sister)));
    await setStatus('active');
    await expectAccepted(ledger.post(draft));
  });

  it('the books cannot say that it is active, nor be opened as if it were', async () => {
    await setStatus('archived');
    const { organizationId, legalEntityId } = ledger.books;
    const lie = () =>
      ledger.app.query("UPDATE accounting.books SET legal_entity_status = 'active' WHERE legal_entity_id = $1", [
        legalEntityId,
      ]);
    await expectRefusal(inOrganization(ledger.app, organizationId, lie), { code: '42501' });
    await expectRefusal(
      ledger.owner.query("UPDATE accounting.books SET legal_entity_status = 'active' WHERE legal_entity_id = $1", [
        legalEntityId,
      ]),
      { code: '23503', constraint: 'books_legal_entity_fk' },
    );
  });

  it('an archive waits for the posting that is under way, and the posting for an archive', async () => {
    const other = await ledger.connect();
    const { organizationId, legalEntityId } = ledger.books;
    const archive = () =>
      inOrganization(other, organizationId, () =>
        other.query("UPDATE administration.legal_entity SET status = 'archived' WHERE id = $1", [legalEntityId]),
      );
    const draft = await draftEntry(ledger.owner, ledger.books);
    let archiving: Promise<unknown> = Promise.resolve();
    let archived = false;
    await inOrganization(ledger.app, organizationId, async () => {
      await insertEntries(ledger.app, draft);
      archiving = archive().then(() => (archived = true));
      await delay(300);
      expect(archived).toBe(false);
    });
    await archiving;
    expect(archived).toBe(true);
    await setStatus('active');

    const next = await draftEntry(ledger.owner, ledger.books);
    let posting: Promise<unknown> = Promise.resolve();
    await inOrganization(other, organizationId, async () => {
      await other.query("UPDATE administration.legal_entity SET status = 'archived' WHERE id = $1", [legalEntityId]);
      posting = refusalOf(ledger.post(next));
      await delay(300);
    });
    expect(await posting).toMatchObject({ code: 'BU180' });
  });
});
