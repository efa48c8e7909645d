import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { confirm, levelOf, newRun, openDunning, remind } from '../support/dunning.js';
import { charge, itemNow, newCustomer, pay } from '../support/receivables.js';

const levels = '/v1/accounting/dunning-levels';
const letters = '/v1/accounting/dunning-letters';
const runs = '/v1/accounting/dunning-runs';
const blocks = '/v1/accounting/dunning-blocks';

let actor: Actor;
let customer: string;

async function open(steps?: readonly object[]) {
  actor = await newActor();
  await openDunning(actor, steps);
  customer = await newCustomer(actor);
}

const preview = async (runOn: string, more = '') =>
  (await actor.get(`/v1/accounting/dunning-preview?runOn=${runOn}${more}`)).body;

describe('a run', () => {
  beforeEach(() => open());

  it('reminds of each item one level after the other, and of the highest in the letter', async () => {
    const first = await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    const [letter] = await remind(actor, '2026-03-20');
    expect(letter).toMatchObject({
      level: 1,
      totalAmount: '100.00',
      payBy: '2026-04-03',
      entryId: null,
      language: 'en',
    });
    const second = await charge(actor, customer, { amount: '50.00', dueOn: '2026-03-15' });

    const [later] = await remind(actor, '2026-03-30');
    expect(later).toMatchObject({ level: 2, overdueAmount: '150.00' });
    const { body } = await actor.get(`${letters}/${later.id}`);
    expect(body).toMatchObject({
      subject: 'Second payment reminder',
      recipient: { name: 'Nordlicht GmbH' },
      items: [
        { openItemId: first.id, level: 2, openAmount: '100.00' },
        { openItemId: second.id, level: 1, openAmount: '50.00' },
      ],
    });
    expect(body.conclusion).toContain('150.00 EUR by April 13, 2026');
    expect(await itemNow(actor, first.id)).toMatchObject({ dunningLevel: 2, lastRemindedOn: '2026-03-30' });
    const listed = await actor.get('/v1/accounting/open-items?dunningLevel=1');
    expect(listed.body.data).toMatchObject([{ id: second.id }]);
    const history = await actor.get(`${letters}?openItemId=${first.id}`);
    expect(history.body.data.map(({ level }: { level: number }) => level)).toEqual([2, 1]);
  });

  it('proposes what is as it is, page by page, and says why something is left out', async () => {
    const other = await newCustomer(actor, 'Südwind AG');
    await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    const disputed = await charge(actor, other, { amount: '70.00', dueOn: '2026-03-10' });
    await charge(actor, other, { amount: '30.00', dueOn: '2026-03-25' });
    await actor.post(blocks, { openItemId: disputed.id, reason: 'Disputed' });
    const whole = await preview('2026-03-20');
    expect(whole).toMatchObject({
      letterCount: 1,
      totals: [{ currency: 'EUR', letterCount: 1, totalAmount: '100.00' }],
      proposals: [
        { partyId: customer, level: 1, totalAmount: '100.00', items: [{ skipped: null, daysOverdue: 10 }] },
        { partyId: other, level: null, items: [{ skipped: { code: 'item_blocked', reason: 'Disputed' } }] },
      ],
      next: null,
    });
    const page = await preview('2026-03-20', '&limit=1');
    expect(page).toMatchObject({ letterCount: 1, digest: whole.digest, proposals: [{ partyId: customer }] });
    const rest = await preview('2026-03-20', `&limit=1&after=${page.next}`);
    expect(rest).toMatchObject({ proposals: [{ partyId: other }], next: null });
    const madeUp = await actor.get(`/v1/accounting/dunning-preview?after=${'A'.repeat(50)}`);
    expect(madeUp).toMatchObject({ status: 400, body: { code: 'invalid_cursor', errors: [{ pointer: '?after' }] } });
    expect((await preview('2026-03-20', `&partyId=${other}`)).proposals).toHaveLength(1);
  });

  it('leaves out who and what its draft says', async () => {
    const other = await newCustomer(actor, 'Südwind AG');
    const mine = await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    await charge(actor, customer, { amount: '11.00', dueOn: '2026-03-11' });
    await charge(actor, other, { amount: '70.00', dueOn: '2026-03-10' });
    const run = await newRun(actor, '2026-03-21');
    const exclusions = [
      { partyId: other, reason: 'Has called' },
      { openItemId: mine.id, reason: 'Paid by cheque' },
    ];
    const changed = await actor.patch(`${runs}/${run.id}`, { exclusions }, '"1"');
    expect(changed).toMatchObject({
      status: 200,
      body: { version: 2, exclusions: [{ partyId: other }, { openItemId: mine.id }] },
    });
    const { body } = await actor.get(`${runs}/${run.id}/proposal`);
    expect(body.proposals).toMatchObject([
      {
        overdueAmount: '11.00',
        items: [{ skipped: { code: 'excluded', reason: 'Paid by cheque' } }, { skipped: null }],
      },
      { level: null, skipped: { code: 'excluded', reason: 'Has called' } },
    ]);
    const confirmed = await confirm(actor, changed.body);
    expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', letterCount: 1, version: 3 } });
    expect(await actor.get(`${runs}/${run.id}/proposal`)).toMatchObject({ status: 409 });
    for (const late of [
      await confirm(actor, confirmed.body),
      await actor.patch(`${runs}/${run.id}`, {}, '"3"'),
      await actor.delete(`${runs}/${run.id}`, '"3"'),
    ]) {
      expect(late).toMatchObject({ status: 409, body: { code: 'dunning_run_confirmed' } });
    }
  });

  it('drops what was settled meanwhile, and writes nothing else than what was read', async () => {
    const item = await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    await charge(actor, customer, { amount: '20.00', dueOn: '2026-03-11' });
    const run = await newRun(actor, '2026-03-25');
    const { digest } = (await actor.get(`${runs}/${run.id}/proposal`)).body;
    const paid = await pay(actor, customer, { amount: '100.00', entryDate: '2026-03-12' });
    await actor.post('/v1/accounting/allocations', {
      pairs: [{ debitItemId: item.id, creditItemId: paid.id }],
    });
    const refused = await confirm(actor, run, { digest });
    expect(refused).toMatchObject({ status: 409, body: { code: 'dunning_run_changed' } });
    expect((await confirm(actor, run)).body).toMatchObject({ letterCount: 1 });
    const { body } = await actor.get(`${letters}?runId=${run.id}`);
    expect(body.data).toMatchObject([{ overdueAmount: '20.00' }]);
  });

  it('is not confirmed where nobody is to be reminded', async () => {
    const run = await newRun(actor, '2026-03-25');
    expect(await confirm(actor, run)).toMatchObject({ status: 409, body: { code: 'dunning_run_empty' } });
    expect(await actor.delete(`${runs}/${run.id}`, '"1"')).toMatchObject({ status: 204 });
  });

  it.each<[string, object, string]>([
    ['of tomorrow', { runOn: '2199-01-01' }, '/runOn'],
    ['that leaves out nobody', { exclusions: [{ reason: 'x' }] }, '/exclusions/0'],
    [
      'that leaves out an unknown customer',
      { exclusions: [{ partyId: newId(), reason: 'x' }] },
      '/exclusions/0/partyId',
    ],
    [
      'that leaves out an unknown item',
      { exclusions: [{ openItemId: newId(), reason: 'x' }] },
      '/exclusions/0/openItemId',
    ],
    [
      'that leaves out a currency of an item',
      { exclusions: [{ openItemId: newId(), currency: 'EUR', reason: 'x' }] },
      '/exclusions/0/currency',
    ],
  ])('is refused %s', async (_, body, pointer) => {
    const refused = await actor.post(runs, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'dunning_run_refused', errors: [{ pointer }] } });
  });

  it('of two at once writes each letter once', async () => {
    const customers = await Promise.all([1, 2, 3].map((at) => newCustomer(actor, `Customer ${at}`)));
    for (const one of customers) await charge(actor, one, { amount: '10.00', dueOn: '2026-03-10' });
    const drafts = await Promise.all([1, 2, 3, 4].map(() => newRun(actor, '2026-03-25')));
    const answers = await Promise.all(drafts.map((draft) => confirm(actor, draft)));
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
      Array.from({ length: 3 }, () => 'dunning_run_empty'),
    );
    expect((await actor.get(`${letters}?limit=100`)).body.data).toHaveLength(3);
  });

  it('becomes a job where it is asked for', async () => {
    await charge(actor, customer, { amount: '10.00', dueOn: '2026-03-10' });
    const run = await newRun(actor, '2026-03-25');
    const headers = { 'If-Match': '"1"', Prefer: 'respond-async' };
    const accepted = await actor.post(`${runs}/${run.id}/confirm`, {}, headers);
    expect(accepted).toMatchObject({ status: 202, body: { kind: 'accounting.dunning_run' } });
  });
});

