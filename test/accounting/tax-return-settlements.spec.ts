import { colleagueOf } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { fileReturn, keepTaxes, openReturn, taxed, taxReturns } from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';
import {
  balanceOf,
  boxAmount,
  filedQuarter,
  keepSettledTaxes,
  nameSettlement,
  reverse,
  roundedForm,
  settle,
  settlementPath,
} from '../support/tax-settlements.js';

const accounts = ['1200', '2100', '2650'];

describe('the settlement of a filed return', () => {
  it('clears the tax accounts, both sides of reverse charge too, onto what is due to the authority', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const id = await filedQuarter(actor, formId);
    const lines = [
      { accountCode: '1200', debit: '0.00', credit: '600.00' },
      { accountCode: '2100', debit: '750.00', credit: '0.00' },
      { accountCode: '2650', debit: '0.00', credit: '150.00' },
    ];
    const expected = {
      status: 'settled',
      dueBox: '70',
      amountDue: '150.00',
      rounding: '0.00',
      accountCode: '2650',
      lines,
    };
    const dry = await settle(actor, id, {}, '?dryRun=true');
    expect(dry).toMatchObject({ status: 201, body: expected });
    expect((await actor.get(`${taxReturns}/${id}`)).body).toMatchObject({ settlementId: null, settledOn: null });
    expect(await balanceOf(actor, '2650')).toBe('0.00');

    const settled = await settle(actor, id);
    expect(settled).toMatchObject({ status: 201, body: { ...expected, taxReturnId: id, settledOn: '2024-03-31' } });
    const { id: settlementId, entryId: settlementEntryId } = settled.body;
    expect(await boxAmount(actor, id, '70')).toBe('150.00');
    for (const code of accounts) {
      expect([code, await balanceOf(actor, code)]).toEqual([code, code === '2650' ? '-150.00' : '0.00']);
    }
    const link = { settlementId, settlementEntryId, settledOn: '2024-03-31', status: 'filed' };
    expect((await actor.get(`${taxReturns}/${id}`)).body).toMatchObject({ ...link, version: 3 });
    // Who keeps a copy of the return learns of it.
    const { createdAt } = settled.body as { createdAt: string };
    expect((await actor.get(`${taxReturns}?updatedAt[gte]=${createdAt}`)).body.data).toMatchObject([
      { id, version: 3 },
    ]);
    expect((await actor.get(`${taxReturns}?isSettled=true`)).body.data).toMatchObject([{ id }]);
    expect((await actor.get(`${taxReturns}?isSettled=false`)).body.data).toEqual([]);
    const entry = await actor.get(`/v1/accounting/journal-entries/${settlementEntryId}`);
    expect(entry.body).toMatchObject({ origin: { type: 'tax_return_settlement', id: settlementId } });
    const listed = await actor.get(`${settlementPath}?taxReturnId=${id}&status=settled`);
    expect(listed.body.data).toMatchObject([{ id: settlementId, amountDue: '150.00' }]);
    expect((await actor.get(`${settlementPath}/${settlementId}`)).body).toEqual(settled.body);
    // It is no posting that somebody forgot a tax line of.
    expect((await actor.get(`${taxReturns}/${id}/reconciliation`)).body).toMatchObject({
      accounts: [
        { accountCode: '1200', movement: '0.00', declared: '-600.00', withoutTaxLines: '0.00', settled: '600.00' },
        { accountCode: '2100', movement: '0.00', declared: '750.00', withoutTaxLines: '0.00', settled: '-750.00' },
      ],
      postingWithoutTaxLineCount: 0,
    });
  });

  it('is a claim where more is deducted than owed', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const id = await filedQuarter(actor, formId, [taxed('2024-02-10', '400.00', { kind: 'purchase' })]);
    const settled = await settle(actor, id, { settledOn: '2024-04-15' });
    expect(settled).toMatchObject({ status: 201, body: { amountDue: '-100.00' } });
    expect(await balanceOf(actor, '2650')).toBe('100.00');
    expect(await balanceOf(actor, '2650', '2024-04-14')).toBe('0.00');
  });

  it('is of late lines with the return that declares them', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const first = await filedQuarter(actor, formId);
    await postDocuments(actor, taxed('2024-04-10', '80.00', { taxPointOn: '2024-03-28' }));
    expect((await settle(actor, first)).body).toMatchObject({ amountDue: '150.00' });
    expect(await balanceOf(actor, '2100')).toBe('-20.00');
    const { id: second } = await openReturn(actor, formId);
    expect(await fileReturn(actor, second)).toMatchObject({ status: 200 });
    const settled = await settle(actor, second, { settledOn: '2024-06-30' });
    expect(settled.body).toMatchObject({ amountDue: '20.00', startsOn: '2024-04-01' });
    expect(await balanceOf(actor, '2100')).toBe('0.00');
    expect(await balanceOf(actor, '2650')).toBe('-170.00');
  });

  it('is of the difference alone for an amendment, whichever is settled first', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const first = await filedQuarter(actor, formId);
    await postDocuments(actor, taxed('2024-03-10', '80.00'));
    const amend = await actor.post(`${taxReturns}/${first}/amend`, { reason: 'Forgotten' }, { 'If-Match': '"2"' });
    expect(amend.status).toBe(201);
    const { id } = amend.body as { id: string };
    expect(await fileReturn(actor, id)).toMatchObject({ status: 200 });
    const lines = [
      { accountCode: '2100', debit: '20.00' },
      { accountCode: '2650', credit: '20.00' },
    ];
    expect((await settle(actor, id)).body).toMatchObject({ amountDue: '20.00', revision: 1, lines });
    expect((await settle(actor, first)).body).toMatchObject({ amountDue: '150.00', revision: 0 });
    for (const code of accounts) {
      expect([code, await balanceOf(actor, code)]).toEqual([code, code === '2650' ? '-170.00' : '0.00']);
    }
  });
});

