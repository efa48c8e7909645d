import { newId } from '#kernel/id.js';
import type { Permission } from '#platform/permissions/permission.js';
import { declaredPermissions } from '../../src/declared-permissions.js';
import { Furnished } from '../platform/furnished.js';
import type { Operation } from '../platform/operations.js';
import { Trial } from '../platform/trial.js';
import { watchEventLoop } from '../support/event-loop.js';
import { addMember } from '../support/provision.js';
import { BodySchemas } from './body-schemas.js';
import { Coverage } from './coverage.js';
import { doerOf, type People, waysTo } from './every-status.js';
import { KnownRecords } from './known-records.js';
import { type Scene, tryAtRandom } from './random-requests.js';
import { type Credential, Requests } from './requests.js';
import { follow, resourcesOf } from './resource-lives.js';
import { SchemaValues } from './schema-values.js';
import { expectNoViolations, faultsOfAll, Traffic } from './traffic.js';
import { verification } from './verification.js';

// Requests over all operations of the document, drawn from it; nothing here names an operation, except what tells why
// one of them is different.

jest.setTimeout(verification.isLong ? 4 * 3_600_000 : 600_000);

const reservedForAll = new Set(
  declaredPermissions
    .flatMap((catalogue): Permission[] => Object.values(catalogue))
    .filter(({ reserved }) => reserved === 'everybody')
    .map(({ name }) => name),
);

/** Statuses that are promised and not answered to any of these requests. */
const elsewhere: Readonly<Record<number, string>> = {
  429: 'the limits are out of reach for the tests; rate-limits.spec has its own',
  500: 'is a defect',
  503: 'needs a database that is away, which tests of faults have',
  507: 'needs a full disk',
};
function whyNot({ permission }: Operation, status: number): string | undefined {
  if (status === 403 && reservedForAll.has(permission!)) return 'everybody may';
  return elsewhere[status];
}

watchEventLoop();

let trial: Trial;
let operations: Operation[];
let traffic: Traffic;
let known: KnownRecords;
let coverage: Coverage;
let people: People;
let scene: Scene;
let organizations: string[];

beforeAll(async () => {
  trial = await Trial.begin();
  operations = trial.operations.all;
  known = new KnownRecords();
  coverage = new Coverage(operations, whyNot);
  traffic = new Traffic(trial.operations, known, coverage);
  const { actor } = await Furnished.make(trial.operations);
  // Before the role of those who may do nothing is there: what is tried with roles leaves that one as it is.
  known.learn({ path: '/v1/identity/roles' }, (await actor.get('/v1/identity/roles')).body);
  // Of people and programs without any permission.
  await actor.post('/v1/identity/roles', { code: 'janitor', name: 'Janitor', permissions: [] });
  known.prefer({ legalEntityId: actor.legalEntityId, accountCode: '1000' });
  const { email: janitor } = await addMember(actor.organizationId, ['janitor']);
  const key = await actor.post('/v1/identity/api-keys', { name: 'Program', roles: ['janitor'] });
  const { actor: doomed } = await Furnished.make(trial.operations);
  const person = (credential: Credential) => new Requests(traffic, trial.operations, known, credential).signIn();
  people = {
    owner: await person({ email: actor.email }),
    doomed: await person({ email: doomed.email, once: true }),
    janitor: await person({ email: janitor }),
    program: await person({ key: key.body.secret }),
  };
  organizations = [actor.organizationId, doomed.organizationId, trial.untouched.actor.organizationId];
  scene = {
    traffic,
    operations: trial.operations,
    values: new SchemaValues(trial.operations, known.of),
    likely: new SchemaValues(trial.operations, known.of, true),
    schemas: new BodySchemas(trial.operations),
    people,
    untouched: await person({ email: trial.untouched.actor.email }),
  };
});

afterEach(async () => expectNoViolations(await traffic.effects(organizations)));
afterAll(() => {
  const { of, missing } = coverage.reached();
  console.log(
    `${traffic.wire.count} requests, seed ${verification.seed}; ${of - missing.length} of ${of} pairs of operation and ` +
      `status\n${coverage.toString()}`,
  );
  traffic.wire.close();
  trial.wire.close();
});

it('answers what the document shows', async () => {
  const reading = operations.filter(({ method }) => method === 'GET');
  const writing = operations.filter(({ method }) => method !== 'GET');
  // One after another, lists before what is in them: later ones are about records that earlier ones told of.
  const faults = await faultsOfAll(
    [...reading, ...reading, ...writing].map((operation) => () => people[doerOf(operation)].send(operation)),
    1,
  );
  expectNoViolations(faults);
});

it('answers every status that it promises', async () => {
  const usedKey = newId();
  const operation = trial.operations.get('createExchangeRateType');
  await people.owner.send(operation, {
    body: JSON.stringify({ code: 'used', name: 'Used' }),
    headers: { 'Idempotency-Key': usedKey },
  });
  const pieces = operations.flatMap((one) =>
    waysTo(trial.operations, one, usedKey).map(
      ({ person, wishes }) =>
        () =>
          people[person].send(one, wishes),
    ),
  );
  expectNoViolations(await faultsOfAll(pieces));
});

it('reads and lists what was created and changed, and no longer what was deleted', async () => {
  const resources = resourcesOf(trial.operations);
  expect(resources.length).toBeGreaterThanOrEqual(15);
  const created = new Map<string, number>();
  const pieces = resources.map((resource) => async () => {
    created.set(resource.create.id, await follow(scene, resource, verification.isLong ? 100 : 6));
  });
  expectNoViolations(await faultsOfAll(pieces));
  console.log(`created ${JSON.stringify(Object.fromEntries(created))}`);
});

it('takes what is drawn from its schemas and refuses what is wrong in it, at its place', async () => {
  known.freeze();
  const runs = Math.ceil(verification.randomRequests / operations.length);
  expectNoViolations(await faultsOfAll(operations.map((operation) => () => tryAtRandom(scene, operation, runs))));
});

it('was answered by every operation, with nearly every status that it promises', () => {
  expect(traffic.wire.count).toBeGreaterThanOrEqual(20_000);
  expect(operations.filter((operation) => coverage.requestsOf(operation) < 20).map(({ id }) => id)).toEqual([]);
  const { of, missing } = coverage.reached();
  expect(1 - missing.length / of).toBeGreaterThan(0.9);
});
