import { newId } from '#kernel/id.js';
import { Furnished } from '../platform/furnished.js';
import { type Operation, Operations, pathOf } from '../platform/operations.js';
import { type Received, type Sent, Wire } from '../platform/wire.js';
import { type BureauProcess, startApi } from '../support/bureau-process.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { watchEventLoop } from '../support/event-loop.js';
import { withClient } from '../support/matrix-database.js';
import { isLong, randomFrom, seed, wholeNumber } from '../support/seeded.js';
import { rowsAsText } from './rows-as-text.js';

// Organizations that ask at the same time share two connections to the database: none is ever answered with what belongs to
// another. Each has a word in its texts that no other has, and ids that no other has.

jest.setTimeout(isLong ? 4 * 3_600_000 : 300_000);

const REQUESTS = isLong ? wholeNumber('VERIFY_BUDGET', 100_000) : 2_000;
const AT_ONCE = 16;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** An organization, and what shows whose an answer is. */
interface Tenant {
  furnished: Furnished;
  canary: string;
  /** Ids that were in answers to it, but for one that it asked for itself. */
  seen: Set<string>;
  /** Answers with its own canary. */
  own: number;
}

const random = randomFrom(seed);
const draw = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;

let database: TestDatabase;
let api: BureauProcess;
let wire: Wire;
let operations: Operations;
let tenants: Tenant[];
const leaks: string[] = [];
const statuses = new Map<string, number>();

beforeAll(async () => {
  database = await createDatabase();
  const unlimited = { RATE_LIMIT_CREDENTIAL: '0', RATE_LIMIT_ORGANIZATION: '0', RATE_LIMIT_ADDRESS: '0' };
  api = await startApi({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: '2', ...unlimited });
  // All that this spec uses goes to its own server; the environment is this file's alone.
  Object.assign(process.env, { TEST_BASE_URL: api.baseUrl, TEST_OWNER_URL: database.url });
  wire = new Wire(AT_ONCE);
  operations = await Operations.read(wire);
  tenants = [];
  for (const name of isLong ? ['Heron', 'Magpie', 'Plover', 'Wagtail', 'Siskin'] : ['Heron', 'Magpie', 'Plover']) {
    const furnished = await Furnished.make(operations);
    tenants.push({ furnished, canary: `${name}${newId().slice(-12)}`, seen: new Set(), own: 0 });
  }
  for (const tenant of tenants) await nameAfterCanary(tenant);
});
afterAll(async () => {
  wire?.close();
  await api?.stop();
  await database?.drop();
});

/** The canary in the names of what other answers show beside their own: accounts, parties, the company. */
async function nameAfterCanary({ furnished: { actor }, canary }: Tenant): Promise<void> {
  for (const list of ['/v1/accounting/accounts', '/v1/accounting/parties', '/v1/administration/legal-entities']) {
    const { body } = await actor.get(`${list}?limit=200`);
    for (const { id, version, name } of body.data) {
      const { status, text } = await actor.patch(`${list}/${id}`, { name: `${name} ${canary}` }, `"${version}"`);
      if (status !== 200) throw new Error(`${list} was answered ${status}: ${text}`);
    }
  }
}

/** With what a report needs to know besides. */
function asking(operation: Operation, path: string, { actor }: Furnished): string {
  const names = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const query = [
    ...(names.includes('legalEntityId') ? [`legalEntityId=${actor.legalEntityId}`] : []),
    ...(names.includes('asOf')
      ? ['asOf=2026-12-31']
      : names.includes('to')
        ? ['from=2026-01-01', 'to=2026-12-31']
        : []),
  ];
  return [path, query.join('&')].filter(Boolean).join('?');
}

interface Drawn {
  sent: Sent;
  kind: 'read' | 'foreign' | 'write';
  /** The id of another organization that it asks for. */
  asked?: string;
}

function drawn(tenant: Tenant, reading: readonly Operation[]): Drawn {
  const { furnished } = tenant;
  const kind = random();
  if (kind < 0.2) {
    const entry = {
      entryDate: '2026-05-05',
      description: `Sale ${tenant.canary}`,
      legalEntityId: furnished.actor.legalEntityId,
      post: true,
      lines: [
        { accountCode: '1000', debit: '1.00' },
        { accountCode: '3000', credit: '1.00' },
      ],
    };
    return { kind: 'write', sent: furnished.request(operations.get('postJournalEntry'), JSON.stringify(entry)) };
  }
  if (kind < 0.35) {
    const operation = draw(reading.filter(({ path }) => path.includes('{')));
    const asked = draw(tenants.filter((other) => other !== tenant)).furnished.idFor(operation);
    const path = asking(operation, pathOf(operation, asked), furnished);
    return { kind: 'foreign', asked, sent: { ...furnished.request(operation), path } };
  }
  const operation = draw(reading);
  const own = furnished.request(operation);
  return { kind: 'read', sent: { ...own, path: asking(operation, own.path, furnished) } };
}

