import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { addStatement, book, match, openBank, statusOf } from '../support/bank-matching.js';
import { bankRuns, bankSuggestions, matchLines, openItem, suggestionsOf } from '../support/bank-suggestions.js';
import { addBankAccount, bankAccounts, mt940, statementImports, statementLines } from '../support/bank-statements.js';
import { openShop, order } from '../support/front-office.js';
import { newCustomer } from '../support/receivables.js';
import { runJob } from '../support/run-job.js';

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

const run = () => matchLines(own, actor, bank.id);
const accept = (id: string, body: object = {}) => actor.post(`${bankSuggestions}/${id}/accept`, body);
const openOf = async (id: string) => (await actor.get(`/v1/accounting/open-items/${id}`)).body.openAmount;
const setUp = (fields: object) => actor.patch(`${bankAccounts}/${bank.id}`, fields, '"1"');

/** Two invoices that lines name, a payment that the books have, and a line that nobody knows. */
async function scene() {
  const party = await newCustomer(actor);
  const items = [
    await openItem(actor, party, '100.00', { reference: 'INV-2026-0001' }),
    await openItem(actor, party, '50.00', { reference: 'INV-2026-0002' }),
  ];
  const booked = await book(actor, '7.00', { date: '2026-01-06', reference: 'RCPT-77' });
  const told = await addStatement(actor, {
    closing: '258.00',
    lines: [
      ['2026-01-05', '100.00', 'inv 2026 0001'],
      ['2026-01-05', '50.00', 'INV-2026-0002'],
      ['2026-01-06', '7.00', 'RCPT-77'],
      ['2026-01-06', '1.00', 'Nothing to go by'],
    ],
  });
  return { party, items, booked, told };
}