describe('charges', () => {
  const fees = [{ currency: 'EUR', amount: '5.00' }];
  const interest = { rate: '3.65', dayCount: 'act_365' };
  beforeEach(() =>
    open([levelOf(1, { fees, interest, postsCharges: true }), levelOf(2, { interest, postsCharges: true })]),
  );

  it('are posted, owed when the letter is due, and bear no interest themselves', async () => {
    const item = await charge(actor, customer, { amount: '1000.00', dueOn: '2026-03-10' });
    const [letter] = await remind(actor, '2026-03-20');
    expect(letter).toMatchObject({
      fee: '5.00',
      interest: '1.00',
      totalAmount: '1006.00',
      entryId: expect.any(String),
    });
    const { body: entry } = await actor.get(`/v1/accounting/journal-entries/${letter.entryId}`);
    expect(entry).toMatchObject({
      origin: { type: 'dunning_letter', id: letter.id },
      lines: [
        { accountCode: '1100', debit: '6.00', partyId: customer, dueOn: '2026-04-03' },
        { accountCode: '3900', credit: '5.00' },
        { accountCode: '3900', credit: '1.00' },
      ],
    });
    // Interest goes on after what was charged; the charges are reminded of, and bear none.
    const [second] = await remind(actor, '2026-04-20');
    expect(second).toMatchObject({ level: 2, overdueAmount: '1006.00', interest: '3.10', fee: '0.00' });
    const { body } = await actor.get(`${letters}/${second.id}`);
    expect(body.items).toMatchObject([
      { openItemId: item.id, interest: '3.10', interestAfter: '2026-03-20', interestThrough: '2026-04-20' },
      { openAmount: '6.00', level: 1, interest: '0.00', interestAfter: null },
    ]);
  });

  it('are taken back with the letter, the last one first', async () => {
    const item = await charge(actor, customer, { amount: '1000.00', dueOn: '2026-03-10' });
    const [first] = await remind(actor, '2026-03-20');
    const [second] = await remind(actor, '2026-04-20');
    const cancel = (id: string, body: object = {}) =>
      actor.post(`${letters}/${id}/cancel`, { reason: 'Wrong', ...body });
    expect(await cancel(first.id)).toMatchObject({ status: 409, body: { code: 'dunning_letter_kept' } });
    const early = await cancel(second.id, { cancelledOn: '2026-04-19' });
    expect(early).toMatchObject({ status: 409, body: { errors: [{ pointer: '/cancelledOn' }] } });
    expect(await cancel(second.id, { cancelledOn: '2026-04-21' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancelledOn: '2026-04-21' },
    });
    expect(await itemNow(actor, item.id)).toMatchObject({ dunningLevel: 1, lastRemindedOn: '2026-03-20' });
    expect(await cancel(second.id)).toMatchObject({ status: 409, body: { code: 'dunning_letter_cancelled' } });
    const { body: entry } = await actor.get(`/v1/accounting/journal-entries/${second.entryId}`);
    expect(entry.reversedBy).not.toBeNull();
    // And again at the same level.
    const [again] = await remind(actor, '2026-04-30');
    expect(again).toMatchObject({ level: 2, interest: '4.10' });
    expect(await actor.post(`/v1/accounting/journal-entries/${again.entryId}/reverse`, {})).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'belongs_to_document' }] },
    });
  });

  it('that are paid keep their letter', async () => {
    await charge(actor, customer, { amount: '1000.00', dueOn: '2026-03-10' });
    const [letter] = await remind(actor, '2026-03-20');
    const [fee] = (await actor.get(`/v1/accounting/open-items?entryId=${letter.entryId}`)).body.data;
    const paid = await pay(actor, customer, { amount: '6.00', entryDate: '2026-03-21' });
    await actor.post('/v1/accounting/allocations', { pairs: [{ debitItemId: fee.id, creditItemId: paid.id }] });
    const refused = await actor.post(`${letters}/${letter.id}/cancel`, { reason: 'Wrong' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'items_settled' } });
    expect((await actor.get(`${letters}/${letter.id}`)).body.status).toBe('issued');
  });

  it('are refused with the customer where the ledger refuses them, and nothing is written', async () => {
    await charge(actor, customer, { amount: '1000.00', entryDate: '2026-11-01', dueOn: '2026-11-02' });
    const year = (await actor.get('/v1/accounting/fiscal-periods?limit=100')).body.data;
    const november = year.find(({ startsOn }: { startsOn: string }) => startsOn === '2026-11-01');
    await actor.post(`/v1/accounting/fiscal-periods/${november.id}/close`, {}, { 'If-Match': `"${november.version}"` });
    const run = await newRun(actor, '2026-11-20');
    const refused = await confirm(actor, run);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'period_closed', detail: expect.stringContaining('Nordlicht') },
    });
    expect((await actor.get(`${runs}/${run.id}`)).body.status).toBe('draft');
  });
});

