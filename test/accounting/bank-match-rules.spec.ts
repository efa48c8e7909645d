import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addStatement, book, openBank, statusOf } from '../support/bank-matching.js';
import { bankRules, bankSuggestions, matchLines, openItem, suggestionsOf } from '../support/bank-suggestions.js';
import { statementLines } from '../support/bank-statements.js';
import { newCustomer } from '../support/receivables.js';

let own: OwnApp;
let actor: Actor;
let bank: { id: string };
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());
beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
});

const fee = {
  name: 'Account keeping',
  conditions: { side: 'outgoing', text: { operator: 'contains', value: 'account keeping' } },
  action: {
    kind: 'post',
    postings: [
      { accountCode: '4000', percentage: '33.333333', description: 'Account keeping' },
      { accountCode: '3800', percentage: '66.666667' },
    ],
  },
};
const create = (change: object = {}) => actor.post(bankRules, { ...fee, ...change });
const run = () => matchLines(own, actor, bank.id);
const told = () =>
  addStatement(actor, {
    closing: '175.00',
    lines: [
      ['2026-01-30', '-10.00', 'ACCOUNT  keeping January'],
      ['2026-01-30', '-15.00', 'Moved to savings'],
      ['2026-01-31', '100.00', '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH'],
    ],
  });

describe('a match rule', () => {
  it('is created, listed in its order, changed with its version, and done away with', async () => {
    const first = await create();
    expect(first).toMatchObject({
      status: 201,
      body: {
        ...fee,
        legalEntityId: actor.legalEntityId,
        bankAccountId: null,
        priority: 100,
        isAutomatic: false,
        status: 'active',
        version: 1,
      },
    });
    const second = await create({
      priority: 5,
      bankAccountId: bank.id,
      action: { kind: 'exclude', reason: 'Own account' },
    });
    expect(second).toMatchObject({
      status: 201,
      body: { bankAccountId: bank.id, action: { kind: 'exclude', reason: 'Own account' } },
    });
    const listed = (await actor.get(`${bankRules}?status=active`)).body.data;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([second.body.id, first.body.id]);
    const at = `${bankRules}/${first.body.id}`;
    expect(await actor.patch(at, { status: 'inactive' }, '"7"')).toMatchObject({ status: 412 });
    const party = await newCustomer(actor);
    const changed = await actor.patch(at, { action: { kind: 'settle', partyId: party }, isAutomatic: true }, '"1"');
    expect(changed).toMatchObject({
      status: 200,
      body: { version: 2, isAutomatic: true, action: { kind: 'settle', partyId: party } },
    });
    expect(changed.body.action).toEqual({ kind: 'settle', partyId: party });
    expect((await actor.get(at)).body).toEqual(changed.body);
  });

  it.each([
    ['no condition', { conditions: { side: 'incoming' } }, '/conditions'],
    ['a range that is none', { conditions: { amountFrom: '2', amountTo: '1' } }, '/conditions/amountTo'],
    [
      'shares that lack something',
      { action: { kind: 'post', postings: [{ accountCode: '4000', percentage: '99' }] } },
      '/action/postings',
    ],
    [
      'an account that there is not',
      { action: { kind: 'post', postings: [{ accountCode: '9999', percentage: '100' }] } },
      '/action/postings/0/accountCode',
    ],
    [
      'an account of customers',
      { action: { kind: 'post', postings: [{ accountCode: '1100', percentage: '100' }] } },
      '/action/postings/0/accountCode',
    ],
    ['no reason', { action: { kind: 'exclude' } }, '/action/reason'],
    [
      'a party that there is not',
      { action: { kind: 'settle', partyId: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' } },
      '/action/partyId',
    ],
  ])('is refused with %s', async (_name, change, pointer) => {
    expect(await create(change)).toMatchObject({
      status: 422,
      body: { code: 'bank_match_rule_refused', errors: [{ pointer }] },
    });
    expect((await actor.get(bankRules)).body.data).toEqual([]);
  });

  it('is tried on the lines that wait, before it is there', async () => {
    const lines = await told();
    const { conditions } = fee;
    const preview = (body: object) => actor.post(`${bankRules}/preview`, { bankAccountId: bank.id, ...body });
    expect(await preview({ conditions })).toMatchObject({
      status: 200,
      body: {
        looked: 3,
        fitting: 1,
        lines: [{ statementLineId: lines[0]!.id, amount: '-10.00', currency: 'EUR', ruleId: null }],
      },
    });
    const { body: rule } = await create();
    expect((await preview({ conditions })).body.lines).toMatchObject([{ ruleId: rule.id }]);
    expect(await preview({ conditions: {} })).toMatchObject({ status: 422 });
    expect(await statusOf(actor, lines[0]!)).toBe('unmatched');
  });

  it('suggests, and does by shares what it says once somebody accepts', async () => {
    const [line] = await told();
    const { body: rule } = await create();
    expect(await run()).toMatchObject({ suggested: 1, accepted: 0 });
    const [found] = await suggestionsOf(actor);
    expect(found).toMatchObject({
      statementLineId: line!.id,
      score: 100,
      reasons: ['rule'],
      ruleId: rule.id,
      isCertain: true,
    });
    const accepted = await actor.post(`${bankSuggestions}/${found.id}/accept`, {});
    expect(accepted).toMatchObject({ status: 200, body: { status: 'matched' } });
    const made = (await actor.get(`/v1/accounting/bank-matches/${accepted.body.matchId}`)).body;
    expect(made).toMatchObject({ method: 'suggestion', ruleId: rule.id });
    const entry = (await actor.get(`/v1/accounting/journal-entries/${made.entryId}`)).body;
    expect(entry.lines).toMatchObject([
      { accountCode: '1940', credit: '10.00' },
      { accountCode: '4000', debit: '3.33', description: 'Account keeping' },
      { accountCode: '3800', debit: '6.67' },
    ]);
  });

  it('acts by itself where it says so, also without a score of the bank account, and not where the books have the line', async () => {
    const lines = await told();
    const party = await newCustomer(actor);
    const items = [
      await openItem(actor, party, '40.00'),
      await openItem(actor, party, '70.00', { date: '2026-01-04' }),
    ];
    await create({ isAutomatic: true });
    await create({
      isAutomatic: true,
      conditions: { text: { operator: 'starts_with', value: 'moved' } },
      action: { kind: 'exclude', reason: 'Own account' },
    });
    const { body: payment } = await create({
      isAutomatic: true,
      conditions: { counterpartyName: { operator: 'equals', value: 'nordlicht gmbh' } },
      action: { kind: 'settle', partyId: party },
    });
    await book(actor, '-10.00', { date: '2026-01-30', reference: 'keeping January', against: '4000' });
    expect(await run()).toMatchObject({ suggested: 3, accepted: 2, refused: 0 });
    expect(await Promise.all(lines.map((line) => statusOf(actor, line)))).toEqual(['unmatched', 'excluded', 'matched']);
    expect((await actor.get(`${statementLines}/${lines[1]!.id}`)).body).toMatchObject({ reason: 'Own account' });
    const open = await Promise.all(
      items.map(async (id) => (await actor.get(`/v1/accounting/open-items/${id}`)).body.openAmount),
    );
    expect(open).toEqual(['0.00', '10.00']);
    expect((await actor.get(`/v1/accounting/bank-matches?ruleId=${payment.id}`)).body.data).toMatchObject([
      { method: 'automatic' },
    ]);
  });

  it('is not what was suggested once it was changed', async () => {
    await told();
    const { body: rule } = await create();
    await run();
    const [found] = await suggestionsOf(actor);
    await actor.patch(`${bankRules}/${rule.id}`, { name: 'Fees' }, '"1"');
    expect(await actor.post(`${bankSuggestions}/${found.id}/accept`, {})).toMatchObject({
      status: 409,
      body: { code: 'bank_suggestion_stale' },
    });
    await actor.patch(`${bankRules}/${rule.id}`, { status: 'inactive' }, '"2"');
    expect(await run()).toMatchObject({ suggested: 0 });
  });

  it('is managed by those who may', async () => {
    const clerk = await colleagueOf(actor, ['bookkeeper']);
    expect(await clerk.post(bankRules, fee)).toMatchObject({ status: 403 });
    expect(await clerk.get(bankRules)).toMatchObject({ status: 200 });
  });
});
