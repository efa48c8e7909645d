import { type Answer } from '../support/actor.js';
import { approve, must, Office, REQUESTS, refused } from '../support/approvals.js';
import { Calendar } from '../support/year-end.js';

// Closed periods and years are opened again by two people where a policy says so.

let office: Office;
let books: Calendar;

beforeEach(async () => {
  office = await Office.open();
  books = new Calendar(office.checker);
});

const second = { steps: [{ rule: 'one', approverRoles: ['owner'] }] };
const ask = (subjectKind: string, subjectId: string, fields: object = { reason: 'Late invoice' }): Promise<Answer> =>
  office.checker.post(REQUESTS, { subjectKind, subjectId, ...fields });

it('a period is reopened by the approval, with the reason of the maker', async () => {
  await must(books.onPeriod('close', '2026-01-01', 1), 200);
  await office.policy({ ...second, name: 'Periods', subjectKind: 'fiscal_period_reopening' });
  const january = await books.period('2026-01-01', 1);
  expect(refused(await books.onPeriod('reopen', '2026-01-01', 1, { reason: 'Just so' }))).toBe('409 approval_required');
  const unreasoned = await ask('fiscal_period_reopening', january.id, {});
  expect(unreasoned.body.errors).toMatchObject([{ pointer: '/reason', code: 'required' }]);
  const request = await must(ask('fiscal_period_reopening', january.id), 201);
  expect(request).toMatchObject({
    title: 'Reopen: The fiscal period 2026-01-01 to 2026-01-31',
    amount: null,
    reason: 'Late invoice',
  });
  expect(refused(await approve(office.checker, request))).toBe('403 approval_not_own');
  expect(await must(approve(office.owner, request), 200)).toMatchObject({ state: 'approved', resultId: null });
  expect(await books.period('2026-01-01', 1)).toMatchObject({ status: 'open', statusReason: 'Late invoice' });
  // The approval was for this once.
  await must(books.onPeriod('close', '2026-01-01', 1), 200);
  expect(refused(await books.onPeriod('reopen', '2026-01-01', 1, { reason: 'Again' }))).toBe('409 approval_required');
});

it('what happened to the period meanwhile makes the request another one', async () => {
  await must(books.onPeriod('close', '2026-01-01', 1), 200);
  await office.policy({ ...second, name: 'Periods', subjectKind: 'fiscal_period_reopening', makerRole: 'accountant' });
  const january = await books.period('2026-01-01', 1);
  const request = await must(ask('fiscal_period_reopening', january.id), 201);
  // Not an accountant, so not covered.
  const headers = { 'If-Match': `"${january.version}"` };
  await must(
    office.owner.post(`/v1/accounting/fiscal-periods/${january.id}/reopen`, { reason: 'Audit' }, headers),
    200,
  );
  expect(refused(await approve(office.owner, request))).toBe('409 period_transition');
  await must(books.onPeriod('close', '2026-01-01', 1), 200);
  expect(refused(await approve(office.owner, request))).toBe('409 approval_content_changed');
});

it('a fiscal year is reopened by the approval, and its closing entry reversed', async () => {
  await office.owner.postEntry('1000', '3000', '500.00', { entryDate: '2026-03-05' });
  await must(
    office.owner.patch(
      `/v1/accounting/books/${office.owner.legalEntityId}`,
      { retainedEarningsAccountCode: '2000' },
      '"1"',
    ),
    200,
  );
  await books.closePeriodsBeforeLast('2026-01-01');
  await must(books.onYear('close', '2026-01-01', { reason: 'Done' }), 200);
  await office.policy({ ...second, name: 'Years', subjectKind: 'fiscal_year_reopening' });
  expect(refused(await books.onYear('reopen', '2026-01-01', { reason: 'Just so' }))).toBe('409 approval_required');
  const { id } = await books.year('2026-01-01');
  const request = await must(ask('fiscal_year_reopening', id), 201);
  await must(approve(office.owner, request), 200);
  expect(await books.year('2026-01-01')).toMatchObject({ status: 'open', closingEntryId: null });
  expect((await office.owner.get('/v1/accounting/integrity-checks')).body.status).toBe('passed');
});

it('what is not there, or not closed, is not submitted', async () => {
  const january = await books.period('2026-01-01', 1);
  await office.policy({ ...second, name: 'Periods', subjectKind: 'fiscal_period_reopening' });
  expect(refused(await ask('fiscal_period_reopening', january.id))).toBe('409 period_transition');
  expect(refused(await ask('fiscal_period_reopening', office.owner.legalEntityId))).toBe(
    '422 approval_subject_unknown',
  );
  expect(refused(await ask('payment', january.id))).toBe('422 approval_subject_unknown');
  const byMaker = office.maker.post(REQUESTS, {
    subjectKind: 'fiscal_period_reopening',
    subjectId: january.id,
    reason: 'So',
  });
  expect(refused(await byMaker)).toBe('403 forbidden');
});