describe('levels', () => {
  it('come as three at once, and are changed one by one', async () => {
    await open([]);
    const three = await actor.post(`${levels}/standard`, {});
    expect(three.body.levels).toMatchObject([{ level: 1 }, { level: 2 }, { level: 3, name: 'Final reminder' }]);
    expect(await actor.post(`${levels}/standard`, {})).toMatchObject({
      status: 409,
      body: { code: 'dunning_level_taken' },
    });
    const [first, , third] = three.body.levels;
    const texts = [{ language: 'de', subject: 'Hallo {{partyName}}', introduction: 'a', conclusion: 'b' }];
    const changed = await actor.patch(
      `${levels}/${first.id}`,
      { texts, interest: { rate: '5', dayCount: '30e_360' } },
      '"1"',
    );
    expect(changed).toMatchObject({ status: 200, body: { version: 2, interest: { rate: '5' }, daysOverdue: 7 } });
    expect(await actor.patch(`${levels}/${first.id}`, { interest: null }, '"2"')).toMatchObject({
      body: { interest: null },
    });
    expect(await actor.delete(`${levels}/${first.id}`, '"3"')).toMatchObject({
      status: 409,
      body: { code: 'dunning_level_in_use' },
    });
    expect(await actor.delete(`${levels}/${third.id}`, '"1"')).toMatchObject({ status: 204 });
    await actor.patch(`/v1/accounting/parties/${customer}`, { language: 'de' }, '"1"');
    await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    const [letter] = await remind(actor, '2026-03-20');
    expect((await actor.get(`${letters}/${letter.id}`)).body).toMatchObject({
      language: 'de',
      subject: 'Hallo Nordlicht GmbH',
    });
    const second = three.body.levels[1];
    expect(await actor.delete(`${levels}/${second.id}`, '"1"')).toMatchObject({ status: 204 });
    const used = await actor.delete(`${levels}/${first.id}`, '"3"');
    expect(used).toMatchObject({ status: 409, body: { code: 'dunning_level_in_use' } });
  });

  const text = { language: 'en', subject: 'x', introduction: 'y', conclusion: 'z' };
  it.each<[string, object, string]>([
    ['after a gap', { level: 3 }, '/level'],
    ['with a placeholder that there is not', { texts: [{ ...text, conclusion: '{{payby}}' }] }, '/texts/0/conclusion'],
    ['with two texts in a language', { texts: [text, text] }, '/texts/1/language'],
    ['with a tenth of a cent', { fees: [{ currency: 'EUR', amount: '0.001' }] }, '/fees/0/amount'],
    ['with more than all for interest', { interest: { rate: '101', dayCount: 'act_365' } }, '/interest/rate'],
  ])('are refused %s', async (_, change, pointer) => {
    await open([levelOf(1)]);
    const refused = await actor.post(levels, { ...levelOf(2), ...change });
    expect(refused).toMatchObject({ status: 422, body: { code: 'dunning_level_refused', errors: [{ pointer }] } });
  });
});