describe('a run', () => {
  it('keeps what it finds, tells of the lines, and accepts nothing unless it is told to', async () => {
    const { party, items, booked, told } = await scene();
    const done = await run();
    expect(done).toMatchObject({
      bankAccountId: bank.id,
      lines: 4,
      suggested: 3,
      accepted: 0,
      refused: 0,
      refusals: [],
    });
    expect(done.endedAt).not.toBeNull();
    expect((await actor.get(`${bankRuns}?bankAccountId=${bank.id}`)).body.data).toMatchObject([{ id: done.id }]);
    const found = await suggestionsOf(actor, '&sort=bookedOn');
    expect(found).toHaveLength(3);
    expect(
      found.find(({ statementLineId }: { statementLineId: string }) => statementLineId === told[0]!.id),
    ).toMatchObject({
      score: 90,
      place: 1,
      isCertain: true,
      reasons: ['reference', 'amount'],
      partyId: party,
      items: [{ openItemId: items[0], amount: '100.00' }],
      remittance: 'inv 2026 0001',
      runId: done.id,
    });
    expect(await suggestionsOf(actor, `&statementLineId=${told[2]!.id}`)).toMatchObject([
      { score: 100, isCertain: true, ledgerLineId: booked.id, items: [] },
    ]);
    const flagged = (await actor.get(`${statementLines}?isSuggested=true&status=unmatched`)).body.data;
    expect(flagged).toHaveLength(3);
    expect((await actor.get(`${statementLines}/${told[3]!.id}`)).body).toMatchObject({ isSuggested: false });
    expect(await Promise.all(told.map((line) => statusOf(actor, line)))).toEqual(Array(4).fill('unmatched'));

    // What is matched otherwise waits no longer, and the next look finds the others once.
    expect(await match(actor, bank.id, [told[2]!], [booked])).toMatchObject({ status: 201 });
    expect(await suggestionsOf(actor)).toHaveLength(2);
    expect(await run()).toMatchObject({ lines: 3, suggested: 2 });
    expect(await suggestionsOf(actor)).toHaveLength(2);
  });

  it('accepts what is certain from the score of the bank account on', async () => {
    const { items, told } = await scene();
    expect(await setUp({ autoMatchScore: 95 })).toMatchObject({ status: 200, body: { autoMatchScore: 95 } });
    expect(await run()).toMatchObject({ suggested: 3, accepted: 1, refused: 0 });
    expect(await Promise.all(told.map((line) => statusOf(actor, line)))).toEqual([
      'unmatched',
      'unmatched',
      'matched',
      'unmatched',
    ]);
    expect(await actor.patch(`${bankAccounts}/${bank.id}`, { autoMatchScore: 85 }, '"2"')).toMatchObject({
      status: 200,
    });
    expect(await run()).toMatchObject({ lines: 3, suggested: 2, accepted: 2, refused: 0 });
    expect(await Promise.all(items.map(openOf))).toEqual(['0.00', '0.00']);
    const made = (await actor.get(`/v1/accounting/bank-matches?method=automatic`)).body.data;
    expect(made).toHaveLength(3);
    expect(await actor.patch(`${bankAccounts}/${bank.id}`, { autoMatchScore: 84 }, '"3"')).toMatchObject({
      status: 422,
    });
  });

  it('is certain of nothing that two lines may be, and tells why what was certain was refused', async () => {
    const party = await newCustomer(actor);
    await openItem(actor, party, '100.00', { reference: 'INV-2026-0001' });
    await openItem(actor, party, '30.00', { reference: 'INV-2026-0003' });
    await addStatement(actor, {
      closing: '330.00',
      lines: [
        ['2026-01-05', '100.00', 'INV-2026-0001'],
        ['2026-01-06', '100.00', 'INV-2026-0001 again'],
        ['2026-01-07', '30.00', 'INV-2026-0003'],
      ],
    });
    await setUp({ autoMatchScore: 85 });
    const periods = (await actor.get('/v1/accounting/fiscal-periods?sort=startsOn')).body.data;
    const closed = await actor.post(`/v1/accounting/fiscal-periods/${periods[0].id}/close`, {}, { 'If-Match': '"1"' });
    expect(closed).toMatchObject({ status: 200 });
    const done = await run();
    expect(done).toMatchObject({ suggested: 3, accepted: 0, refused: 1, refusals: [{ problemCode: 'period_closed' }] });
    expect(await suggestionsOf(actor, '&isCertain=true')).toHaveLength(1);
  });

  it('is certain of nothing that a line of another bank account may be', async () => {
    const party = await newCustomer(actor);
    const item = await openItem(actor, party, '100.00', { reference: 'INV-2026-0001' });
    const iban = 'NL91ABNA0417164300';
    const other = await addBankAccount(actor, { accountCode: '1941', iban });
    await addStatement(actor, { closing: '200.00', lines: [['2026-01-05', '100.00', 'INV-2026-0001']] });
    const again = mt940('1', '100.00', '200.00', [['2026-01-06', '100.00', 'INV-2026-0001']], iban);
    expect(await actor.upload(statementImports, again)).toMatchObject({ status: 200 });
    expect(await matchLines(own, actor, other.id)).toMatchObject({ suggested: 1, accepted: 0 });
    expect(await suggestionsOf(actor, '&isCertain=true')).toHaveLength(1);
    await setUp({ autoMatchScore: 85 });
    expect(await run()).toMatchObject({ suggested: 1, accepted: 0, refused: 0 });
    expect(await suggestionsOf(actor, '&isCertain=true')).toEqual([]);
    expect(await openOf(item)).toBe('100.00');
  });

  it('takes many lines of the books at once', async () => {
    const lines = Array.from({ length: 12 }, (_, index): [string, string, string] => {
      return ['2026-01-05', `${index + 1}.00`, `RCPT-${1000 + index}`];
    });
    for (const [date, amount, reference] of lines) await book(actor, amount, { date, reference });
    await addStatement(actor, { closing: '178.00', lines });
    await setUp({ autoMatchScore: 100 });
    expect(await run()).toMatchObject({ lines: 12, suggested: 12, accepted: 12, refused: 0 });
    expect((await actor.get(`${statementLines}?status=matched`)).body.data).toHaveLength(12);
  });

  it('goes on where its worker was lost, and does all of it once', async () => {
    await scene();
    await setUp({ autoMatchScore: 85 });
    const asked = await actor.post(`${bankAccounts}/${bank.id}/match-lines`);
    await Promise.all(
      [runJob(own.app, actor, asked.body.id), runJob(own.app, actor, asked.body.id)].map((one) =>
        one.catch(() => undefined),
      ),
    );
    expect((await actor.get(`${bankRuns}/${asked.body.id}`)).body).toMatchObject({
      lines: 4,
      suggested: 3,
      accepted: 3,
      refused: 0,
    });
  });

  it('follows an import where the bank account says so', async () => {
    await setUp({ matchesAfterImport: true });
    await openItem(actor, await newCustomer(actor), '9.00', { reference: 'INV-2026-0009' });
    await actor.upload(statementImports, mt940('1', '100.00', '109.00', [['2026-01-05', '9.00', 'INV-2026-0009']]));
    const [job] = (await actor.get('/v1/jobs')).body.data;
    expect(job).toMatchObject({ kind: 'accounting.bank_match_run' });
    await runJob(own.app, actor, job.id);
    expect(await suggestionsOf(actor)).toHaveLength(1);
  });

  it('knows what customers quote: their order, and the order of the shop', async () => {
    actor = await newActor();
    await openShop(actor);
    bank = await addBankAccount(actor);
    const sales = [
      order({ payments: [], externalId: 'WEB-5501' }),
      order({ payments: [], orderReference: 'PO 77/4711', externalId: 'WEB-5502' }),
    ];
    for (const one of sales)
      expect(await actor.post('/v1/accounting/sales-documents', one)).toMatchObject({ status: 200 });
    await addStatement(actor, {
      closing: '2709.80',
      lines: [
        ['2026-03-09', '1304.90', 'Order web-5501 thanks'],
        ['2026-03-09', '1304.90', 'our PO77 4711'],
      ],
    });
    await run();
    const found = await suggestionsOf(actor, '&place=1');
    expect(found).toMatchObject([
      { score: 90, isCertain: true },
      { score: 90, isCertain: true },
    ]);
    expect(new Set(found.map(({ items }: { items: { openItemId: string }[] }) => items[0]!.openItemId)).size).toBe(2);
  });

  it('takes several items of a known payer together', async () => {
    const party = await newCustomer(actor);
    const items = [
      await openItem(actor, party, '10.10'),
      await openItem(actor, party, '20.20'),
      await openItem(actor, party, '5.00'),
    ];
    await addStatement(actor, {
      closing: '130.30',
      lines: [['2026-01-05', '30.30', '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH']],
    });
    await run();
    const [found] = await suggestionsOf(actor);
    expect(found).toMatchObject({ score: 55, isCertain: false });
    // Due on the same day: in whichever order.
    const ids = found.items.map(({ openItemId }: { openItemId: string }) => openItemId);
    expect(ids.toSorted()).toEqual(items.slice(0, 2).toSorted());
    expect(await accept(found.id)).toMatchObject({ status: 200 });
    expect(await Promise.all(items.map(openOf))).toEqual(['0.00', '0.00', '5.00']);
  });
});

