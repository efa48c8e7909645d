import { newId } from '#kernel/id.js';
import { isLong, randomFrom, seed, timesOf } from '../../support/seeded.js';
import { drawPoints, faultsAt, type Met, shown } from './crash-points.js';
import { type Course, FaultScene, hasEffect, isAway } from './fault-scene.js';
import { faultsOfLoss, lossesOf } from './lost-transactions.js';

jest.setTimeout(isLong ? 4 * 3_600_000 : 600_000);

// Every write of the API document, with one request that is done when nothing is in its way, while the database is cut
// off, ends transactions, takes no writes or is gone. What is kept is all of the request or nothing; sent again under
// its key, it is done once. The API has one connection only, so none of them needs two at a time.

const POINTS_OF_EACH = timesOf('CRASH_POINTS', 2, 10_000);
const LOSSES_OF_EACH = timesOf('LOST_TRANSACTIONS', 1, 10_000);

let scene: FaultScene;
const random = randomFrom(seed);
const courses: Course[] = [];

beforeAll(async () => {
  scene = await FaultScene.start(isLong ? 400 : 200);
  for (const request of scene.requests) courses.push(await scene.courseOf(request));
});
afterAll(() => scene?.stop());

it('has a write whose effect can be told for every operation', () => {
  const withoutEffect = courses.filter((course) => !hasEffect(course, scene));
  expect(withoutEffect.map(({ request }) => request.operation.id).sort()).toEqual([
    'calculateTaxes',
    'previewBankMatchRule',
    'previewDueDates',
    'validateJournalEntry',
    'validateJournalEntryDraft',
  ]);
});

it('cut off at any message, is all or nothing, and once when sent again', async () => {
  const met: Met = { points: 0, before: 0, after: 0, unheard: 0 };
  const faults: string[] = [];
  for (const point of courses.flatMap((course) => drawPoints(course, POINTS_OF_EACH, random))) {
    faults.push(...(await faultsAt(scene, met, point)).map((fault) => `${shown(point)}: ${fault}`));
  }
  console.log(`crash points: ${JSON.stringify(met)}`);
  expect(faults.slice(0, 20)).toEqual([]);
  expect(met.points).toBeGreaterThanOrEqual(courses.length);
  expect(Math.min(met.before, met.unheard)).toBeGreaterThan(courses.length / 2);
});

it.each([
  ['an audit row less', 'DELETE FROM platform.audit_entry WHERE organization_id = $1 AND xmin <> $2'],
  ['an event less', 'DELETE FROM platform.outbox_event WHERE organization_id = $1 AND xmin <> $2'],
  [
    'a second event',
    `INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
     SELECT organization_id, gen_random_uuid(), type, subject, data FROM platform.outbox_event
     WHERE organization_id = $1 AND xmin <> $2`,
  ],
  ['no kept answer', 'DELETE FROM platform.idempotency_record WHERE organization_id = $1 AND xmin <> $2'],
  [
    'another text',
    "UPDATE accounting.journal_entry SET description = 'Other' WHERE organization_id = $1 AND xmin <> $2",
  ],
])('would notice %s', async (_, tampering) => {
  const course = courses.find(({ request }) => request.operation.id === 'postJournalEntryDraft')!;
  const copy = await scene.nextCopy();
  await scene.send(course.request, copy, newId());
  expect(scene.stateOf(await scene.tell(copy), course)).toBe('after');
  await scene.tamper(copy, tampering);
  expect(scene.stateOf(await scene.tell(copy), course)).toBe('between');
});

it('ended by PostgreSQL for the sake of another transaction, is tried again, three times in all', async () => {
  const faults: string[] = [];
  for (const loss of courses.flatMap((course) => lossesOf(course, LOSSES_OF_EACH, random))) {
    faults.push(...(await faultsOfLoss(scene, loss)));
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

/** Every request once, in a copy; with what is wrong about its answer. */
async function faultsOfAll(isExpected: (course: Course, status: number, isRefusal: boolean) => boolean) {
  const faults: string[] = [];
  const copy = await scene.nextCopy();
  for (const course of courses) {
    const answer = await scene.send(course.request, copy, newId());
    if (isExpected(course, answer.status, isAway(answer))) continue;
    faults.push(`${course.request.operation.id} was answered with ${answer.status} ${answer.text}`);
  }
  expect(await scene.tell(copy)).toEqual(scene.before);
  return faults;
}

it('on a database that takes no writes, says that it is away, and changes nothing', async () => {
  await scene.makeReadOnly(true);
  const faults = await faultsOfAll(
    (course, status, isRefusal) => isRefusal || (!hasEffect(course, scene) && status === course.status),
  );
  expect(await scene.status('/health/live')).toBe(200);
  expect(faults).toEqual([]);
  await scene.makeReadOnly(false);
  expect((await scene.courseOf(courses[0]!.request)).status).toBe(courses[0]!.status);
});

it('without a database, says that it is away, and goes on when that is back', async () => {
  scene.proxy.accepts = false;
  await scene.reconnect();
  const faults = await faultsOfAll((_, __, isRefusal) => isRefusal);
  expect(await scene.status('/health/live')).toBe(200);
  expect(await scene.status('/health/ready')).toBe(503);
  expect(faults).toEqual([]);
  scene.proxy.accepts = true;
  expect(await scene.status('/health/ready')).toBe(200);
  expect((await scene.courseOf(courses[0]!.request)).status).toBe(courses[0]!.status);
});

it('on a slow database, is done late, and who waits too long for the one connection is told so', async () => {
  const { request, status } = courses.find((course) => hasEffect(course, scene))!;
  const [slow, waiting] = [await scene.nextCopy(), await scene.nextCopy()];
  const late = scene.sendWith(request, slow, newId(), ({ statement }) => ({
    delay: statement === 'COMMIT' ? 5_500 : 20,
  }));
  await scene.untilCommitting();
  const refused = await scene.send(request, waiting, newId());
  expect([isAway(refused), await scene.status('/health/live')]).toEqual([true, 200]);
  expect((await late).status).toBe(status);
  expect(await scene.tell(waiting)).toEqual(scene.before);
  expect((await scene.send(request, waiting, newId())).status).toBe(status);
});
