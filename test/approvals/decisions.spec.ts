import { colleagueOf } from '../support/actor.js';
import {
  approve,
  DRAFTS,
  ENTRIES,
  inboxOf,
  must,
  Office,
  personOf,
  refused,
  reject,
  rentOf,
  REQUESTS,
} from '../support/approvals.js';
import { dispatchEvents } from '../support/dispatch-events.js';

// What becomes of a request: by decisions, by changes of what is asked for, and by its maker.

let office: Office;

beforeEach(async () => {
  office = await Office.open();
});

it('of two approvers at once one posts the entry, once', async () => {
  const second = await office.colleague('accountant');
  const { request } = await office.submitted();
  const answers = await Promise.all([approve(office.checker, request), approve(second, request)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('approval_ended');
  expect((await office.owner.get(ENTRIES)).body.data).toHaveLength(1);
});

it('two of three have to agree, each once; what has its quorum waits for nobody', async () => {
  office = await Office.open([{ rule: 'count', required: 2, approverRoles: ['accountant'] }]);
  const [second, third] = [await office.colleague('accountant'), await office.colleague('accountant')];
  const { request } = await office.submitted();
  await must(approve(second, request), 200);
  expect(refused(await approve(second, request))).toBe('409 approval_decided');
  expect([await inboxOf(second), await inboxOf(third)]).toEqual([[], [request.id]]);
  expect(await must(approve(office.checker, request), 200)).toMatchObject({ state: 'approved' });
  expect(await inboxOf(third)).toEqual([]);
});

it('all means everybody who is an approver when the last one decides', async () => {
  office = await Office.open([{ rule: 'all', approverRoles: ['accountant'] }]);
  const { request } = await office.submitted();
  const late = await colleagueOf(office.owner, ['accountant']);
  expect(await must(approve(office.checker, request), 200)).toMatchObject({ state: 'pending' });
  expect(await must(office.owner.get(`${REQUESTS}/${request.id}`), 200)).toMatchObject({
    waitsFor: [personOf(late)],
    lacking: 1,
  });
  expect(await must(approve(late, request), 200)).toMatchObject({ state: 'approved' });
});

it('an edit of the draft voids the request, and deleting it does', async () => {
  const { draft, request } = await office.submitted();
  await must(office.maker.patch(`${DRAFTS}/${draft.id}`, { description: 'Rent and more' }, '"1"'), 200);
  expect((await office.maker.get(`${REQUESTS}/${request.id}`)).body).toMatchObject({
    state: 'voided',
    endReason: 'The draft was changed.',
  });
  expect(refused(await approve(office.checker, request))).toBe('409 approval_ended');
  const again = await must(office.submit(draft.id), 201);
  expect(again.contentHash).not.toBe(request.contentHash);
  expect((await office.maker.delete(`${DRAFTS}/${draft.id}`, '"2"')).status).toBe(204);
  expect((await office.maker.get(`${REQUESTS}/${again.id}`)).body.state).toBe('voided');
});

it('an approval is about what was shown', async () => {
  const { request } = await office.submitted();
  const other = await office.submitted('7000.00');
  expect(refused(await approve(office.checker, { ...request, contentHash: other.request.contentHash }))).toBe(
    '409 approval_content_changed',
  );
  const { steps } = await must(office.checker.get(`${REQUESTS}/${request.id}`), 200);
  expect(steps[0].decisions).toEqual([]);
});

it('what can no longer be posted is not approved, and nothing is decided', async () => {
  const { request } = await office.submitted();
  const { body } = await office.owner.get('/v1/accounting/fiscal-periods?startsOn=2026-03-01');
  const [march] = body.data;
  await must(
    office.owner.post(`/v1/accounting/fiscal-periods/${march.id}/close`, {}, { 'If-Match': `"${march.version}"` }),
    200,
  );
  expect(refused(await approve(office.checker, request))).toBe('409 period_closed');
  expect(await inboxOf(office.checker)).toEqual([request.id]);
  expect(await must(reject(office.checker, request), 200)).toMatchObject({ state: 'rejected' });
});

it('the maker withdraws, nobody else; and nothing is submitted twice, posted meanwhile, or submitted without need', async () => {
  const { draft, request } = await office.submitted();
  expect(refused(await office.submit(draft.id))).toBe('409 approval_pending');
  const post = () => office.checker.post(`${DRAFTS}/${draft.id}/post`, {}, { 'If-Match': '"1"' });
  expect(refused(await post())).toBe('409 approval_pending');
  expect(refused(await office.checker.post(`${REQUESTS}/${request.id}/withdraw`))).toBe('403 approval_not_yours');
  expect(await must(office.maker.post(`${REQUESTS}/${request.id}/withdraw`), 200)).toMatchObject({
    state: 'withdrawn',
  });
  expect(refused(await office.maker.post(`${REQUESTS}/${request.id}/withdraw`))).toBe('409 approval_ended');
  expect(refused(await post())).toBe('409 approval_required');
  expect(refused(await office.submit((await office.draft('10.00')).id))).toBe('409 approval_not_required');
  const incomplete = await must(office.maker.post(DRAFTS, { ...rentOf('5000.00'), lines: [] }), 201);
  expect(refused(await office.submit(incomplete.id))).toBe('422 entry_refused');
});

it('a request keeps the policy as it was, and is refused where nobody could decide', async () => {
  const { request } = await office.submitted();
  const [policy] = (await office.owner.get('/v1/approval-policies')).body.data;
  const steps = [{ rule: 'one', approverIds: [personOf(office.maker)] }];
  await must(office.owner.patch(`/v1/approval-policies/${policy.id}`, { steps }, '"1"'), 200);
  const { id } = await office.draft();
  expect(refused(await office.submit(id))).toBe('409 approval_without_approvers');
  expect(await must(approve(office.checker, request), 200)).toMatchObject({ state: 'approved', policyVersion: 1 });
});

it('comments are for those who take part', async () => {
  const { request } = await office.submitted();
  const stranger = await colleagueOf(await Office.open().then(({ owner }) => owner), ['owner']);
  const path = `${REQUESTS}/${request.id}/comments`;
  expect(await office.checker.post(path, { body: 'Which\ncontract?' })).toMatchObject({ status: 201 });
  expect((await stranger.post(path, { body: 'Hello' })).status).toBe(404);
  const { comments } = await must(office.maker.get(`${REQUESTS}/${request.id}`), 200);
  expect(comments).toMatchObject([{ personId: personOf(office.checker), body: 'Which\ncontract?' }]);
});

it('events tell each step of it', async () => {
  const { request } = await office.submitted();
  await must(approve(office.checker, request), 200);
  await dispatchEvents(office.owner.organizationId);
  const { body } = await office.owner.get(`/v1/events?subject=${request.id}`);
  expect(
    body.data.map(({ type, data }: { type: string; data: { state: string } }) => [type.split('.')[2], data.state]),
  ).toEqual([
    ['created', 'pending'],
    ['decided', 'pending'],
    ['approved', 'approved'],
  ]);
});
