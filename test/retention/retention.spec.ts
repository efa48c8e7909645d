import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '#platform/database/acting.js';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { withRole } from '../support/matrix-database.js';
import { addAged, type KeptClass, keptClasses } from './aged-rows.js';

// How long an organization keeps what tells of its operation, and what goes at night.

const RETENTION = '/v1/administration/retention';

let own: OwnApp;
let actor: Actor;
beforeAll(async () => {
  own = await startOwnApp({ DATABASE_POOL_SIZE: '2' });
});
beforeEach(async () => {
  actor = await newActor();
});
afterAll(() => own?.stop());

const settings = (days: (kept: KeptClass) => number) =>
  Object.fromEntries(keptClasses.map((kept) => [kept.setting, days(kept)]));
const counts = (rows: number) => Object.fromEntries(keptClasses.map(({ count }) => [count, rows]));
const preview = async (query = '', by = actor) => (await by.get(`${RETENTION}/preview${query}`)).body;
const taskOf = ({ task }: KeptClass) => own.app.get(JobTasks, { strict: false }).all.find(({ name }) => name === task)!;

async function set(wish: object, by = actor) {
  const { headers } = await by.get(RETENTION);
  const answer = await by.patch(RETENTION, wish, headers['etag']);
  expect([answer.status, answer.body]).toMatchObject([200, wish]);
  return answer;
}

/** Organizations in which there is something to do, of the two. */
async function found(kept: KeptClass, ...actors: Actor[]): Promise<string[]> {
  const { rows } = await withRole(provided('TEST_OWNER_URL'), 'bureau_relay', (client) =>
    client.query<{ organization_id: string }>(taskOf(kept).organizations),
  );
  const ids = rows.map(({ organization_id: id }) => id);
  return actors.map(({ organizationId }) => organizationId).filter((id) => ids.includes(id));
}
/** Jobs, for what those that failed were to work on. */
const isLookedAtEarlier = ({ task }: KeptClass) => task === 'purge_jobs';
const purge = (kept: KeptClass, { organizationId }: Actor) =>
  actAs({ organizationId, actorId: SYSTEM_ACTOR, permissions: new Set(), requestId: newId() }, taskOf(kept).run);

it('is what it always was unless set, and set by the version that was seen', async () => {
  const { body, headers } = await actor.get(RETENTION);
  expect(body).toEqual({ ...settings(({ standard }) => standard), version: 1 });
  const changed = await set({ mailDays: 30 });
  expect(changed.body).toEqual({ ...body, mailDays: 30, version: 2 });
  expect((await actor.patch(RETENTION, { mailDays: 60 }, headers['etag'])).status).toBe(412);
  expect((await set({ mailDays: 30 })).body.version).toBe(2);
  const { body: trail } = await actor.get('/v1/audit-entries?recordType=platform.organization&limit=1');
  expect(trail.data).toMatchObject([
    { action: 'platform.retention.manage', before: { mailDays: 90 }, after: { mailDays: 30 } },
  ]);
});

it.each(keptClasses)('$setting stays within its bounds, also in the database', async (kept) => {
  const { setting, least, most } = kept;
  await set({ [setting]: least });
  await set({ [setting]: most });
  const { headers } = await actor.get(RETENTION);
  const column = setting.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  for (const days of [least - 1, most + 1]) {
    const { status, body } = await actor.patch(RETENTION, { [setting]: days }, headers['etag']);
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'validation_failed', `/${setting}`]);
    const statement = ['UPDATE platform.organization SET', column, '= $2 WHERE id = $1'].join(' ');
    const refused = asOwner((owner) => owner.query(statement, [actor.organizationId, days]));
    await expect(refused).rejects.toMatchObject({ code: '23514', constraint: `organization_${column}` });
  }
});

it('forgets of each class what is older than its own days, and nothing of others', async () => {
  const other = await newActor();
  await set(settings(({ least }) => least));
  for (const kept of keptClasses) {
    for (const hours of [kept.least * 24 - 1, kept.least * 24 + 1]) {
      for (const one of [actor, other]) await addAged(one, kept, `${hours} hours`);
    }
  }
  expect(await preview()).toEqual(counts(1));
  expect(await preview('', other)).toEqual(counts(0));
  const query = Object.entries(settings(({ least }) => least)).map(([name, days]) => `${name}=${days}`);
  expect(await preview(`?${query.join('&')}`, other)).toEqual(counts(1));
  expect(await preview('?eventDays=30&jobDays=31')).toEqual({ ...counts(1), events: 0, jobs: 0 });
  const both = [actor.organizationId, other.organizationId];
  for (const [at, kept] of keptClasses.entries()) {
    expect(await found(kept, actor, other)).toEqual(isLookedAtEarlier(kept) ? both : [actor.organizationId]);
    for (const one of [actor, other]) await purge(kept, one);
    const gone = keptClasses.slice(0, at + 1).map(({ count }) => [count, 0]);
    expect(await preview()).toEqual({ ...counts(1), ...Object.fromEntries(gone) });
    expect(await found(kept, actor, other)).toEqual(isLookedAtEarlier(kept) ? both : []);
  }
  // The younger ones are there still, and all of the other organization.
  await set(settings(({ standard }) => standard));
  expect(await rowsOf(actor)).toEqual(keptClasses.map(({ table }) => [table, 1]));
  expect(await rowsOf(other)).toEqual(keptClasses.map(({ table }) => [table, 2]));
});

/** How many rows are older than half a day, of each class. */
async function rowsOf({ organizationId }: Actor): Promise<[string, number][]> {
  const aged: Record<string, string> = {
    'platform.access_log_entry': 'accessed_at',
    'platform.outbox_event': 'dispatched_at',
    'platform.job': 'ended_at',
    'platform.mail': 'finished_at',
  };
  return asOwner((owner) =>
    Promise.all(
      keptClasses.map(async ({ table }): Promise<[string, number]> => {
        const since = ["< now() - interval '12 hours' AND organization_id = $1"];
        const text = ['SELECT count(*)::int AS n FROM', table, 'WHERE', aged[table] ?? 'created_at', ...since].join(
          ' ',
        );
        return [table, (await owner.query<{ n: number }>(text, [organizationId])).rows[0]!.n];
      }),
    ),
  );
}
