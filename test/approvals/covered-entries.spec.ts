import { type Answer } from '../support/actor.js';
import { approve, DRAFTS, ENTRIES, must, Office, POLICIES, refused, rentOf } from '../support/approvals.js';
import { faultsOf } from '../support/problems.js';

// What a policy covers is posted by its approval, and by no other way.

let office: Office;

beforeEach(async () => {
  office = await Office.open();
});

const large = { ...rentOf('5000.00'), post: true };
const entries = async () => (await office.owner.get(ENTRIES)).body.data;

it.each<[string, () => Promise<Answer>]>([
  ['by hand', () => office.owner.post(ENTRIES, large)],
  ['with a reversal to come', () => office.owner.post(ENTRIES, { ...large, reversesOn: '2026-04-01' })],
  ['as a closing entry', () => office.owner.post(ENTRIES, { ...large, kind: 'closing' })],
  ['as an opening entry', () => office.owner.post(ENTRIES, { ...large, kind: 'opening' })],
  [
    'in bulk',
    () => office.owner.post(`${ENTRIES}/bulk`, { mode: 'atomic', entries: [rentOf('1.00'), rentOf('5000.00')] }),
  ],
  [
    'of a draft',
    async () => office.owner.post(`${DRAFTS}/${(await office.draft()).id}/post`, {}, { 'If-Match': '"1"' }),
  ],
])('nobody posts it %s', async (_, post) => {
  expect(refused(await post())).toBe('409 approval_required');
  expect(await entries()).toEqual([]);
});

it('in bulk the others are posted where that is asked for', async () => {
  const { body } = await office.owner.post(`${ENTRIES}/bulk`, {
    mode: 'independent',
    entries: [rentOf('5000.00'), rentOf('10.00')],
  });
  expect(body.results.map(({ status, errors }: Answer['body']) => [status, errors[0]?.code])).toEqual([
    ['refused', 'approval_required'],
    ['posted', undefined],
  ]);
});

it('no import posts it, of JSON or of a file', async () => {
  const json = await office.owner.post('/v1/accounting/imports/json', { entries: [rentOf('5000.00')] });
  expect([refused(json), faultsOf(json.body)]).toEqual(['409 import_conflict', ['/entries/0 approval_required']]);
  const file =
    'account rent  ; code: 4000\naccount cash  ; code: 1000\n\n2026-03-05 * Rent\n  rent  EUR 5000.00\n  cash\n';
  const text = await office.owner.post('/v1/accounting/imports/plain-text', { file, decimalSeparator: 'point' });
  expect([text.status, text.body.errors.map(({ code }: Answer['body']) => code)]).toEqual([409, ['approval_required']]);
  expect(await entries()).toEqual([]);
});

it('a schedule does not post it, and says why; it may draft it', async () => {
  const template = await must(
    office.owner.post('/v1/accounting/entry-templates', {
      code: 'RENT',
      name: 'Rent',
      description: 'Rent',
      lines: [
        { accountCode: '4000', side: 'debit', amount: '5000.00' },
        { accountCode: '1000', side: 'credit', amount: '5000.00' },
      ],
    }),
    201,
  );
  const recurring = { templateId: template.id, frequency: 'monthly', startsOn: '2026-03-01', endsOn: '2026-03-31' };
  await must(
    office.owner.post('/v1/accounting/recurring-entries', { ...recurring, name: 'Posted', mode: 'post' }),
    201,
  );
  await must(
    office.owner.post('/v1/accounting/recurring-entries', { ...recurring, name: 'Drafted', mode: 'draft' }),
    201,
  );
  const { results } = await must(office.owner.post('/v1/accounting/due-postings/run', { through: '2026-03-31' }), 200);
  expect(results.map(({ status, errors }: Answer['body']) => [status, errors[0]?.code]).sort()).toEqual([
    ['drafted', undefined],
    ['refused', 'approval_required'],
  ]);
});

it('a reversal mirrors what was approved and needs none', async () => {
  const { request } = await office.submitted();
  const { resultId } = await must(approve(office.checker, request), 200);
  const reversal = await must(office.owner.post(`${ENTRIES}/${resultId}/reverse`, { entryDate: '2026-03-06' }), 201);
  expect(reversal).toMatchObject({ reversalOf: resultId, approval: null });
});

it('conditions say what is covered: currency, legal entity, and the role of the maker', async () => {
  const [policy] = (await office.owner.get(POLICIES)).body.data;
  const change = async (body: object, version: number) =>
    must(office.owner.patch(`${POLICIES}/${policy.id}`, body, `"${version}"`), 200);
  await change({ currency: 'SEK' }, 1);
  expect((await office.owner.post(ENTRIES, large)).status).toBe(201);
  await change({ currency: 'EUR', makerRole: 'bookkeeper' }, 2);
  expect((await office.owner.post(ENTRIES, large)).status).toBe(201);
  expect(refused(await office.maker.post(ENTRIES, large))).toBe('409 approval_required');
  await change({ isActive: false }, 3);
  expect((await office.maker.post(ENTRIES, large)).status).toBe(201);
});

it('an approved draft takes its attachments along, and posts to control accounts by the right of its maker', async () => {
  const lines = [
    { accountCode: '4000', debit: '5000.00' },
    { accountCode: '1930', credit: '5000.00' },
  ];
  const byBookkeeper = await office.draft('5000.00', office.maker, { lines });
  expect(refused(await office.submit(byBookkeeper.id))).toBe('422 entry_refused');
  const manager = await office.colleague('auditor');
  const [policy] = (await office.owner.get(POLICIES)).body.data;
  const steps = [{ rule: 'one', approverRoles: ['auditor'] }];
  await must(office.owner.patch(`${POLICIES}/${policy.id}`, { steps }, '"1"'), 200);
  const request = await must(
    office.submit((await office.draft('5000.00', office.checker, { lines })).id, office.checker),
    201,
  );
  expect(await must(approve(manager, request), 200)).toMatchObject({ state: 'approved' });
});