describe('a suggestion', () => {
  it('is accepted as it is, by one of many at once', async () => {
    const { items, told } = await scene();
    await run();
    const [found] = await suggestionsOf(actor, `&statementLineId=${told[0]!.id}`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(found.id)));
    const statuses = answers.map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array(7).fill(404)]);
    const { body } = answers.find(({ status }) => status === 200)!;
    expect(body).toMatchObject({ suggestionId: found.id, statementLineId: told[0]!.id, status: 'matched' });
    expect((await actor.get(`/v1/accounting/bank-matches/${body.matchId}`)).body).toMatchObject({
      method: 'suggestion',
      ruleId: null,
    });
    expect(await openOf(items[0]!)).toBe('0.00');
    expect(await suggestionsOf(actor, `&statementLineId=${told[0]!.id}`)).toEqual([]);
  });

  it('is stale where the item was settled meanwhile, also by another line at the same moment', async () => {
    const party = await newCustomer(actor);
    const item = await openItem(actor, party, '100.00', { reference: 'INV-2026-0001' });
    await addStatement(actor, {
      closing: '300.00',
      lines: [
        ['2026-01-05', '100.00', 'INV-2026-0001'],
        ['2026-01-06', '100.00', 'INV-2026-0001'],
      ],
    });
    await run();
    const found = await suggestionsOf(actor);
    const answers = await Promise.all(found.map(({ id }: { id: string }) => accept(id)));
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'bank_suggestion_stale', errors: [{ code: 'item_changed' }] });
    expect(refused.body.detail).toContain('Ask for suggestions anew');
    expect(await openOf(item)).toBe('0.00');
    expect(await run()).toMatchObject({ lines: 1, suggested: 0 });
  });

  it('is stale where the line of the books is taken', async () => {
    const booked = await book(actor, '7.00', { date: '2026-01-06' });
    const told = await addStatement(actor, {
      closing: '114.00',
      lines: [
        ['2026-01-06', '7.00', 'one'],
        ['2026-01-06', '7.00', 'two'],
      ],
    });
    await run();
    const [found] = await suggestionsOf(actor, `&statementLineId=${told[1]!.id}`);
    expect(await match(actor, bank.id, [told[0]!], [booked])).toMatchObject({ status: 201 });
    expect(await accept(found.id)).toMatchObject({ status: 409, body: { code: 'bank_suggestion_stale' } });
    expect(await statusOf(actor, told[1]!)).toBe('unmatched');
  });

  it('is accepted with others, all or none', async () => {
    const { told } = await scene();
    await run();
    const found = await suggestionsOf(actor);
    const ids = found.map(({ id }: { id: string }) => id);
    expect(await accept(ids[1])).toMatchObject({ status: 200 });
    const acceptAll = (suggestionIds: string[]) => actor.post(`${bankSuggestions}/accept`, { suggestionIds });
    expect(await acceptAll(ids)).toMatchObject({
      status: 409,
      body: { code: 'bank_suggestions_refused', errors: [{ pointer: '/suggestionIds/1', code: 'not_found' }] },
    });
    expect(await suggestionsOf(actor)).toHaveLength(2);
    const left = [ids[0], ids[2]];
    const answers = await Promise.all([acceptAll(left), acceptAll(left.toReversed()), acceptAll(left)]);
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 200)!.body.accepted).toHaveLength(2);
    expect(await statusOf(actor, told[3]!)).toBe('unmatched');
    expect(await suggestionsOf(actor)).toEqual([]);
  });

  it('is not made again once it was rejected, unless facts change', async () => {
    const { party, items, told } = await scene();
    await run();
    const [found] = await suggestionsOf(actor, `&statementLineId=${told[1]!.id}`);
    const rejected = await actor.post(`${bankSuggestions}/${found.id}/reject`, { reason: 'Pays an older order' });
    expect(rejected).toMatchObject({
      status: 201,
      body: { statementLineId: told[1]!.id, reason: 'Pays an older order' },
    });
    expect(await actor.post(`${bankSuggestions}/${found.id}/reject`, {})).toMatchObject({ status: 404 });
    await run();
    expect(await suggestionsOf(actor, `&statementLineId=${told[1]!.id}`)).toEqual([]);
    const asked = await actor.get(`${bankAccounts}/${bank.id}/match-suggestions?statementLineIds=${told[1]!.id}`);
    expect(asked.body.lines[0].suggestions).toEqual([]);

    await openItem(actor, party, '-10.00');
    const pay = await actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2026-01-04',
      description: 'Part',
      lines: [
        { accountCode: '1100', credit: '10.00', partyId: party },
        { accountCode: '1000', debit: '10.00' },
      ],
    });
    const [own10] = (await actor.get(`/v1/accounting/open-items?entryId=${pay.body.id}`)).body.data;
    const pairs = [{ debitItemId: items[1], creditItemId: own10.id, amount: '10.00' }];
    expect(await actor.post('/v1/accounting/allocations', { pairs })).toMatchObject({ status: 201 });
    await run();
    expect(await suggestionsOf(actor, `&statementLineId=${told[1]!.id}`)).toMatchObject([
      { items: [{ openItemId: items[1], amount: '40.00' }] },
    ]);
  });

  it('is of its own organization', async () => {
    await scene();
    await run();
    const [found] = await suggestionsOf(actor);
    const stranger = await newActor();
    expect(await suggestionsOf(stranger)).toEqual([]);
    expect(await stranger.post(`${bankSuggestions}/${found.id}/accept`, {})).toMatchObject({ status: 404 });
    expect(await stranger.post(`${bankAccounts}/${bank.id}/match-lines`)).toMatchObject({ status: 404 });
  });
});
