import { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { withRole } from '../support/matrix-database.js';
import { asOwner } from '../support/owner.js';

const FEED = '/v1/events';
const POSTED = 'accounting.journal_entry.posted.v1';

const dispatch = ({ organizationId }: Actor) => dispatchEvents(organizationId);

let owner: Actor;
beforeEach(async () => {
  owner = await newActor();
  await owner.openBooks();
  await dispatch(owner);
});

/** Reads on from a cursor to the end of the feed. */
async function readOn(actor: Actor, query: string, after?: string) {
  const data: Answer['body'][] = [];
  let next = after;
  for (;;) {
    const { status, body } = await actor.get(`${FEED}?${query}${next ? `&after=${next}` : ''}`);
    expect(status).toBe(200);
    data.push(...body.data);
    next = body.next as string;
    if (!body.hasMore) return { data, next };
  }
}
const subjects = (data: { subject: string }[]) => data.map(({ subject }) => subject);

it('gives events in their order, page by page, and what came since when asked again', async () => {
  const { next: start } = await readOn(owner, 'limit=200');
  const entries = [];
  for (let count = 0; count < 5; count++) entries.push((await owner.postEntry('1000', '3000', '1.00')).id);
  expect((await readOn(owner, 'limit=2', start)).data).toEqual([]);
  expect(await dispatch(owner)).toBe(5);
  const { data, next } = await readOn(owner, 'limit=2', start);
  expect(subjects(data)).toEqual(entries);
  const sequences: string[] = data.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.toSorted());
  expect((await readOn(owner, 'limit=2', next)).data).toEqual([]);
  const later = (await owner.postEntry('1000', '3000', '1.00')).id;
  await dispatch(owner);
  expect(subjects((await readOn(owner, 'limit=2', next)).data)).toEqual([later]);
});

it('narrows to types and to one record; a cursor holds for the filters that it was given for', async () => {
  const entry = await owner.postEntry('1000', '3000', '1.00');
  await owner.postEntry('1000', '3000', '1.00');
  await dispatch(owner);
  const typed = await readOn(owner, `type=${POSTED}`);
  expect(typed.data).toHaveLength(2);
  expect((await readOn(owner, 'type=accounting.fiscal_year.closed.v1')).data).toEqual([]);
  expect((await readOn(owner, `subject=${entry.id}`)).data).toMatchObject([{ type: POSTED, subject: entry.id }]);
  const refused = await owner.get(`${FEED}?after=${typed.next}`);
  expect([refused.status, refused.body.code]).toEqual([400, 'invalid_cursor']);
  for (const query of ['after=x', 'type=posted', 'limit=0', 'limit=201', 'from=2026-01-01']) {
    expect((await owner.get(`${FEED}?${query}`)).status).toBe(400);
  }
});

it('skips no event whose transaction was committed after a later one was read', async () => {
  const { next: start } = await readOn(owner, 'limit=200');
  const insert = (client: Client) => {
    const values = [owner.organizationId, newId(), POSTED, newId()];
    const text = `INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
                  VALUES ($1, $2, $3, $4, '{"legalEntityId": "0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12", "entryDate": "2026-01-31"}'
                    || jsonb_build_object('journalEntryId', $4::text)) RETURNING subject, sequence`;
    return client.query<{ subject: string; sequence: string }>(text, values).then(({ rows }) => rows[0]!);
  };
  await asOwner(async (slow) => {
    await slow.query('BEGIN');
    const early = await insert(slow);
    const late = await asOwner(insert);
    expect(BigInt(early.sequence)).toBeLessThan(BigInt(late.sequence));
    expect(await dispatch(owner)).toBe(1);
    const first = await readOn(owner, 'limit=200', start);
    expect(subjects(first.data)).toEqual([late.subject]);
    await slow.query('COMMIT');
    expect(await dispatch(owner)).toBe(1);
    expect(subjects((await readOn(owner, 'limit=200', first.next)).data)).toEqual([early.subject]);
    expect(subjects((await readOn(owner, 'limit=200', start)).data)).toEqual([late.subject, early.subject]);
  });
});

it('gives places in one process at a time, and leaves the rest to it', async () => {
  await owner.postEntry('1000', '3000', '1.00');
  await asOwner(async (busy) => {
    await busy.query('BEGIN');
    const hold = 'SELECT FROM platform.event_counter WHERE organization_id = $1 FOR UPDATE';
    await busy.query(hold, [owner.organizationId]);
    expect(await dispatch(owner)).toBe(0);
    await busy.query('ROLLBACK');
  });
  expect(await dispatch(owner)).toBe(1);
});

it('forgets events after thirty days, and tells whoever comes too late', async () => {
  const { next: start } = await readOn(owner, 'limit=200');
  const old = (await owner.postEntry('1000', '3000', '1.00')).id;
  await dispatch(owner);
  const { next: after } = await readOn(owner, 'limit=200', start);
  await asOwner((client) =>
    client.query(
      "UPDATE platform.outbox_event SET dispatched_at = now() - interval '31 days' WHERE organization_id = $1 AND subject = $2",
      [owner.organizationId, old],
    ),
  );
  const purge = (organizationId: string) =>
    withRole(provided('TEST_OWNER_URL'), 'bureau_app', (client) =>
      inOrganization(
        client,
        organizationId,
        async () =>
          (await client.query<{ events: number }>('SELECT platform.purge_events(1000) AS events')).rows[0]!.events,
      ),
    );
  // The function runs as its owner: what it forgets of others nothing else would stop.
  expect(await purge((await newActor()).organizationId)).toBe(0);
  expect(await purge(owner.organizationId)).toBe(1);
  const refused = await owner.get(`${FEED}?after=${start}`);
  expect([refused.status, refused.body.code]).toEqual([409, 'event_cursor_expired']);
  expect((await readOn(owner, 'limit=200', after)).data).toEqual([]);
  expect(subjects((await readOn(owner, 'limit=200')).data)).not.toContain(old);
});

it('is read with its permission, and by the own organization only', async () => {
  await owner.postEntry('1000', '3000', '1.00');
  await dispatch(owner);
  const auditor = await colleagueOf(owner, ['auditor']);
  expect((await readOn(auditor, 'limit=200')).data.length).toBeGreaterThan(0);
  expect((await (await colleagueOf(owner, ['bookkeeper'])).get(FEED)).status).toBe(403);
  const stranger = await newActor();
  expect((await readOn(stranger, 'limit=200')).data).toEqual([]);
});

it('no command of the application changes an event, gives it a place or takes it away', async () => {
  await owner.postEntry('1000', '3000', '1.00');
  for (const text of [
    'UPDATE platform.outbox_event SET position = 1, dispatched_at = now()',
    "UPDATE platform.outbox_event SET type = 'x'",
    'DELETE FROM platform.outbox_event',
    'UPDATE platform.event_counter SET last_position = 0',
  ]) {
    const refused = withRole(provided('TEST_OWNER_URL'), 'bureau_app', (client) =>
      inOrganization(client, owner.organizationId, () => client.query(text)),
    );
    await expect(refused).rejects.toMatchObject({ code: '42501' });
  }
});

it('the catalogue names every event, with an example', async () => {
  const { status, body } = await owner.get('/v1/event-types');
  expect(status).toBe(200);
  const types = body.types.map(({ type }: { type: string }) => type);
  expect(types).toEqual(types.toSorted());
  expect(body.types).toContainEqual({
    type: POSTED,
    description: expect.stringMatching(/posted/),
    schemaName: 'JournalEntryPostedEvent',
    example: { journalEntryId: expect.any(String), legalEntityId: expect.any(String), entryDate: '2026-01-31' },
  });
});
