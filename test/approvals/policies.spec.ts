import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { personOf, POLICIES, refused } from '../support/approvals.js';
import { faultsOf } from '../support/problems.js';

let owner: Actor;

beforeEach(async () => {
  owner = await newActor();
});

const policy = (fields: object = {}) => ({
  name: 'Entries',
  subjectKind: 'journal_entry',
  steps: [{ rule: 'one', approverRoles: ['accountant'] }],
  ...fields,
});
const step = (fields: object) => policy({ steps: [{ rule: 'one', approverRoles: ['accountant'], ...fields }] });

it('a policy is made, read, listed and changed from the version that was read', async () => {
  const whole = policy({
    amountFrom: '10000',
    currency: 'EUR',
    legalEntityId: owner.legalEntityId,
    makerRole: 'bookkeeper',
    steps: [
      {
        rule: 'one',
        approverIds: [personOf(owner)],
        escalateAfterDays: 2,
        escalationRoles: ['owner'],
        expireAfterDays: 5,
      },
    ],
  });
  const made = await owner.post(POLICIES, whole);
  expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { ...whole, isActive: true, version: 1 } });
  const path = `${POLICIES}/${made.body.id}`;
  expect((await owner.get(path)).body).toEqual(made.body);
  expect((await owner.patch(path, { name: 'Other' })).status).toBe(428);
  const changed = await owner.patch(path, { currency: null, isActive: false }, '"1"');
  expect(changed.body).toMatchObject({ ...whole, currency: null, isActive: false, version: 2 });
  expect((await owner.patch(path, { name: 'Other' }, '"1"')).status).toBe(412);
  expect((await owner.get(`${POLICIES}?isActive=false`)).body.data).toEqual([changed.body]);
});

it.each<[string, object, string]>([
  ['a kind that nobody approves', policy({ subjectKind: 'coffee' }), '/subjectKind unknown_subject_kind'],
  [
    'an amount of what has none',
    policy({ subjectKind: 'fiscal_year_reopening', amountFrom: '1' }),
    '/amountFrom no_amount',
  ],
  ['a role that there is not', step({ approverRoles: ['cfo'] }), '/steps/0/approverRoles/0 role_unknown'],
  ['a role of makers that there is not', policy({ makerRole: 'cfo' }), '/makerRole role_unknown'],
  ['a person who is no member', step({ approverIds: [newId()] }), '/steps/0/approverIds/0 person_unknown'],
  ['a step without approvers', step({ approverRoles: [] }), '/steps/0/approverRoles approvers_missing'],
  ['a legal entity that there is not', policy({ legalEntityId: newId() }), '/legalEntityId unknown_legal_entity'],
])('refuses %s', async (_, body, expected) => {
  const { status, body: problem } = await owner.post(POLICIES, body);
  expect([status, faultsOf(problem)]).toEqual([422, [expected]]);
});

it.each(['approverIds', 'escalationIds'])('takes no stranger among its %s when it is changed', async (field) => {
  const { body: made } = await owner.post(POLICIES, policy());
  const steps = [{ rule: 'one', approverRoles: ['accountant'], escalateAfterDays: 2, [field]: [newId()] }];
  if (field === 'approverIds') Object.assign(steps[0]!, { escalationRoles: ['owner'] });
  const { status, body: problem } = await owner.patch(`${POLICIES}/${made.id}`, { steps }, '"1"');
  expect([status, problem.errors]).toMatchObject([422, [{ pointer: `/steps/0/${field}/0`, code: 'person_unknown' }]]);
  expect((await owner.get(`${POLICIES}/${made.id}`)).body).toEqual(made);
});

it('is changed by who may, not by accountants', async () => {
  const accountant = await newActor(['accountant']);
  expect(refused(await accountant.post(POLICIES, policy()))).toBe('403 forbidden');
  expect((await accountant.get(POLICIES)).status).toBe(200);
});
