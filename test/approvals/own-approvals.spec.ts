import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { type Actor } from '../support/actor.js';
import {
  approve,
  DELEGATIONS,
  DRAFTS,
  inboxOf,
  must,
  Office,
  personOf,
  refused,
  reject,
  REQUESTS,
} from '../support/approvals.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { faultsOf } from '../support/problems.js';

// Nobody decides on what is their own: whatever role, credential or delegation they come by.

let office: Office;

beforeEach(async () => {
  office = await Office.open();
});

const delegate = (by: Actor, to: Actor, fields: object = {}) =>
  by.post(DELEGATIONS, { delegateId: personOf(to), startsOn: '2020-01-01', endsOn: '2199-12-31', ...fields });

it('a maker who has the role of the approvers as well is none for what they submitted', async () => {
  const both = await office.colleague('bookkeeper', 'accountant');
  const { request } = await office.submitted('5000.00', both);
  expect(await inboxOf(both)).toEqual([]);
  expect(refused(await approve(both, request))).toBe('403 approval_not_own');
  expect(refused(await reject(both, request))).toBe('403 approval_not_own');
  expect((await approve(office.checker, request)).status).toBe(200);
});

it('the maker is the person behind an API key, and a key decides nothing', async () => {
  const both = await office.colleague('administrator', 'accountant');
  const { secret } = await must(both.post('/v1/identity/api-keys', { name: 'Shop', roles: ['accountant'] }), 201);
  const byKey = (path: string, body: object) =>
    supertest(provided('TEST_BASE_URL'))
      .post(path)
      .set({ Authorization: `Bearer ${secret}`, 'Idempotency-Key': newId() })
      .send(body);
  const draft = await office.draft('5000.00', office.maker);
  const { body: request, status } = await byKey(REQUESTS, { subjectKind: 'journal_entry', subjectId: draft.id });
  expect([status, request.makerId]).toEqual([201, personOf(both)]);
  expect(refused(await approve(both, request))).toBe('403 approval_not_own');
  const { contentHash } = request;
  expect((await byKey(`${REQUESTS}/${request.id}/approve`, { contentHash })).body.code).toBe('forbidden');
});

it('whoever wrote the draft, or changed it, does not approve it, whoever submits it', async () => {
  const writer = await office.colleague('accountant');
  const draft = await office.draft('5000.00', writer);
  await must(office.owner.patch(`${DRAFTS}/${draft.id}`, { reference: 'A' }, '"1"'), 200);
  const request = await must(office.submit(draft.id), 201);
  expect(new Set(request.authorIds)).toEqual(new Set([writer, office.owner, office.maker].map(personOf)));
  expect(refused(await approve(writer, request))).toBe('403 approval_not_own');
  expect(await inboxOf(writer)).toEqual([]);
});

it('a delegate decides in the place of an approver, and the decision names both', async () => {
  const deputy = await office.colleague('auditor');
  const { request } = await office.submitted();
  expect(refused(await approve(deputy, request))).toBe('403 approval_not_yours');
  await must(delegate(office.checker, deputy), 201);
  expect(refused(await approve(deputy, request, { onBehalfOf: newId() }))).toBe('403 approval_not_yours');
  const rejection = { reason: 'No contract', onBehalfOf: newId() };
  expect(refused(await deputy.post(`/v1/approval-requests/${request.id}/reject`, rejection))).toBe(
    '403 approval_not_yours',
  );
  const { body: inbox } = await deputy.get('/v1/inbox');
  expect(inbox).toMatchObject({
    waiting: 1,
    counts: [{ subjectKind: 'journal_entry', count: 1, delegated: 1 }],
    items: [{ onBehalfOf: personOf(office.checker), request: { id: request.id } }],
    hasMore: false,
  });
  const { steps, state } = await must(approve(deputy, request), 200);
  expect([state, steps[0].decisions]).toMatchObject([
    'approved',
    [{ personId: personOf(deputy), onBehalfOf: personOf(office.checker) }],
  ]);
});

it('no delegation helps the maker, nor passes on the place of the maker', async () => {
  const both = await office.colleague('bookkeeper', 'accountant');
  const deputy = await office.colleague('auditor');
  const { request } = await office.submitted('5000.00', both);
  await must(delegate(office.checker, both), 201);
  await must(delegate(both, deputy), 201);
  expect([await inboxOf(both), await inboxOf(deputy)]).toEqual([[], []]);
  expect(refused(await approve(both, request, { onBehalfOf: personOf(office.checker) }))).toBe('403 approval_not_own');
  expect(refused(await approve(deputy, request))).toBe('403 approval_not_yours');
});

it('a delegation has its days and its kind, and ends when it is taken back', async () => {
  const deputy = await office.colleague('auditor');
  const { request } = await office.submitted();
  await must(delegate(office.checker, deputy, { startsOn: '2199-01-01' }), 201);
  await must(delegate(office.checker, deputy, { subjectKind: 'fiscal_year_reopening' }), 201);
  expect(await inboxOf(deputy)).toEqual([]);
  const delegation = await must(delegate(office.checker, deputy), 201);
  expect(await inboxOf(deputy)).toEqual([request.id]);
  const path = `${DELEGATIONS}/${delegation.id}/revoke`;
  expect((await deputy.post(path, {}, { 'If-Match': '"1"' })).status).toBe(403);
  expect((await office.checker.post(path, {}, { 'If-Match': '"1"' })).body).toMatchObject({
    version: 2,
    revokedBy: personOf(office.checker),
  });
  expect(refused(await office.checker.post(path, {}, { 'If-Match': '"2"' }))).toBe('409 approval_delegation_revoked');
  expect(refused(await approve(deputy, request))).toBe('403 approval_not_yours');
});

it('delegations are seen by those whom they concern, and made for others by who manages them', async () => {
  const deputy = await office.colleague('auditor');
  const wish = { delegatorId: personOf(office.checker) };
  expect(refused(await delegate(office.maker, deputy, wish))).toBe('403 forbidden');
  const { id } = await must(delegate(office.owner, deputy, wish), 201);
  const seen = async (by: Actor) => (await by.get(DELEGATIONS)).body.data.map((one: { id: string }) => one.id);
  expect([await seen(office.owner), await seen(deputy), await seen(office.maker)]).toEqual([[id], [id], []]);
  expect((await office.maker.get(`${DELEGATIONS}/${id}`)).status).toBe(404);
  const nobody = await office.owner.post(DELEGATIONS, {
    delegatorId: newId(),
    delegateId: newId(),
    startsOn: '2020-01-01',
    endsOn: '2199-12-31',
  });
  expect(faultsOf(nobody.body)).toEqual(['/delegatorId person_unknown', '/delegateId person_unknown']);
  const answer = await delegate(deputy, deputy, { endsOn: '2020-01-02' });
  expect(answer.body.errors.map(({ code }: { code: string }) => code)).toEqual(['same_person', 'in_the_past']);
});

it('the role counts when the decision is made', async () => {
  const { request } = await office.submitted();
  expect(await inboxOf(office.checker)).toEqual([request.id]);
  await asOwner((client) =>
    client.query(`UPDATE identity.membership SET roles = '{auditor}' WHERE organization_id = $1 AND user_id = $2`, [
      office.owner.organizationId,
      personOf(office.checker),
    ]),
  );
  expect(await inboxOf(office.checker)).toEqual([]);
  expect(refused(await approve(office.checker, request))).toBe('403 approval_not_yours');
});
