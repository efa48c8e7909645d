import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import {
  addBankAccount,
  bankAccounts,
  IBAN,
  mt940,
  statementImports,
  statementLines,
} from '../support/bank-statements.js';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const addAccount = (fields: object) => actor.post('/v1/accounting/accounts', { name: 'A', type: 'asset', ...fields });
const create = (fields: object) =>
  actor.post(bankAccounts, { name: 'B', accountCode: '1940', startsOn: '2026-01-01', openingBalance: '0', ...fields });
const update = ({ id, version }: { id: string; version: number }, fields: object) =>
  actor.patch(`${bankAccounts}/${id}`, fields, `"${version}"`);

it('is one for each ledger account, in its currency', async () => {
  const made = await addBankAccount(actor, {
    ledger: { currency: 'SEK' },
    iban: null,
    number: '123-4',
    bic: 'BYLADEM1001',
  });
  expect(made).toMatchObject({
    legalEntityId: actor.legalEntityId,
    accountCode: '1940',
    currency: 'SEK',
    openingBalance: '100.00',
    statedOn: null,
    statedBalance: '100.00',
    csvMappings: [],
    status: 'active',
    version: 1,
  });
  expect((await actor.get(`${bankAccounts}/${made.id}`)).body).toEqual(made);
  expect((await actor.get(`${bankAccounts}?currency=SEK&status=active`)).body.data).toEqual([made]);
  expect(await create({})).toMatchObject({
    status: 409,
    body: { code: 'bank_account_taken', errors: [{ pointer: '/accountCode' }] },
  });
  await addAccount({ code: '1950', control: 'bank' });
  expect(await create({ accountCode: '1950', number: '123-4', currency: 'SEK' })).toMatchObject({
    status: 409,
    body: { errors: [{ pointer: '/number' }] },
  });
});

it.each([
  [{ accountCode: '9' }, [{ pointer: '/accountCode', code: 'unknown_account' }]],
  [{ accountCode: '1000' }, [{ pointer: '/accountCode', code: 'account_of_no_bank' }]],
  [{ currency: 'USD' }, [{ pointer: '/currency', code: 'currency_differs' }]],
  [
    { iban: 'DE03120300000000202051', openingBalance: '1.001' },
    [
      { pointer: '/iban', code: 'invalid_iban' },
      { pointer: '/openingBalance', code: 'amount_scale' },
    ],
  ],
])('is refused with %j', async (fields, errors) => {
  await addAccount({ code: '1940', control: 'bank', currency: 'EUR' });
  await addAccount({ code: '1000' });
  expect(await create(fields)).toMatchObject({ status: 422, body: { code: 'bank_account_refused', errors } });
});

it('changes but for its start, once there are statements, and keeps its ledger account', async () => {
  const made = await addBankAccount(actor);
  const changed = await update(made, { name: 'Other', openingBalance: '90.00' });
  expect(changed).toMatchObject({
    status: 200,
    body: { name: 'Other', openingBalance: '90.00', iban: IBAN, version: 2 },
  });
  await actor.upload(statementImports, mt940('1', '90.00', '91.00', [['2026-01-02', '1.00', 'x']]));
  expect(await update(changed.body, { openingBalance: '80.00' })).toMatchObject({
    status: 409,
    body: { code: 'bank_account_started' },
  });
  const { data } = (await actor.get('/v1/accounting/accounts?code=1940')).body;
  const retire = (by: object) => actor.patch(`/v1/accounting/accounts/${data[0].id}`, by, `"${data[0].version}"`);
  expect(await retire({ status: 'inactive' })).toMatchObject({ status: 409, body: { code: 'bank_account_needed' } });
  expect(await retire({ currency: 'USD' })).toMatchObject({ status: 409, body: { code: 'bank_account_needed' } });
  expect(await update({ ...changed.body }, { status: 'inactive' })).toMatchObject({ status: 200 });
  expect(await actor.upload(`${statementImports}?bankAccountId=${made.id}`, Buffer.from('x'))).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '?bankAccountId', code: 'bank_account_inactive' }] },
  });
});

it('has lines that are excluded and included again by who may', async () => {
  await addBankAccount(actor);
  await actor.upload(statementImports, mt940('1', '100.00', '101.00', [['2026-01-02', '1.00', 'x']]));
  const [line] = (await actor.get(statementLines)).body.data;
  const verb = (name: string, version: number, body: object | undefined, by = actor) =>
    by.post(`${statementLines}/${line.id}/${name}`, body, { 'If-Match': `"${version}"` });
  const excluded = await verb('exclude', 1, { reason: 'Not ours' });
  expect(excluded).toMatchObject({ status: 200, body: { status: 'excluded', reason: 'Not ours', version: 2 } });
  expect(
    (await actor.get(`${statementLines}?status=excluded&amount[gte]=1&remittance[prefix]=x`)).body.data,
  ).toHaveLength(1);
  expect(await verb('exclude', 2, { reason: 'Again' })).toMatchObject({
    status: 409,
    body: { code: 'bank_line_status' },
  });
  expect(await verb('include', 1, undefined)).toMatchObject({ status: 412 });
  const auditor = await colleagueOf(actor, ['auditor']);
  expect(await verb('include', 2, undefined, auditor)).toMatchObject({ status: 403 });
  expect(await verb('include', 2, undefined)).toMatchObject({
    status: 200,
    body: { status: 'unmatched', reason: null },
  });
  expect((await actor.get(`/v1/audit-entries?table=accounting.bank_statement_line_state&limit=5`)).status).toBeLessThan(
    500,
  );
});
