import { type Actor, colleagueOf, newActor, newTestActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

const organization = '/v1/administration/organization';
const clock = '/v1/administration/clock';
const day = 86_400_000;

const advance = (actor: Actor, to: string) => actor.post(`${clock}/advance`, { to });
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

async function newTestActorIn(timeZone: string): Promise<Actor> {
  const actor = await newTestActor();
  await asOwner((owner) =>
    owner.query('UPDATE platform.organization SET time_zone = $2 WHERE id = $1', [actor.organizationId, timeZone]),
  );
  return actor;
}

describe('the organization', () => {
  it('is read and changed by version', async () => {
    const actor = await newActor();
    const read = await actor.get(organization);
    expect(read).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: {
        id: actor.organizationId,
        name: 'Test organization',
        timeZone: 'UTC',
        isTest: false,
        mode: 'live',
        version: 1,
      },
    });
    const changed = await actor.patch(organization, { name: 'Example Group', timeZone: 'Europe/Stockholm' }, '"1"');
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Example Group', timeZone: 'Europe/Stockholm', version: 2 },
    });
    expect((await actor.patch(organization, { name: 'Late' }, '"1"')).status).toBe(412);
    expect((await actor.patch(organization, { name: 'Again' }, '"2"')).body).toMatchObject({
      timeZone: 'Europe/Stockholm',
    });
    expect((await actor.patch(organization, { timeZone: 'Europe/Atlantis' }, '"3"')).body.errors).toMatchObject([
      { pointer: '/timeZone', code: 'unknown_time_zone' },
    ]);
  });

  it('takes one of two changes of the same version', async () => {
    const actor = await newActor();
    const answers = await Promise.all(['A', 'B'].map((name) => actor.patch(organization, { name }, '"1"')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it('is not for everybody to change', async () => {
    const accountant = await colleagueOf(await newActor(), ['accountant']);
    expect((await accountant.get(organization)).status).toBe(200);
    expect((await accountant.patch(organization, { name: 'X' }, '"1"')).status).toBe(403);
    expect((await advance(accountant, inDays(1))).status).toBe(403);
  });
});

describe('the clock', () => {
  it('of a live organization is the real one, and cannot be set', async () => {
    const actor = await newActor();
    const { body } = await actor.get(clock);
    expect(Math.abs(new Date(body.nowAt).getTime() - Date.now())).toBeLessThan(60_000);
    expect(body).toMatchObject({ isTest: false, todayOn: body.nowAt.slice(0, 10) });
    expect(await advance(actor, inDays(1))).toMatchObject({ status: 409, body: { code: 'clock_is_real' } });
  });

  it('of a test organization goes forward, goes on, and never back', async () => {
    const actor = await newTestActor();
    const to = inDays(30);
    const advanced = await advance(actor, to);
    expect(advanced).toMatchObject({ status: 200, body: { isTest: true, todayOn: to.slice(0, 10) } });
    expect(new Date(advanced.body.nowAt).getTime()).toBeGreaterThanOrEqual(new Date(to).getTime());
    const later = (await actor.get(clock)).body.nowAt;
    expect(new Date(later).getTime()).toBeGreaterThan(new Date(advanced.body.nowAt).getTime());
    expect(await advance(actor, inDays(29))).toMatchObject({
      status: 422,
      body: { code: 'clock_backwards', errors: [{ pointer: '/to' }] },
    });
    expect(await advance(actor, '2199-06-01T00:00:00Z')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'too_late' }] },
    });
    expect((await actor.get(clock)).body.todayOn).toBe(to.slice(0, 10));
  });

  it('has the day of its time zone', async () => {
    const actor = await newTestActorIn('Pacific/Kiritimati');
    await advance(actor, '2090-01-31T09:59:00Z');
    expect((await actor.get(clock)).body).toMatchObject({ todayOn: '2090-01-31', timeZone: 'Pacific/Kiritimati' });
    await advance(actor, '2090-01-31T10:00:00Z');
    expect((await actor.get(clock)).body).toMatchObject({ todayOn: '2090-02-01' });
  });

  it('is what a look-up without a day goes by, while timestamps of record stay real', async () => {
    const actor = await newTestActor();
    const rateOn = inDays(40).slice(0, 10);
    const rate = { rateType: 'spot', fromCurrency: 'EUR', toCurrency: 'SEK', rateOn, rate: '11.2', source: 'ECB' };
    const query = '/v1/administration/exchange-rates/applicable?rateType=spot&fromCurrency=EUR&toCurrency=SEK';
    await advance(actor, inDays(41));
    const recorded = await actor.post('/v1/administration/exchange-rates', rate);
    expect(Math.abs(new Date(recorded.body.recordedAt).getTime() - Date.now())).toBeLessThan(60_000);
    expect((await actor.get(query)).body).toMatchObject({ rateOn: inDays(41).slice(0, 10), legs: [{ ageDays: 1 }] });
    await advance(actor, inDays(60));
    expect((await actor.get(query)).status).toBe(404);
    const entity = (await actor.post('/v1/administration/legal-entities', { name: 'New', functionalCurrency: 'EUR' }))
      .body;
    expect(new Date(entity.createdAt).getTime()).toBeLessThan(Date.now() + day);
  });
});