describe('boxes in whole units', () => {
  it('leave what they drop on the account for rounding differences', async () => {
    const { actor } = await keepTaxes();
    await nameSettlement(actor);
    const VAT = { code: 'X', name: 'X', appliesTo: 'sale', kind: 'vat', category: 'S', computation: 'percentage' };
    const code = { ...VAT, outputAccountCode: '2100', rates: [{ validFrom: '2024-01-01', rate: '0.25' }] };
    expect(await actor.post('/v1/accounting/tax-codes', code)).toMatchObject({ status: 201 });
    const formId = await roundedForm(actor, 'X', { dueBox: '10' });
    const documents = [
      taxed('2024-02-01', '100.30', { taxCode: 'X' }),
      taxed('2024-02-02', '100.50', { taxCode: 'X' }),
    ];
    const id = await filedQuarter(actor, formId, documents);
    // 25.08 and 25.13 in the books, 50 on the form.
    expect(await settle(actor, id)).toMatchObject({
      status: 422,
      body: { code: 'tax_return_settlement_refused', errors: [{ code: 'rounding_account_missing' }] },
    });
    await nameRounding(actor);
    const lines = [
      { accountCode: '2100', debit: '50.21', credit: '0.00' },
      { accountCode: '3999', debit: '0.00', credit: '0.21' },
      { accountCode: '2650', debit: '0.00', credit: '50.00' },
    ];
    const settled = await settle(actor, id);
    expect(settled).toMatchObject({ status: 201, body: { amountDue: '50.00', rounding: '-0.21', lines } });
    expect(await balanceOf(actor, '2100')).toBe('0.00');
  });
});

describe('a settlement that is reversed', () => {
  it('leaves the return to be settled anew, and nothing else takes its entry back', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const id = await filedQuarter(actor, formId);
    const { body: first } = await settle(actor, id);
    expect(await settle(actor, id)).toMatchObject({ status: 409, body: { code: 'tax_return_state' } });
    const direct = await actor.post(`/v1/accounting/journal-entries/${first.entryId}/reverse`, {});
    expect(direct.status).toBe(422);
    expect(await reverse(actor, first.id, { reversedOn: '2024-03-30' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reversedOn', code: 'reversed_too_early' }] },
    });
    const reversed = await reverse(actor, first.id);
    expect(reversed).toMatchObject({
      status: 200,
      body: {
        status: 'reversed',
        reversedOn: '2024-03-31',
        reversalReason: 'Wrong date',
        reversalEntryId: expect.any(String),
      },
    });
    expect(await reverse(actor, first.id)).toMatchObject({ status: 409 });
    expect((await actor.get(`${taxReturns}/${id}`)).body).toMatchObject({
      settlementId: null,
      settlementEntryId: null,
    });
    expect(await balanceOf(actor, '2650')).toBe('0.00');
    expect(await balanceOf(actor, '2100')).toBe('-750.00');
    expect(await settle(actor, id, { settledOn: '2024-04-30' })).toMatchObject({ status: 201 });
    expect(await balanceOf(actor, '2100')).toBe('0.00');
    expect((await actor.get(`${settlementPath}?taxReturnId=${id}`)).body.data).toHaveLength(2);
    await dispatchEvents(actor.organizationId);
    const { body: events } = await actor.get('/v1/events?limit=200');
    const told = (events.data as { type: string; subject: string }[]).filter(({ type }) => type.includes('settle'));
    expect(told.map(({ type }) => type).sort()).toEqual([
      'accounting.tax_return.settled.v1',
      'accounting.tax_return.settled.v1',
      'accounting.tax_return.settlement_reversed.v1',
    ]);
  });

  it('settles once, and is reversed once, however many ask', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const id = await filedQuarter(actor, formId);
    const statuses = (answers: { status: number }[]) =>
      answers.map(({ status }) => status).sort((one, other) => one - other);
    const settled = await Promise.all(Array.from({ length: 12 }, () => settle(actor, id)));
    expect(statuses(settled)).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
    const { body } = settled.find(({ status }) => status === 201)!;
    const reversed = await Promise.all(Array.from({ length: 12 }, () => reverse(actor, body.id as string)));
    expect(statuses(reversed)).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    expect(await balanceOf(actor, '2650')).toBe('0.00');
  });
});

