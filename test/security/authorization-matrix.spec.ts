import { deepEqual } from 'node:assert/strict';
import { builtInRoles, type Permission } from '#platform/permissions/permission.js';
import { declaredPermissions } from '../../src/declared-permissions.js';
import { newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { addMember } from '../support/provision.js';
import { actingIn, engaged } from '../engagements/engaged.js';
import { actingAs, makeClient } from '../service-accounts/clients.js';
import { Door } from '../platform/door.js';
import { smallFile } from '../platform/furnished.js';
import { type KeptRows, keptRows } from '../platform/kept-rows.js';
import type { Operation } from '../platform/operations.js';
import { expectNoFaults } from '../platform/oracle.js';
import { Trial } from '../platform/trial.js';
import { problemIn, type Received, type Sent } from '../platform/wire.js';

// Who may do what, as the catalogues of permissions say it: each kind of caller asks for each operation with a request
// that an owner would be served, in an organization of which nothing may change.

const permissions: Permission[] = declaredPermissions.flatMap((catalogue): Permission[] => Object.values(catalogue));
const NOBODY = 'janitor';

/** What is done for whoever may, because there is nothing in the request that could be wrong. */
const doneAnyway: Readonly<Record<string, string>> = {
  signOut: 'ends the session',
  signOutEverywhere: 'ends all sessions of the person',
  exportOrganization: 'is recorded',
};

interface Caller {
  name: string;
  isProgram: boolean;
  roles: readonly string[];
  token: string;
  /** Of an access token that is for some permissions only. */
  scope?: string;
  /** Of a person who is engaged. */
  modules?: readonly string[];
}

let trial: Trial;
let guarded: Operation[];
let callers: Caller[];
let before: KeptRows;

/** All rows of the organization, except for when an API key was last used. */
/** What is written of those who ask, and not of what they ask for. */
const traces: Readonly<Record<string, string>> = {
  'identity.api_key_use': 'when a key was last used',
  'identity.client_secret_use': 'when a token was last got with a secret',
  'platform.access_log_entry': 'who has read what is sensitive',
};

async function kept(): Promise<KeptRows> {
  const rows = await asOwner((owner) => keptRows(owner, trial.untouched.actor.organizationId));
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !(table in traces)));
}

beforeAll(async () => {
  trial = await Trial.begin();
  guarded = trial.operations.all.filter(({ isPublic }) => !isPublic);
  const { actor } = trial.untouched;
  await actor.post('/v1/identity/roles', { code: NOBODY, name: 'Janitor', permissions: [] });
  const roles = [...builtInRoles, NOBODY];
  const people = roles.map(async (role): Promise<Caller> => {
    const { email } = await addMember(actor.organizationId, [role]);
    const { accessToken: token } = await new Door(trial.wire).tokens(email);
    return { name: role, isProgram: false, roles: [role], token };
  });
  const programs = roles
    .filter((role) => role !== 'owner')
    .map(async (role): Promise<Caller> => {
      const { status, body } = await actor.post('/v1/identity/api-keys', { name: `Key of ${role}`, roles: [role] });
      if (status !== 201) throw new Error(`no key of ${role}: ${JSON.stringify(body)}`);
      return { name: `API key of ${role}`, isProgram: true, roles: [role], token: body.secret };
    });
  const accounts = serviceAccounts.map(async ({ role, scope }): Promise<Caller> => {
    const client = await makeClient(actor, { roles: [role] });
    const { accessToken: token } = await actingAs(client, actor, scope);
    const name = `service account of ${role}${scope ? ` for ${scope}` : ''}`;
    return { name, isProgram: true, roles: [role], token, scope };
  });
  const engagements = engagedPeople.map(async ({ role, modules }): Promise<Caller> => {
    const { todayOn: startsOn } = (await actor.get('/v1/administration/clock')).body;
    const { person } = await engaged(actor, { roles: [role], modules, startsOn, endsOn: '2098-12-31' });
    const { accessToken: token } = await actingIn(actor, person);
    return { name: `engaged ${role} for ${modules.join(', ')}`, isProgram: false, roles: [role], modules, token };
  });
  callers = await Promise.all([...people, ...programs, ...accounts, ...engagements]);
  before = await kept();
});
afterEach(async () => deepEqual(await kept(), before));
afterAll(() => trial.end(`${callers.length} kinds of callers to ${guarded.length} operations`));

/** Their rule is that of API keys, which are tried with every role. */
const serviceAccounts: readonly { role: string; scope?: string }[] = [
  { role: 'administrator' },
  { role: 'integrator' },
  { role: 'administrator', scope: 'accounting.books.read' },
];

const engagedPeople = [
  { role: 'administrator', modules: ['accounting', 'identity'] },
  { role: 'administrator', modules: ['administration', 'platform'] },
  { role: 'auditor', modules: ['platform'] },
];