/** What an answer holds that is not of who asked. */
function look(tenant: Tenant, { text }: Pick<Received, 'text'>, { sent, asked }: Drawn): void {
  for (const { canary } of tenants) {
    if (!text.includes(canary)) continue;
    if (canary === tenant.canary) tenant.own += 1;
    else leaks.push(`${sent.method} ${sent.path} of ${tenant.canary} was answered with ${canary}`);
  }
  for (const [id] of text.matchAll(UUID)) if (id !== asked) tenant.seen.add(id);
}

/** Ids by the one organization whose rows have them. */
async function ownersOfIds(): Promise<Map<string, Tenant>> {
  const owners = new Map<string, Tenant | undefined>();
  const texts = await withClient(database.url, rowsAsText);
  for (const line of [...texts.values()].flatMap((text) => text.split('\n'))) {
    const ids: readonly string[] = line.match(UUID) ?? [];
    const tenant = tenants.find(({ furnished }) => ids.includes(furnished.actor.organizationId));
    for (const id of ids) owners.set(id, owners.has(id) && owners.get(id) !== tenant ? undefined : tenant);
  }
  return new Map([...owners].filter((one): one is [string, Tenant] => one[1] !== undefined));
}

/** Ids in answers to anybody but who has them. */
const strays = (owners: ReadonlyMap<string, Tenant>) =>
  tenants.flatMap((tenant) =>
    [...tenant.seen].filter((id) => owners.has(id) && owners.get(id) !== tenant).map((id) => `${id}, ${tenant.canary}`),
  );

describe('over two connections', () => {
  watchEventLoop(() => api.pid);

  it('nobody is answered with what is of another organization', async () => {
    const reading = operations.all.filter(
      ({ method, id, isPublic }) => method === 'GET' && id !== 'watchJob' && !isPublic,
    );
    expect(reading.length).toBeGreaterThan(100);
    let waiting = REQUESTS;
    const client = async () => {
      while (waiting-- > 0) {
        const tenant = draw(tenants);
        const one = drawn(tenant, reading);
        const received = await wire.send(one.sent);
        look(tenant, received, one);
        const tally = `${one.kind} ${received.status}`;
        statuses.set(tally, (statuses.get(tally) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    const owners = await ownersOfIds();
    const answers = JSON.stringify(Object.fromEntries([...statuses].sort(([one], [other]) => (one < other ? -1 : 1))));
    console.log(`${REQUESTS} requests of ${tenants.length} organizations: ${answers}; ${owners.size} ids of theirs`);
    expect(leaks).toEqual([]);
    expect(strays(owners)).toEqual([]);
  });
});

it('was asked for what there is, and would have seen it', async () => {
  const count = (kind: Drawn['kind'], status: number) => statuses.get(`${kind} ${status}`) ?? 0;
  const of = (kind: Drawn['kind']) =>
    [...statuses].filter(([name]) => name.startsWith(kind)).reduce((sum, [, times]) => sum + times, 0);
  expect(count('write', 201)).toBe(of('write'));
  expect(count('foreign', 404)).toBe(of('foreign'));
  expect(count('read', 200)).toBeGreaterThan(of('read') * 0.8);
  expect([...statuses.keys()].filter((name) => / 5/.test(name))).toEqual([]);
  const owners = await ownersOfIds();
  for (const tenant of tenants) {
    expect(tenant.own).toBeGreaterThan(REQUESTS / tenants.length / 10);
    expect([...tenant.seen].filter((id) => owners.get(id) === tenant).length).toBeGreaterThan(100);
  }
});

it('would notice one name and one id of another organization', async () => {
  const [one, other] = [tenants[0]!, tenants[1]!];
  const { actor } = other.furnished;
  const { text } = await actor.get('/v1/accounting/accounts?limit=1');
  look(one, { text }, { kind: 'read', sent: { method: 'GET', path: '/v1/accounting/accounts' } });
  expect(leaks).toEqual([`GET /v1/accounting/accounts of ${one.canary} was answered with ${other.canary}`]);
  expect(strays(await ownersOfIds()).length).toBeGreaterThan(0);
});