describe('a block', () => {
  beforeEach(() => open());

  it('holds until it is lifted, or its last day', async () => {
    const item = await charge(actor, customer, { amount: '100.00', dueOn: '2026-03-10' });
    const { body: block } = await actor.post(blocks, { openItemId: item.id, reason: 'Disputed' });
    expect(block).toMatchObject({ partyId: customer, isLifted: false, createdBy: expect.any(String) });
    expect((await preview('2026-03-20')).letterCount).toBe(0);
    const lifted = await actor.post(`${blocks}/${block.id}/lift`, { reason: 'Settled' });
    expect(lifted).toMatchObject({ status: 200, body: { isLifted: true, liftReason: 'Settled' } });
    expect((await preview('2026-03-20')).letterCount).toBe(1);
    const again = await actor.post(`${blocks}/${block.id}/lift`, { reason: 'Settled' });
    expect(again).toMatchObject({ status: 409, body: { code: 'dunning_block_lifted' } });
    expect((await actor.get(`${blocks}?openItemId=${item.id}&isLifted=true`)).body.data).toHaveLength(1);
    await actor.post(blocks, { openItemId: item.id, reason: 'Promised', blockedUntil: '2199-12-31' });
    expect((await preview('2026-03-20')).proposals[0].items[0].skipped).toEqual({
      code: 'item_blocked',
      reason: 'Promised',
    });
  });

  it.each<[string, () => Promise<object>, string]>([
    ['of nothing', () => Promise.resolve({ openItemId: newId() }), '/openItemId'],
    ['of a payment', async () => ({ openItemId: (await pay(actor, customer, { amount: '1.00' })).id }), '/openItemId'],
    [
      'until yesterday',
      async () => ({ openItemId: (await charge(actor, customer, { amount: '1.00' })).id, blockedUntil: '2026-01-01' }),
      '/blockedUntil',
    ],
  ])('is refused %s', async (_, made, pointer) => {
    const refused = await actor.post(blocks, { reason: 'x', ...(await made()) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'dunning_block_refused', errors: [{ pointer }] } });
  });
});

