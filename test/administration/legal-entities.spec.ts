import { type Actor, newActor } from '../support/actor.js';

const path = '/v1/administration/legal-entities';

const facts = {
  name: 'Beta AB',
  registrationNumber: '556265-1892',
  country: 'SE',
  address: { line1: '1 High Street', postalCode: '111 22', city: 'Stockholm', country: 'SE' },
  taxRegistrations: [
    { country: 'SE', type: 'vat', number: 'SE556265189201' },
    { country: 'DE', type: 'vat', number: 'DE123456789' },
  ],
  fiscalContact: { name: 'Anna Berg', email: 'anna.berg@example.com' },
  functionalCurrency: 'SEK',
};

const create = async (actor: Actor, fields: object) => (await actor.post(path, fields)).body;
const act = (actor: Actor, id: string, verb: string, version: number) =>
  actor.post(`${path}/${id}/${verb}`, {}, { 'If-Match': `"${version}"` });

describe('a legal entity', () => {
  it('keeps what registers say of it, and changes field by field', async () => {
    const actor = await newActor();
    const created = await actor.post(path, facts);
    expect(created).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { ...facts, status: 'active' } });
    const { id } = created.body;

    const changes = { address: null, taxRegistrations: [], fiscalContact: { name: 'Bo Ek' }, country: 'NO' };
    const changed = await actor.patch(`${path}/${id}`, changes, '"1"');
    expect(changed).toMatchObject({ status: 200, body: { ...facts, ...changes, version: 2 } });
    expect(changed.body.fiscalContact).toEqual({ name: 'Bo Ek' });
    expect((await actor.get(`${path}/${id}`)).body).toEqual(changed.body);
    expect((await actor.get(`${path}?country=NO`)).body.data).toEqual([changed.body]);
    expect((await actor.patch(`${path}/${id}`, { name: 'X' }, '"1"')).status).toBe(412);
  });

  it.each<[string, object, string]>([
    ['no country', { country: 'XX' }, '/country'],
    ['an address without a city', { address: { line1: 'Street', country: 'SE' } }, '/address/city'],
    [
      'a number twice, however it is written',
      {
        taxRegistrations: ['SE 556265-1892 01', 'se556265189201'].map((number) => ({
          country: 'SE',
          type: 'vat',
          number,
        })),
      },
      '/taxRegistrations/1/number',
    ],
    [
      'an unknown type of tax',
      { taxRegistrations: [{ country: 'SE', type: 'window_tax', number: '1' }] },
      '/taxRegistrations/0/type',
    ],
    ['no address of the contact', { fiscalContact: { name: 'Anna', email: 'anna' } }, '/fiscalContact/email'],
  ])('is refused with %s', async (_, fields, pointer) => {
    const actor = await newActor();
    const answer = await actor.post(path, { ...facts, ...fields });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('is the only one of its name', async () => {
    const actor = await newActor();
    await actor.post(path, facts);
    const errors = [{ pointer: '/name', code: 'name_taken' }];
    const taken = { status: 409, body: { code: 'legal_entity_name_taken', errors } };
    expect(await actor.post(path, facts)).toMatchObject(taken);
    const other = await create(actor, { ...facts, name: 'Gamma AB' });
    expect(await actor.patch(`${path}/${other.id}`, { name: facts.name }, '"1"')).toMatchObject(taken);
  });
});

describe('the default legal entity', () => {
  it('is handed over, and is one at most', async () => {
    const actor = await newActor();
    const first = await create(actor, { ...facts, isDefault: true });
    const second = await create(actor, { ...facts, name: 'Gamma AB' });
    expect([first.isDefault, second.isDefault]).toEqual([true, false]);

    expect(await act(actor, second.id, 'make-default', 1)).toMatchObject({
      status: 200,
      body: { isDefault: true, version: 2 },
    });
    expect((await actor.get(`${path}/${first.id}`)).body).toMatchObject({ isDefault: false, version: 2 });
    expect((await act(actor, second.id, 'make-default', 2)).body).toMatchObject({ code: 'legal_entity_status' });

    const third = await create(actor, { ...facts, name: 'Delta AB', isDefault: true });
    expect((await actor.get(`${path}?isDefault=true`)).body.data).toMatchObject([{ id: third.id }]);
  });

  it('stays one when several are made it at once', async () => {
    const actor = await newActor();
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const entities = await Promise.all(names.map((name) => create(actor, { ...facts, name })));
    const answers = await Promise.all(entities.map(({ id }) => act(actor, id, 'make-default', 1)));
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect((await actor.get(`${path}?isDefault=true`)).body.data).toHaveLength(1);
  });

  it('is meant where none is named', async () => {
    const actor = await newActor();
    const other = await create(actor, { ...facts, isDefault: false });
    const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    expect((await actor.post('/v1/accounting/fiscal-years', year)).body).toMatchObject({
      code: 'legal_entity_required',
    });
    await act(actor, other.id, 'make-default', 1);
    expect((await actor.post('/v1/accounting/fiscal-years', year)).body).toMatchObject({ legalEntityId: other.id });
    // Once more with another one, and with an archive that leaves a single one active.
    await act(actor, actor.legalEntityId, 'make-default', 1);
    expect((await actor.post('/v1/accounting/fiscal-years', year)).body).toMatchObject({
      legalEntityId: actor.legalEntityId,
    });
  });

  it('is the only active one where none was chosen', async () => {
    const actor = await newActor();
    const other = await create(actor, { ...facts, isDefault: false });
    await act(actor, other.id, 'archive', 1);
    const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    expect((await actor.post('/v1/accounting/fiscal-years', year)).body).toMatchObject({
      legalEntityId: actor.legalEntityId,
    });
  });
});

describe('the archive', () => {
  it('takes a legal entity and gives it back, but not the default one', async () => {
    const actor = await newActor();
    const { id } = await create(actor, { ...facts, isDefault: true });
    expect(await act(actor, id, 'archive', 1)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'is_default' }] },
    });
    await act(actor, actor.legalEntityId, 'make-default', 1);

    expect(await act(actor, id, 'archive', 2)).toMatchObject({ status: 200, body: { status: 'archived', version: 3 } });
    expect((await actor.get(`${path}?status=archived`)).body.data).toMatchObject([{ id }]);
    for (const [verb, code] of [
      ['archive', 'already_archived'],
      ['make-default', 'archived'],
    ] as const) {
      expect(await act(actor, id, verb, 3)).toMatchObject({ status: 409, body: { errors: [{ code }] } });
    }
    expect(await act(actor, id, 'reactivate', 2)).toMatchObject({ status: 412 });
    expect(await act(actor, id, 'reactivate', 3)).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await act(actor, id, 'reactivate', 4)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'already_active' }] },
    });
  });
});
