import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';

const path = '/v1/accounting/journal-entries';
const inBulk = {
  entryDate: '2026-03-05',
  description: 'Cash sale',
  lines: [
    { accountCode: '1000', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
};
const entry = (fields: object = {}) => ({ ...inBulk, post: true, ...fields });

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

describe('the legal entity of an entry', () => {
  const bulk = (mode: string, ...fields: object[]) =>
    actor.post(`${path}/bulk`, { mode, entries: fields.map((one) => ({ ...inBulk, ...one })) });
  const anotherEntity = async (): Promise<string> =>
    (await actor.post('/v1/administration/legal-entities', { name: 'Second Ltd', functionalCurrency: 'EUR' })).body.id;
  const unknown = (legalEntityId: string, pointer: string) => ({
    code: 'unknown_legal_entity',
    pointer,
    message: `There is no legal entity ${legalEntityId}.`,
  });
  const bookless = (pointer: string) => ({
    code: 'books_not_open',
    pointer,
    message: 'This legal entity keeps no books yet: create its first fiscal year.',
  });

  it('is refused where there is none, or none that keeps books yet', async () => {
    const [nothing, young] = [newId(), await anotherEntity()];
    const { legalEntityId: foreign } = await newActor();
    for (const legalEntityId of [nothing, foreign]) {
      expect(await actor.post(path, entry({ legalEntityId }))).toMatchObject({
        status: 422,
        body: { code: 'legal_entity_unknown', errors: [unknown(legalEntityId, '/legalEntityId')] },
      });
    }
    expect(await actor.post(path, entry({ legalEntityId: young }))).toMatchObject({
      status: 409,
      body: { code: 'books_not_open', errors: [bookless('/legalEntityId')] },
    });
  });

  it('is told apart for each entry in bulk', async () => {
    const [nothing, young, { legalEntityId: own }] = [newId(), await anotherEntity(), actor];
    const named = [nothing, young, own].map((legalEntityId) => ({ legalEntityId }));
    const found = [unknown(nothing, '/entries/0/legalEntityId'), bookless('/entries/1/legalEntityId')];
    expect(await bulk('atomic', ...named)).toMatchObject({
      status: 422,
      body: { code: 'entry_refused', errors: found },
    });
    expect((await bulk('independent', ...named)).body.results).toMatchObject([
      { status: 'refused', errors: [found[0]] },
      { status: 'refused', errors: [found[1]] },
      { status: 'posted', errors: [] },
    ]);
    expect(await bulk('atomic', named[0]!, named[0]!)).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_unknown', errors: [{ pointer: '/entries/0/legalEntityId' }, {}] },
    });
  });

  it('has to be named where there are several', async () => {
    await anotherEntity();
    const required = (pointer: string) => ({
      status: 422,
      body: { code: 'legal_entity_required', errors: [{ pointer, code: 'legal_entity_required' }] },
    });
    expect(await actor.post(path, entry())).toMatchObject(required('/legalEntityId'));
    const named = { legalEntityId: actor.legalEntityId };
    expect(await bulk('atomic', named, {}, {})).toMatchObject(required('/entries/1/legalEntityId'));
  });
});
