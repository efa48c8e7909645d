import { type Actor, type Answer } from '../support/actor.js';
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

// Four eyes at a trading company: the bookkeeper posts up to 1,000 alone; from there on an accountant approves, and from
// 10,000 on the owner besides.
jest.setTimeout(60_000);

let office: Office;
let bookkeeper: Actor;
let accountant: Actor;
let draft: Answer['body'];
let request: Answer['body'];

beforeAll(async () => {
  office = await Office.open();
  bookkeeper = office.maker;
  accountant = office.checker;
  await office.policy({
    name: 'Entries from 10,000',
    amountFrom: '10000.00',
    steps: [
      { name: 'Accounting', rule: 'one', approverRoles: ['accountant'] },
      { name: 'Management', rule: 'one', approverIds: [personOf(office.owner)] },
    ],
  });
});

it('the bookkeeper posts small entries alone', async () => {
  expect((await bookkeeper.post(ENTRIES, { ...rentOf('999.99'), post: true })).body).toMatchObject({
    number: 1,
    approval: null,
  });
});

it('a larger one is refused, and the refusal says what to do', async () => {
  const answer = await bookkeeper.post(ENTRIES, { ...rentOf('5000.00'), post: true });
  expect(refused(answer)).toBe('409 approval_required');
  expect(answer.body.detail).toContain('POST /v1/approval-requests');
});

it('the bookkeeper saves it as a draft and submits it; it waits in the inbox of the accountant', async () => {
  draft = await office.draft('5000.00');
  request = await must(
    bookkeeper.post(REQUESTS, { subjectKind: 'journal_entry', subjectId: draft.id, reason: 'Warehouse' }),
    201,
  );
  expect(request).toMatchObject({
    state: 'pending',
    title: 'Entry of 2026-03-05: Rent',
    amount: '5000.00',
    currency: 'EUR',
    policyName: 'Entries from 1,000',
    makerId: personOf(bookkeeper),
    reason: 'Warehouse',
  });
  expect((await bookkeeper.get(`${DRAFTS}/${draft.id}`)).body).toMatchObject({
    status: 'pending_approval',
    approval: { requestId: request.id, state: 'pending' },
  });
  expect(await inboxOf(bookkeeper)).toEqual([]);
  expect(await inboxOf(accountant)).toEqual([request.id]);
});

it('the accountant sees what is asked for, rejects it with a reason, and the draft is a draft again', async () => {
  const shown = await must(accountant.get(`${REQUESTS}/${request.id}`), 200);
  expect(shown.content).toMatchObject({ total: '5000.00', lines: [{ accountCode: '4000' }, { accountCode: '1000' }] });
  expect(shown).toMatchObject({ waitsFor: [personOf(accountant)], lacking: 1 });
  await must(reject(accountant, request, 'Which contract?'), 200);
  expect((await bookkeeper.get(`${DRAFTS}/${draft.id}`)).body).toMatchObject({
    status: 'draft',
    approval: { state: 'rejected', reason: 'Which contract?' },
  });
});

it('corrected and submitted again it is approved, and so posted, in one step', async () => {
  const changed = await bookkeeper.patch(`${DRAFTS}/${draft.id}`, { reference: 'Contract 17' }, '"1"');
  expect(changed.status).toBe(200);
  request = await must(office.submit(draft.id), 201);
  const approved = await must(approve(accountant, request, { comment: 'Checked' }), 200);
  expect(approved).toMatchObject({ state: 'approved', endedBy: personOf(accountant) });
  expect(await inboxOf(accountant)).toEqual([]);
  const { body: entry } = await bookkeeper.get(`${ENTRIES}/${approved.resultId}`);
  expect(entry).toMatchObject({
    number: 2,
    reference: 'Contract 17',
    total: '5000.00',
    approval: {
      requestId: request.id,
      makerId: personOf(bookkeeper),
      approvers: [{ personId: personOf(accountant), onBehalfOf: null }],
    },
  });
  expect((await bookkeeper.get(`${DRAFTS}/${draft.id}`)).body).toMatchObject({ status: 'posted', entryId: entry.id });
});

it('from 10,000 on the owner approves after the accountant', async () => {
  const large = await office.submitted('12000.00');
  expect(await inboxOf(office.owner)).toEqual([]);
  expect(refused(await approve(office.owner, large.request))).toBe('403 approval_not_yours');
  expect(await must(approve(accountant, large.request), 200)).toMatchObject({ state: 'pending', currentStep: 2 });
  expect([await inboxOf(accountant), await inboxOf(office.owner)]).toEqual([[], [large.request.id]]);
  const { resultId } = await must(approve(office.owner, large.request), 200);
  const { approval } = (await bookkeeper.get(`${ENTRIES}/${resultId}`)).body;
  expect(approval.approvers).toEqual(
    [accountant, office.owner].map((one) => ({ personId: personOf(one), onBehalfOf: null })),
  );
});

it('the audit trail names the maker of the request and who decided about it', async () => {
  const { body } = await office.owner.get(
    `/v1/audit-entries?recordType=platform.approval_request&recordId=${request.id}&sort=recordedAt`,
  );
  expect(body.data.map(({ operation, actorId, action }: Answer['body']) => [operation, actorId, action])).toEqual([
    ['insert', personOf(bookkeeper), 'platform.approval_request.submit'],
    ['update', personOf(accountant), 'platform.approval_request.decide'],
  ]);
  const { body: drafts } = await office.owner.get(
    `/v1/audit-entries?recordType=accounting.journal_entry_draft&recordId=${draft.id}&sort=recordedAt`,
  );
  expect(drafts.data.map(({ actorId }: Answer['body']) => actorId)).toEqual(
    [bookkeeper, bookkeeper, accountant].map(personOf),
  );
  expect((await office.owner.get('/v1/accounting/integrity-checks')).body.status).toBe('passed');
});