describe('a return is not settled', () => {
  it('that is open, empty, or before its period ends', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
    expect(await settle(actor, id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/not filed/) },
    });
    expect(await fileReturn(actor, id)).toMatchObject({ status: 200 });
    expect(await settle(actor, id)).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/no tax/) } });
    expect(await settle(actor, id, { settledOn: '2024-03-30' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/settledOn', code: 'before_period_end' }] },
    });
    expect(await settle(actor, id, { settledOn: '2027-03-31' })).toMatchObject({ status: 409 });
  });

  it('without an account for it, onto a tax account, or into a closed period', async () => {
    const { actor, formId } = await keepTaxes();
    const id = await filedQuarter(actor, formId);
    expect(await settle(actor, id)).toMatchObject({ status: 409, body: { code: 'posting_account_missing' } });
    const named = await actor.post('/v1/accounting/posting-accounts', {
      purpose: 'tax_settlement',
      accountCode: '2100',
    });
    expect(named.status).toBe(201);
    expect(await settle(actor, id)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'settlement_on_tax_account' }] },
    });
    expect(await settle(actor, id, { settledOn: '2027-03-31' })).toMatchObject({ status: 422 });
    const path = `/v1/accounting/posting-accounts/${named.body.id}`;
    await actor.post('/v1/accounting/accounts', { code: '2650', name: 'VAT to pay', type: 'liability' });
    expect(await actor.patch(path, { accountCode: '2650' }, '"1"')).toMatchObject({ status: 200 });
    expect(await settle(actor, id, { settledOn: '2027-03-31' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/settledOn' }] },
    });
    expect(await settle(actor, id)).toMatchObject({ status: 201 });
  });

  it('by a box that is unknown, not that of the form, or lacks some of the tax', async () => {
    const { actor } = await keepSettledTaxes();
    expect(
      await actor.post('/v1/accounting/tax-codes', {
        code: 'X',
        name: 'X',
        appliesTo: 'sale',
        kind: 'vat',
        category: 'S',
        computation: 'percentage',
        outputAccountCode: '2100',
        rates: [{ validFrom: '2024-01-01', rate: '0.25' }],
      }),
    ).toMatchObject({ status: 201 });
    const formId = await roundedForm(actor, 'X');
    await nameRounding(actor);
    const id = await filedQuarter(actor, formId, [taxed('2024-02-01', '100.30', { taxCode: 'X' })]);
    const refused = async (body: object, code: string) =>
      expect(await settle(actor, id, body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/dueBox', code }] },
      });
    await refused({}, 'due_box_required');
    await refused({ dueBox: '99' }, 'unknown_box');
    await refused({ dueBox: '20' }, 'taxes_beside_box');
    expect(await settle(actor, id, { dueBox: '10' })).toMatchObject({ status: 201, body: { dueBox: '10' } });

    const { actor: other, formId: named } = await keepSettledTaxes();
    const filed = await filedQuarter(other, named);
    expect(await settle(other, filed, { dueBox: '40' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/dueBox', code: 'other_due_box' }] },
    });
    const unknown = {
      validFrom: '2024-04-01',
      boxes: [{ code: '1', name: 'A', kind: 'lines', amount: 'tax' }],
      dueBox: '2',
    };
    expect(await other.post(`/v1/accounting/tax-return-forms/${named}/versions`, unknown)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/dueBox', code: 'unknown_box' }] },
    });
  });

  it('by who may not', async () => {
    const { actor, formId } = await keepSettledTaxes();
    const id = await filedQuarter(actor, formId);
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await settle(bookkeeper, id)).toMatchObject({ status: 403 });
    expect((await bookkeeper.get(settlementPath)).body.data).toEqual([]);
    expect(await settle(actor, '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11')).toMatchObject({ status: 404 });
  });
});

async function nameRounding(actor: Awaited<ReturnType<typeof keepTaxes>>['actor']): Promise<void> {
  const path = `/v1/accounting/books/${actor.legalEntityId}`;
  const version = (await actor.get(path)).headers.etag!;
  const named = await actor.patch(path, { roundingAccountCode: '3999' }, version);
  expect(named).toMatchObject({ status: 200 });
}
