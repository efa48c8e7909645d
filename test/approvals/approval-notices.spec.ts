import type { Actor } from '../support/actor.js';
import { approve, DELEGATIONS, DRAFTS, must, Office, personOf, reject, REQUESTS } from '../support/approvals.js';

// Who is told what of approvals, and what nobody is told.

/** Kinds with the request that they are about, the newest first. */
async function toldTo(person: Actor): Promise<string[]> {
  const { data } = await must(person.get('/v1/notifications'), 200);
  return data.map(({ kind, subjectId }: { kind: string; subjectId: string }) => `${kind} ${subjectId}`);
}
const mailsTo = async (office: Office, person: Actor) => {
  const { data } = await must(office.owner.get('/v1/mails?kind=notification'), 200);
  return data.filter(({ recipient }: { recipient: string }) => recipient === person.email).length;
};
const delegate = (from: Actor, to: Actor, fields: object = {}) =>
  must(
    from.post(DELEGATIONS, { delegateId: personOf(to), startsOn: '2020-01-01', endsOn: '2099-12-31', ...fields }),
    201,
  );

it('approvers are told by mail what waits, with kind, amount and maker; the maker is not', async () => {
  const office = await Office.open();
  const { request } = await office.submitted('5000.00');
  const { data } = await must(office.checker.get('/v1/notifications'), 200);
  expect(data).toMatchObject([
    {
      kind: 'approval_request.waiting',
      title: 'Journal entry: your approval is asked for',
      text: expect.stringContaining('(5000.00 EUR), step 1/1'),
      href: `${REQUESTS}/${request.id}`,
    },
  ]);
  expect((await office.checker.get(data[0].href)).body.id).toBe(request.id);
  expect([await mailsTo(office, office.checker), await mailsTo(office, office.maker)]).toEqual([1, 0]);
  expect([await toldTo(office.maker), await toldTo(office.owner)]).toEqual([[], []]);
  await must(approve(office.checker, request), 200);
  expect(await toldTo(office.maker)).toEqual([`approval_request.approved ${request.id}`]);
});

it('an approver who asks is told of others’ decisions only', async () => {
  const office = await Office.open([{ rule: 'one', approverRoles: ['accountant'] }]);
  const asking = await office.colleague('accountant');
  const { request } = await office.submitted('5000.00', asking);
  expect([await toldTo(asking), await toldTo(office.checker)]).toEqual([
    [],
    [`approval_request.waiting ${request.id}`],
  ]);
  await must(reject(office.checker, request), 200);
  expect(await toldTo(asking)).toEqual([`approval_request.rejected ${request.id}`]);
});

it('delegates are told while their delegation is in force for such things', async () => {
  const office = await Office.open();
  const [present, past, other, stranger] = [
    await office.colleague('bookkeeper'),
    await office.colleague('bookkeeper'),
    await office.colleague('bookkeeper'),
    await office.colleague('accountant'),
  ];
  await delegate(office.checker, present, { subjectKind: 'journal_entry' });
  await delegate(office.checker, other, { subjectKind: 'fiscal_year_reopening' });
  const ended = await delegate(office.checker, past);
  await must(office.checker.post(`${DELEGATIONS}/${ended.id}/revoke`, {}, { 'If-Match': '"1"' }), 200);
  // Of the maker's own request, a delegate has nothing to decide.
  await delegate(stranger, office.maker);
  const { request } = await office.submitted();
  const told = [`approval_request.waiting ${request.id}`];
  expect(await Promise.all([present, past, other, stranger, office.maker].map(toldTo))).toEqual([
    told,
    [],
    [],
    told,
    [],
  ]);
});

it('the steps that follow tell theirs, and the maker of each approval', async () => {
  const office = await Office.open([
    { rule: 'count', required: 2, approverRoles: ['accountant'] },
    { rule: 'one', approverRoles: ['owner'] },
  ]);
  const second = await office.colleague('accountant');
  const { request } = await office.submitted();
  expect(await toldTo(office.owner)).toEqual([]);
  await must(approve(office.checker, request), 200);
  await must(approve(second, request), 200);
  expect(await toldTo(office.owner)).toEqual([`approval_request.waiting ${request.id}`]);
  const { data } = await must(office.maker.get('/v1/notifications'), 200);
  expect(data.map(({ title }: { title: string }) => title)).toEqual([
    'Journal entry: approved at step 1/2',
    'Journal entry: approved at step 1/2',
  ]);
  await must(reject(office.owner, request), 200);
  expect((await toldTo(office.maker))[0]).toBe(`approval_request.rejected ${request.id}`);
  expect(await toldTo(office.checker)).toEqual([`approval_request.waiting ${request.id}`]);
});

it('a request that becomes void is told to its maker where another made it so', async () => {
  const office = await Office.open();
  const own = await office.submitted();
  const others = await office.submitted();
  const remove = async (by: Actor, id: string) => {
    const { headers } = await by.get(`${DRAFTS}/${id}`);
    expect((await by.delete(`${DRAFTS}/${id}`, headers.etag)).status).toBe(204);
  };
  await remove(office.maker, own.draft.id);
  expect(await toldTo(office.maker)).toEqual([]);
  await remove(office.owner, others.draft.id);
  expect(await toldTo(office.maker)).toEqual([`approval_request.voided ${others.request.id}`]);
});
