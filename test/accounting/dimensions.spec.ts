import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addDimension, addValue } from '../support/dimensions.js';

const dimensions = '/v1/accounting/dimensions';
const values = '/v1/accounting/dimension-values';
const rules = '/v1/accounting/dimension-rules';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const idOf = async (code: string) =>
  (await actor.get(`/v1/accounting/accounts?code=${code}`)).body.data[0].id as string;

describe('a dimension', () => {
  it('is created, read, listed and renamed', async () => {
    const body = { code: 'CC', name: 'Cost centre', kind: 'cost_centre' };
    const { status, body: made, headers } = await actor.post(dimensions, body);
    expect(status).toBe(201);
    expect(made).toMatchObject({ ...body, status: 'active', version: 1, legalEntityId: actor.legalEntityId });
    expect(headers['etag']).toBe('"1"');
    expect((await actor.get(`${dimensions}/${made.id}`)).body).toEqual(made);
    expect((await actor.get(`${dimensions}?kind=cost_centre&code[prefix]=C`)).body.data).toEqual([made]);
    expect((await actor.get(`${dimensions}?kind=project`)).body.data).toEqual([]);
    const at = `${dimensions}/${made.id}`;
    expect(await actor.patch(at, { name: 'Unit', status: 'inactive' }, '"1"')).toMatchObject({
      status: 200,
      body: { name: 'Unit', status: 'inactive', version: 2 },
    });
    expect(await actor.patch(at, { name: 'Unit' })).toMatchObject({ status: 428 });
    expect(await actor.patch(at, { name: 'Unit' }, '"1"')).toMatchObject({ status: 412 });
    expect(await actor.patch(at, { kind: 'project' }, '"2"')).toMatchObject({ status: 400 });
    expect(await actor.post(dimensions, body)).toMatchObject({
      status: 409,
      body: { code: 'dimension_code_taken', errors: [{ pointer: '/code' }] },
    });
  });

  it('takes the permission to manage books, and is of one organization', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    const body = { code: 'CC', name: 'Cost centre', kind: 'cost_centre' };
    expect(await bookkeeper.post(dimensions, body)).toMatchObject({ status: 403 });
    const { id } = await addDimension(actor, 'CC');
    expect(await bookkeeper.get(`${dimensions}/${id}`)).toMatchObject({ status: 200 });
    const stranger = await newActor();
    expect(await stranger.get(`${dimensions}/${id}`)).toMatchObject({ status: 404 });
    expect(await stranger.post(values, { dimensionId: id, code: 'A', name: 'A' })).toMatchObject({
      status: 422,
      body: { code: 'dimension_refused', errors: [{ pointer: '/dimensionId', code: 'unknown_dimension' }] },
    });
  });
});

describe('a value of a dimension', () => {
  it('is created, listed and changed within its dates', async () => {
    const { id: dimensionId } = await addDimension(actor, 'PR');
    const body = { dimensionId, code: 'P1', name: 'Bridge', validFrom: '2026-02-01', validTo: null };
    const { status, body: made } = await actor.post(values, body);
    expect(status).toBe(201);
    expect(made).toMatchObject({ ...body, dimensionCode: 'PR', status: 'active', version: 1 });
    expect((await actor.get(`${values}/${made.id}`)).body).toEqual(made);
    expect((await actor.get(`${values}?dimensionCode=PR`)).body.data).toEqual([made]);
    const at = `${values}/${made.id}`;
    expect(await actor.patch(at, { validTo: '2026-01-31' }, '"1"')).toMatchObject({
      status: 422,
      body: { code: 'dimension_refused', errors: [{ pointer: '/validTo', code: 'validity_order' }] },
    });
    expect(await actor.patch(at, { validFrom: null, validTo: '2026-01-31' }, '"1"')).toMatchObject({
      status: 200,
      body: { validFrom: null, validTo: '2026-01-31', name: 'Bridge', version: 2 },
    });
    expect(await actor.post(values, body)).toMatchObject({
      status: 409,
      body: { code: 'dimension_code_taken', errors: [{ pointer: '/code' }] },
    });
    expect(await actor.post(values, { ...body, code: 'P2', validTo: '2026-01-01' })).toMatchObject({ status: 422 });
  });
});

describe('a rule of an account', () => {
  it('is created, listed and changed; its default stays active', async () => {
    await actor.openBooks();
    const { id: dimensionId } = await addDimension(actor, 'CC');
    const sto = await addValue(actor, dimensionId, 'STO');
    const body = { accountId: await idOf('4000'), dimensionId, requirement: 'required', defaultValueCode: 'STO' };
    const { status, body: made } = await actor.post(rules, body);
    expect(status).toBe(201);
    expect(made).toMatchObject({ ...body, accountCode: '4000', dimensionCode: 'CC', version: 1 });
    expect((await actor.get(`${rules}/${made.id}`)).body).toEqual(made);
    expect((await actor.get(`${rules}?accountCode=4000`)).body.data).toEqual([made]);
    expect(await actor.post(rules, body)).toMatchObject({ status: 409, body: { code: 'dimension_rule_taken' } });
    expect(await actor.patch(`${values}/${sto.id}`, { status: 'inactive' }, '"1"')).toMatchObject({
      status: 409,
      body: { code: 'dimension_value_in_use', errors: [{ pointer: '/status', code: 'default_value' }] },
    });
    const at = `${rules}/${made.id}`;
    expect(await actor.patch(at, { requirement: 'blocked' }, '"1"')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/defaultValueCode', code: 'blocked_with_default' }] },
    });
    expect(await actor.patch(at, { requirement: 'blocked', defaultValueCode: null }, '"1"')).toMatchObject({
      status: 200,
      body: { requirement: 'blocked', defaultValueCode: null, version: 2 },
    });
    expect(await actor.patch(`${values}/${sto.id}`, { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
    expect(await actor.patch(at, { requirement: 'optional', defaultValueCode: 'STO' }, '"2"')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/defaultValueCode', code: 'dimension_value_inactive' }] },
    });
  });

  it('is about an account and a dimension that there are', async () => {
    await actor.openBooks();
    const { id: dimensionId } = await addDimension(actor, 'CC');
    const accountId = await idOf('4000');
    const rule = { accountId, dimensionId, requirement: 'required' };
    const other = await newActor();
    const { id: ofOther } = await addDimension(other, 'CC');
    const refused = async (change: object, pointer: string, code: string) =>
      expect(await actor.post(rules, { ...rule, ...change })).toMatchObject({
        status: 422,
        body: { code: 'dimension_refused', errors: [{ pointer, code }] },
      });
    await refused({ accountId: ofOther }, '/accountId', 'unknown_account');
    await refused({ dimensionId: ofOther }, '/dimensionId', 'unknown_dimension');
    await refused({ defaultValueCode: 'NONE' }, '/defaultValueCode', 'unknown_dimension_value');
    await actor.post('/v1/accounting/accounts', { code: '4', name: 'Costs', type: 'expense', isGroup: true });
    await refused({ accountId: await idOf('4') }, '/accountId', 'account_is_group');
  });
});
