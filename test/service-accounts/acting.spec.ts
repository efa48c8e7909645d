import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { approve, DRAFTS, must, Office, personOf, refused, REQUESTS } from '../support/approvals.js';
import { membershipOf } from '../identity/members.js';
import { ACCOUNTS, actingAs, makeClient, SECRETS } from './clients.js';

const ENTRIES = '/v1/accounting/journal-entries';
const ENTITIES = '/v1/administration/legal-entities';
const entry = {
  entryDate: '2026-03-05',
  description: 'By a program',
  post: true,
  lines: [
    { accountCode: '1000', debit: '10.00' },
    { accountCode: '3000', credit: '10.00' },
  ],
};

it('posts as itself, once for each of its idempotency keys, with whichever of its tokens', async () => {
  const owner = await newActor();
  await owner.openBooks();
  const client = await makeClient(owner);
  const headers = { 'Idempotency-Key': newId() };
  const first = await (await actingAs(client, owner)).post(ENTRIES, entry, headers);
  const again = await (await actingAs(client, owner)).post(ENTRIES, entry, headers);
  expect([first.status, first.body.postedBy]).toEqual([201, client.id]);
  expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
  expect((await owner.post(ENTRIES, entry, headers)).body.id).not.toBe(first.body.id);
});

it('changes what it has read, and is named in the audit trail and in the access log', async () => {
  const owner = await newActor();
  const client = await makeClient(owner, { name: 'Register', roles: ['administrator'] });
  const program = await actingAs(client, owner);
  const made = await program.post(ENTITIES, { name: 'Made by a program', functionalCurrency: 'EUR' });
  expect(made.status).toBe(201);
  const path = `${ENTITIES}/${made.body.id}`;
  const changed = await program.patch(path, { name: 'Changed by a program' }, made.headers.etag);
  const stale = await program.patch(path, { name: 'Changed again' }, made.headers.etag);
  expect([changed.status, stale.status]).toEqual([200, 412]);
  const { body } = await owner.get(`/v1/audit-entries?recordId=${made.body.id}&actorId=${client.id}`);
  expect(body.data.map((one: { operation: string; actorName: string }) => [one.operation, one.actorName])).toEqual([
    ['update', 'Register'],
    ['insert', 'Register'],
  ]);
  const { userId } = await membershipOf(owner, owner);
  expect((await program.get('/v1/identity/api-keys')).status).toBe(200);
  const { body: log } = await owner.get(`/v1/access-log?actorId=${client.id}`);
  expect(log.data[0]).toMatchObject({ actorName: 'Register', personId: userId, operation: 'listApiKeys' });
});

it('is no person: it has no session, no second factor, no inbox, and makes no credentials', async () => {
  const owner = await newActor();
  const program = await actingAs(await makeClient(owner, { roles: ['administrator'] }), owner);
  const tried: [string, object][] = [
    [ACCOUNTS, { name: 'Child', roles: ['auditor'] }],
    [SECRETS, { serviceAccountId: newId() }],
    ['/v1/identity/api-keys', { name: 'Child', roles: ['auditor'] }],
    ['/v1/auth/logout', {}],
    ['/v1/auth/switch', { organizationId: newId() }],
    ['/v1/auth/second-factors', { name: 'Phone', password: 'x' }],
  ];
  const answers = await Promise.all(tried.map(([path, body]) => program.post(path, body)));
  expect(answers.map(({ status }) => status)).toEqual(tried.map(() => 403));
  expect((await program.get('/v1/inbox')).status).toBe(403);
});

it('asks for jobs, which run as it', async () => {
  const owner = await newActor();
  await owner.openBooks();
  const client = await makeClient(owner, { roles: ['accountant'] });
  const program = await actingAs(client, owner);
  const imported = { entries: [{ ...entry, post: undefined }] };
  const { status, body: job } = await program.post('/v1/accounting/imports/json', imported, {
    Prefer: 'respond-async',
  });
  expect([status, job.actorId]).toEqual([202, client.id]);
  expect((await program.get(`/v1/jobs/${job.id}`)).status).toBe(200);
});

it('has whoever answers for it as the maker of what it submits, and decides nothing', async () => {
  const office = await Office.open();
  const both: Actor = await office.colleague('administrator', 'accountant');
  const client = await makeClient(both, { roles: ['accountant'] });
  const program = await actingAs(client, office.owner);
  const draft = await office.draft('5000.00', office.maker);
  const submission = { subjectKind: 'journal_entry', subjectId: draft.id };
  const request = await must(program.post(REQUESTS, submission), 201);
  expect(request.makerId).toBe(personOf(both));
  expect(refused(await approve(both, request))).toBe('403 approval_not_own');
  expect(refused(await approve(program, request))).toBe('403 forbidden');
  const written = await office.draft('6000.00', program);
  const other = await must(office.submit(written.id), 201);
  expect(other.authorIds).toContain(personOf(both));
  expect((await program.get(`${DRAFTS}/${written.id}`)).status).toBe(200);
});

it('of one organization opens nothing in another, whose people know nothing of it', async () => {
  const [owner, stranger] = [await newActor(), await newActor()];
  const client = await makeClient(owner, { roles: ['administrator'] });
  const program = await actingAs(client, owner);
  expect((await program.get(`${ENTITIES}/${stranger.legalEntityId}`)).status).toBe(404);
  for (const path of [`${ACCOUNTS}/${client.id}`, `${SECRETS}/${client.secretId}`]) {
    expect((await stranger.get(path)).status).toBe(404);
  }
  expect((await stranger.post(SECRETS, { serviceAccountId: client.id })).status).toBe(404);
  const auditor = await colleagueOf(owner, ['auditor']);
  expect((await auditor.get(`${ACCOUNTS}/${client.id}`)).status).toBe(200);
  expect((await auditor.post(SECRETS, { serviceAccountId: client.id })).status).toBe(403);
});