it('customers who are blocked or on hold get no letter, others less what they have in credit', async () => {
  await open();
  const [blocked, held, paid, merged] = await Promise.all(['B', 'H', 'P', 'M'].map((name) => newCustomer(actor, name)));
  for (const one of [customer, blocked, held, paid, merged]) {
    await charge(actor, one!, { amount: '100.00', dueOn: '2026-03-10' });
  }
  await pay(actor, customer, { amount: '30.00', entryDate: '2026-03-12' });
  await pay(actor, paid!, { amount: '100.00', entryDate: '2026-03-12' });
  await actor.patch(`/v1/accounting/parties/${blocked}`, { isDunningBlocked: true }, '"1"');
  await actor.post(`/v1/accounting/parties/${held}/hold`, { reason: 'x' }, { 'If-Match': '"1"' });
  const codes = async (more = '') =>
    (await preview('2026-03-20', more)).proposals.map(
      ({ skipped }: { skipped: { code: string } | null }) => skipped?.code ?? 'none',
    );
  expect((await codes()).sort()).toEqual(['covered_by_credits', 'none', 'none', 'party_blocked', 'party_on_hold']);
  expect(await codes('&includesPartiesOnHold=true')).not.toContain('party_on_hold');
  const own = await preview('2026-03-20', `&partyId=${customer}`);
  expect(own.proposals).toMatchObject([{ overdueAmount: '100.00', creditAmount: '30.00', totalAmount: '70.00' }]);
});
