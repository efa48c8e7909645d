import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';

const trialBalance = '/v1/accounting/reports/trial-balance';
const integrity = '/v1/accounting/integrity-checks';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

describe('a report names its legal entity', () => {
  it('where there are several, and says so of the query parameter', async () => {
    await actor.openBooks();
    const second = { name: 'Second Ltd', functionalCurrency: 'EUR' };
    await actor.post('/v1/administration/legal-entities', second);
    expect(await actor.get(`${trialBalance}?asOf=2026-12-31`)).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_required', errors: [{ pointer: '?legalEntityId', code: 'legal_entity_required' }] },
    });
    const named = await actor.get(`${trialBalance}?asOf=2026-12-31&legalEntityId=${actor.legalEntityId}`);
    expect(named).toMatchObject({ status: 200, body: { legalEntityId: actor.legalEntityId } });
    expect(await actor.get(integrity)).toMatchObject({ status: 200, body: { status: 'passed' } });
  });

  it.each([`${trialBalance}?asOf=2026-12-31&`, `${integrity}?`])('of its own organization: %s', async (path) => {
    await actor.openBooks();
    const own = await actor.get(`${path}legalEntityId=${actor.legalEntityId}`);
    expect(own.status).toBe(200);
    const { legalEntityId: foreign } = await newActor();
    for (const id of [newId(), foreign]) {
      const message = `There is no legal entity ${id}.`;
      expect(await actor.get(`${path}legalEntityId=${id}`)).toMatchObject({
        status: 422,
        body: {
          code: 'legal_entity_unknown',
          detail: message,
          errors: [{ pointer: '?legalEntityId', code: 'unknown_legal_entity', message }],
        },
      });
    }
  });
});

describe('the trial balance', () => {
  it.each([
    ['the last days of the calendar', '2199-12-15', '2199-12-31', '2199-12-31'],
    ['days of one month', '2026-03-10', '2026-12-31', '2026-03-31'],
    ['days of two months', '2026-03-10', '2026-12-31', '2026-04-01'],
    ['whole months between others', '2026-03-10', '2026-12-31', '2026-06-15'],
  ])('adds up %s', async (_, startsOn, endsOn, asOf) => {
    await actor.openBooks(startsOn, endsOn);
    await actor.postEntry('1000', '3000', '10.00', { entryDate: startsOn });
    await actor.postEntry('1000', '3000', '5.00', { entryDate: asOf });
    const { status, body } = await actor.get(`${trialBalance}?asOf=${asOf}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { totals: { opening: '0.00', debit: '15.00', credit: '15.00', closing: '0.00' } },
    });
  });
});
