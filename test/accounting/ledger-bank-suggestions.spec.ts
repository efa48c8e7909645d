import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { addStatement, book, match, openBank } from '../support/bank-matching.js';
import { asRole, provided } from '../support/database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Around the services, as the application role.

let actor: Actor;
let app: Client;
let bank: { id: string };
let told: { id: string; amount: string }[];
let booked: { id: string };
let runId: string;

beforeAll(async () => {
  app = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
});
afterAll(() => app?.end());
beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
  told = await addStatement(actor, {
    closing: '220.00',
    lines: [
      ['2026-01-05', '60.00', 'one'],
      ['2026-01-06', '60.00', 'two'],
    ],
  });
  booked = await book(actor, '60.00');
  runId = newId();
  await within(
    `INSERT INTO accounting.bank_match_run (organization_id, id, legal_entity_id, bank_account_id, actor_id) VALUES ($1, $2, $3, $4, $2)`,
    [actor.organizationId, runId, actor.legalEntityId, bank.id],
  );
});

const within = (text: string, values: unknown[] = []) =>
  inOrganization(app, actor.organizationId, () => app.query(text, values));
const KEY = 'a'.repeat(64);

const suggest = (
  change: {
    lineId?: string;
    ledgerLineId?: string | null;
    items?: object[];
    place?: number;
    isCertain?: boolean;
    score?: number;
    key?: string;
  } = {},
) => {
  const {
    lineId = told[0]!.id,
    ledgerLineId = booked.id,
    items = [],
    place = 1,
    isCertain = false,
    score = 90,
    key = KEY,
  } = change;
  const of = [actor.organizationId, newId(), actor.legalEntityId, bank.id, lineId, runId, place, score, isCertain];
  return within(
    `INSERT INTO accounting.bank_match_suggestion
       (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, run_id, place, score, is_certain, reasons,
        ledger_line_id, items, target_ids, target_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{amount}', $10, $11, '{}', $12)`,
    [...of, ledgerLineId, JSON.stringify(items), key],
  );
};
const count = async () => (await within('SELECT FROM accounting.bank_match_suggestion')).rowCount;

it('is of a line that waits, one for each place, and goes with it', async () => {
  await expectAccepted(suggest());
  await expectRefusal(suggest(), { code: '23505', constraint: 'bank_match_suggestion_place_key' });
  await expectAccepted(suggest({ place: 2 }));
  await expectAccepted(suggest({ lineId: told[1]!.id }));
  expect(await match(actor, bank.id, [told[0]!], [booked])).toMatchObject({ status: 201 });
  expect(await count()).toBe(1);
  await expectRefusal(suggest(), { code: 'BU576', message: 'a line that waits' });
});

it('goes where the line is excluded', async () => {
  await expectAccepted(suggest());
  const line = `/v1/accounting/bank-statement-lines/${told[0]!.id}`;
  expect(await actor.post(`${line}/exclude`, { reason: 'x' }, { 'If-Match': '"1"' })).toMatchObject({ status: 200 });
  expect(await count()).toBe(0);
});

it('is of one thing, and certain only as the first with a score that says so', async () => {
  const check = (constraint: string) => ({ code: '23514', constraint });
  await expectRefusal(suggest({ items: [{}] }), check('bank_match_suggestion_of_one'));
  await expectRefusal(suggest({ ledgerLineId: null }), check('bank_match_suggestion_of_one'));
  await expectRefusal(suggest({ isCertain: true, score: 84 }), check('bank_match_suggestion_certain'));
  await expectRefusal(suggest({ isCertain: true, place: 2 }), check('bank_match_suggestion_certain'));
  await expectRefusal(suggest({ score: 101 }), check('bank_match_suggestion_score_check'));
  await expectAccepted(suggest({ isCertain: true, score: 85 }));
});

it('is not what was rejected, and rejections stay', async () => {
  const reject = (lineId: string) =>
    within(
      `INSERT INTO accounting.bank_match_rejection
         (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, target_key, actor_id, action, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $2, 'test', $2)`,
      [actor.organizationId, newId(), actor.legalEntityId, bank.id, lineId, KEY],
    );
  await expectAccepted(reject(told[0]!.id));
  await expectRefusal(reject(told[0]!.id), { code: '23505', constraint: 'bank_match_rejection_target_key' });
  await expectRefusal(suggest(), { code: 'BU577', message: 'rejected' });
  await expectAccepted(suggest({ key: 'b'.repeat(64) }));
  await expectAccepted(suggest({ lineId: told[1]!.id }));
  await expectRefusal(within('DELETE FROM accounting.bank_match_rejection'), {
    code: '42501',
    message: 'permission denied',
  });
});

it('has rules that name what is of their own legal entity, whole', async () => {
  const { body: other } = await actor.post('/v1/administration/legal-entities', {
    name: 'Other',
    functionalCurrency: 'EUR',
  });
  const { body: foreign } = await actor.post('/v1/accounting/accounts', {
    legalEntityId: other.id,
    code: '1',
    name: 'A',
    type: 'expense',
  });
  const { id: own } = (await actor.get('/v1/accounting/accounts?code=4000')).body.data[0];
  const { body: party } = await actor.post('/v1/accounting/parties', {
    legalEntityId: actor.legalEntityId,
    name: 'Nordlicht GmbH',
    isCustomer: true,
  });
  const rule = (
    legalEntityId: string,
    action: string,
    what: { postings?: object[]; partyId?: string; reason?: string; conditions?: object },
  ) => {
    const { postings = [], partyId = null, reason = null, conditions = { amount: '1' } } = what;
    const key = [actor.organizationId, newId(), legalEntityId, JSON.stringify(conditions), action];
    return within(
      `INSERT INTO accounting.bank_match_rule
         (organization_id, id, legal_entity_id, name, priority, is_automatic, conditions, action, postings, party_id, reason)
       VALUES ($1, $2, $3, 'x', 1, true, $4, $5, $6, $7, $8)`,
      [...key, JSON.stringify(postings), partyId, reason],
    );
  };
  const to = (accountId: string, percentage = '100') => ({ postings: [{ accountId, percentage }] });
  const entity = actor.legalEntityId;
  await expectRefusal(rule(entity, 'post', to(foreign.id)), { code: 'BU575', message: 'its own legal entity' });
  await expectRefusal(rule(other.id, 'settle', { partyId: party.id }), {
    code: 'BU575',
    message: 'its own legal entity',
  });
  await expectRefusal(rule(entity, 'post', to(own, '99')), { code: 'BU575', message: 'sum to 100' });
  await expectRefusal(rule(entity, 'exclude', {}), { code: '23514', constraint: 'bank_match_rule_action' });
  await expectRefusal(rule(entity, 'exclude', { reason: 'x', conditions: { side: 'incoming' } }), {
    code: '23514',
    constraint: 'bank_match_rule_of_nothing',
  });
  await expectAccepted(rule(entity, 'post', to(own)));
  await expectRefusal(within('DELETE FROM accounting.bank_match_rule'), {
    code: '42501',
    message: 'permission denied',
  });
});
