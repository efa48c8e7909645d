import { newId } from '#kernel/id.js';
import { Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

const path = '/v1/audit-entries';

type Entry = Answer['body'];

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const list = async (query = '', as = actor): Promise<Entry[]> => {
  const { status, body } = await as.get(`${path}${query}`);
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.data;
};

async function renamedCompany(): Promise<{ id: string; requestIds: string[] }> {
  const place = '/v1/administration/legal-entities';
  const created = await actor.post(place, { name: 'Before', functionalCurrency: 'EUR' });
  const { id } = created.body;
  const changed = await actor.patch(
    `${place}/${id}`,
    { name: 'After', registrationNumber: '17' },
    created.headers.etag,
  );
  expect(changed.status).toBe(200);
  return { id, requestIds: [changed, created].map(({ headers }) => headers['request-id']!) };
}

it('tells the history of one record, the last change first, in the names of the API', async () => {
  const { id, requestIds } = await renamedCompany();
  const entries = await list(`?recordType=administration.legal_entity&recordId=${id}`);
  expect(entries).toEqual([
    {
      id: expect.any(Number),
      recordType: 'administration.legal_entity',
      recordId: id,
      operation: 'update',
      before: { name: 'Before', registrationNumber: null, version: 1, updatedAt: expect.stringMatching(/Z$/) },
      after: { name: 'After', registrationNumber: '17', version: 2, updatedAt: expect.stringMatching(/Z$/) },
      erasedFields: [],
      actorId: expect.any(String),
      actorName: 'Test person',
      action: 'administration.legal_entity.manage',
      requestId: requestIds[0],
      recordedAt: expect.stringMatching(/Z$/),
    },
    expect.objectContaining({ operation: 'insert', before: {}, requestId: requestIds[1] }),
  ]);
  expect(entries[1].after).toMatchObject({ id, name: 'Before', functionalCurrency: 'EUR', version: 1 });
  expect(Object.keys(entries[1].after)).not.toContain('organizationId');
});

it('names the API key that a program acted with', async () => {
  const { body: key } = await actor.post('/v1/identity/api-keys', { name: 'Web shop', roles: ['administrator'] });
  const program = new Actor(actor.organizationId, actor.legalEntityId, 'a key', key.secret);
  const place = '/v1/administration/legal-entities';
  const { body: made } = await program.post(place, { name: 'By a program', functionalCurrency: 'EUR' });
  expect(await list(`?recordId=${made.id}`)).toMatchObject([{ actorId: key.id, actorName: 'Web shop' }]);
});

describe('filters', () => {
  it('by request, command, operation, person and time', async () => {
    const { id, requestIds } = await renamedCompany();
    const [update] = await list(`?recordId=${id}`);
    expect(await list(`?requestId=${requestIds[0]}`)).toEqual([update]);
    expect((await list(`?recordId=${id}&operation=update`)).length).toBe(1);
    expect((await list(`?recordId=${id}&actorId=${update.actorId}`)).length).toBe(2);
    expect(await list(`?recordId=${id}&actorId=${newId()}`)).toEqual([]);
    expect((await list('?action=administration.legal_entity.manage')).length).toBe(2);
    expect((await list(`?recordedAt[gte]=${update.recordedAt}`)).map((entry) => entry.id)).toContain(update.id);
    expect(await list(`?recordedAt[gt]=2199-01-01T00:00:00Z`)).toEqual([]);
    expect(await list('?recordType=administration.nothing')).toEqual([]);
  });

  it.each(['operation=erase', 'recordId=17', 'table=accounting.account', 'recordedAt=today', 'sort=id'])(
    'refuse %s',
    async (query) => expect((await actor.get(`${path}?${query}`)).status).toBe(400),
  );
});

it('pages through everything once, also within one transaction', async () => {
  await actor.openBooks();
  const whole = await list('?limit=200');
  expect(whole.length).toBeGreaterThan(20);
  const seen: number[] = [];
  for (let after = ''; ;) {
    const { body } = await actor.get(`${path}?limit=7${after}`);
    seen.push(...body.data.map((entry: Entry) => entry.id));
    if (!body.page.hasMore) break;
    after = `&after=${body.page.next}`;
  }
  expect(seen).toEqual(whole.map((entry) => entry.id));
  expect((await list('?limit=200&sort=recordedAt')).map((entry) => entry.id)).toEqual(seen.toReversed());
});

it('shows numbers that are no counts as text, exactly', async () => {
  const { rows } = await asOwner((owner) =>
    owner.query("SELECT platform.audited_row('accounting.journal_line', $1) AS facts", [
      '{"debit": 12345678901234567.10, "credit": null, "line_number": 7, "gone": 1.5}',
    ]),
  );
  expect(rows[0].facts).toEqual({ debit: '12345678901234567.10', credit: null, line_number: 7, gone: 1.5 });
});

it('does not repeat posted entries, which say themselves who posted them', async () => {
  await actor.openBooks();
  const entry = await actor.postEntry('1000', '3000', '100.00');
  expect(await list(`?recordId=${entry.id}`)).toEqual([]);
  const { body } = await actor.get(`/v1/accounting/journal-entries/${entry.id}`);
  const [change] = await list('?limit=1');
  expect([body.postedBy, body.postedAt]).toEqual([change.actorId, expect.any(String)]);
});

it('is read by auditors and owners, and by nobody without the permission', async () => {
  for (const [role, status] of [
    ['auditor', 200],
    ['administrator', 200],
    ['accountant', 403],
    ['bookkeeper', 403],
    ['integrator', 403],
  ] as const) {
    const colleague = await colleagueOf(actor, [role]);
    expect([role, (await colleague.get(path)).status]).toEqual([role, status]);
  }
});

it('shows an organization its own entries only, also by a cursor of another', async () => {
  await renamedCompany();
  const other = await newActor();
  const own = new Set((await list('', other)).map((entry) => entry.id));
  const { body } = await actor.get(`${path}?limit=1`);
  const stolen = await list(`?limit=200&after=${body.page.next}`, other);
  expect(stolen.filter((entry) => !own.has(entry.id))).toEqual([]);
  const [first] = await list();
  expect(await list(`?requestId=${first.requestId ?? newId()}`, other)).toEqual([]);
});