function mayDo({ roles, isProgram, scope, modules }: Caller, { permission }: Operation): boolean {
  const { roles: holders, reserved, notForEngaged } = permissions.find(({ name }) => name === permission)!;
  if (reserved === 'everybody') return true;
  if (isProgram && (reserved || (scope !== undefined && scope !== permission))) return false;
  if (reserved === 'own_account') return true;
  if (modules && (notForEngaged || !modules.some((module) => permission!.startsWith(`${module}.`)))) return false;
  if (reserved === 'owners') return roles.includes('owner');
  return roles.some((role) => role === 'owner' || role === 'administrator' || (holders as string[]).includes(role));
}

/** What an owner would be served: with a body that is right, and the id and the version of a record that there is. */
function wholeRequest(operation: Operation, headers: Record<string, string>): Sent {
  const { body, fileType } = operation;
  const example = body && JSON.stringify(trial.operations.exampleOf(body));
  return trial.untouched.request(operation, fileType ? smallFile(operation) : example, headers);
}

/** What nobody is served, so that nothing is done: behind the permission it fails for what it asks for, or is a list. */
function brokenRequest(operation: Operation, headers: Record<string, string>): Sent {
  const { method, path, body, fileType } = operation;
  const typed = { ...headers, 'Content-Type': fileType ?? 'application/json' };
  const hasBody = body !== undefined || fileType !== undefined;
  return {
    method,
    path: path.replace(/\{\w+\}/, 'no-id'),
    headers: hasBody ? typed : headers,
    body: hasBody ? '{' : undefined,
  };
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The permission that a refusal names. */
function missingIn(received: Received): string | undefined {
  const problem = problemIn(received);
  return problem?.code === 'forbidden' ? /permission ([\w.]+),/.exec(problem.detail)?.[1] : undefined;
}

it('is about every operation, role and kind of credential, and has false rows for each permission', () => {
  expect(guarded.length).toBeGreaterThanOrEqual(200);
  expect(callers).toHaveLength(2 * builtInRoles.length + 1 + serviceAccounts.length + engagedPeople.length);
  const open = guarded.filter((operation) => callers.every((caller) => mayDo(caller, operation)));
  expect([...new Set(open.map(({ permission }) => permission))]).toEqual([
    'platform.export.request',
    'platform.job.read',
    'platform.approval_request.see_own',
  ]);
});

it('whoever may not is refused with 403 naming the permission, and nothing happens', async () => {
  const cases = callers.flatMap((caller) =>
    guarded
      .filter((operation) => !mayDo(caller, operation))
      .map((operation) => ({ caller, operation, sent: wholeRequest(operation, bearer(caller.token)) })),
  );
  expect(cases.length).toBeGreaterThan(800);
  const answered = await trial.wire.sendAll(cases);
  expectNoFaults(
    answered.map(({ caller, operation, sent, received }) => {
      const fault = trial.oracle.faultOf(sent, received, { statuses: [403], documented: operation.statuses });
      if (fault) return `${caller.name}: ${fault}`;
      return missingIn(received) === operation.permission ? undefined : `${operation.id} names ${missingIn(received)}`;
    }),
  );
});

it('whoever may is never refused for who they are', async () => {
  const cases = callers.flatMap((caller) =>
    guarded
      .filter((operation) => mayDo(caller, operation) && !(operation.id in doneAnyway))
      .map((operation) => ({ caller, operation, sent: brokenRequest(operation, bearer(caller.token)) })),
  );
  expect(cases.length).toBeGreaterThan(1000);
  const answered = await trial.wire.sendAll(cases);
  const refused = answered.filter(({ received: { status } }) => status === 401 || status === 403 || status >= 500);
  expect(refused.map(({ caller, operation, received }) => `${caller.name} ${operation.id} ${received.text}`)).toEqual(
    [],
  );
});

it('whoever does not say who they are is refused everywhere with 401', async () => {
  const cases = guarded.map((operation) => {
    const { Authorization: _, ...headers } = wholeRequest(operation, {}).headers as Record<string, string>;
    return {
      sent: { ...wholeRequest(operation, {}), headers },
      expected: { statuses: [401], documented: operation.statuses },
    };
  });
  const answered = await trial.wire.sendAll(cases);
  expectNoFaults(answered.map(({ sent, received, expected }) => trial.oracle.faultOf(sent, received, expected)));
});

it('another organization has no say here: who holds everything there is told of nothing here', async () => {
  const stranger = await newActor();
  const addressed = guarded.filter(({ path, method }) => path.includes('{') && method === 'GET');
  const answered = await trial.wire.sendAll(
    addressed.map((operation) => ({ operation, sent: wholeRequest(operation, bearer(stranger.accessToken)) })),
  );
  expect(answered.filter(({ received }) => received.status !== 404).map(({ operation }) => operation.id)).toEqual([]);
});
