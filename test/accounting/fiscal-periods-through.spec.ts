import type { FiscalPeriodView } from '#modules/accounting/calendar/fiscal-periods.dto.js';
import type { FiscalYearView } from '#modules/accounting/calendar/fiscal-years.dto.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';

const periods = '/v1/accounting/fiscal-periods';

let actor: Actor;
let year: FiscalYearView;
let january: FiscalPeriodView;
beforeEach(async () => {
  actor = await newActor();
  const range = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  ({ body: year } = await actor.post('/v1/accounting/fiscal-years', range));
  january = year.periods[0]!;
});

describe('all fiscal periods up to one', () => {
  const through = async (verb: string, number: number, body: object = {}, version?: number, by = actor) => {
    const { body: current } = await actor.get(`/v1/accounting/fiscal-years/${year.id}`);
    const period = (current as FiscalYearView).periods[number - 1]!;
    const headers = { 'if-match': `"${version ?? period.version}"` };
    return by.post(`${periods}/${period.id}/${verb}-through`, body, headers);
  };
  const statuses = async () => {
    const { body } = await actor.get(`/v1/accounting/fiscal-years/${year.id}`);
    return (body as FiscalYearView).periods.map(({ status }) => status);
  };

  it('are closed, then locked, with one reason, and events of each', async () => {
    await actor.post(`${periods}/${january.id}/close`, { reason: 'By itself' }, { 'if-match': '"1"' });
    const closed = await through('close', 3, { reason: 'First quarter' });
    expect(closed).toMatchObject({
      status: 200,
      body: {
        periods: [
          { number: 2, status: 'soft_closed', statusReason: 'First quarter', version: 2 },
          { number: 3, status: 'soft_closed', statusReason: 'First quarter', version: 2 },
        ],
      },
    });
    expect((await through('close', 3)).body).toEqual({ periods: [] });
    const locked = await through('lock', 2, { reason: 'Filed' });
    expect(locked.body.periods.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect((await statuses()).slice(0, 4)).toEqual(['locked', 'locked', 'soft_closed', 'open']);
    const { rows } = await asOwner((owner) =>
      owner.query(
        `SELECT type, count(*)::int FROM platform.outbox_event
         WHERE organization_id = $1 AND type LIKE 'accounting.fiscal_period.%' GROUP BY 1 ORDER BY 1`,
        [actor.organizationId],
      ),
    );
    expect(rows).toEqual([
      { type: 'accounting.fiscal_period.closed.v1', count: 3 },
      { type: 'accounting.fiscal_period.locked.v1', count: 2 },
    ]);
  });

  it('are locked all or none, each after those before it', async () => {
    await through('close', 2);
    const refused = await through('lock', 4);
    expect(refused).toMatchObject({ status: 409, body: { code: 'period_transition' } });
    expect(refused.body.errors.map(({ message }: { message: string }) => message)).toEqual([
      'The fiscal period 2026-03-01 to 2026-03-31 is open; close it before it is locked.',
      'The fiscal period 2026-04-01 to 2026-04-30 is open; close it before it is locked.',
    ]);
    const { id } = year.periods[1]!;
    expect(await actor.post(`${periods}/${id}/lock`, {}, { 'if-match': '"2"' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('periods are locked in their order') },
    });
    expect((await statuses()).slice(0, 3)).toEqual(['soft_closed', 'soft_closed', 'open']);
  });

  it('are changed by those who may, with the version that was read', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    for (const verb of ['open', 'close', 'lock']) {
      expect(await through(verb, 1, {}, undefined, bookkeeper)).toMatchObject({ status: 403 });
      expect(await through(verb, 1, {}, 7)).toMatchObject({ status: 412 });
      expect(await through(verb, 1, {}, undefined, await newActor())).toMatchObject({ status: 404 });
    }
    expect(await statuses()).toEqual(Array.from({ length: 12 }, () => 'open'));
  });

  it('are opened in their order, and not closed before', async () => {
    const range = { startsOn: '2027-01-01', endsOn: '2027-12-31', openThrough: '2027-01-31', adjustmentPeriod: true };
    ({ body: year } = await actor.post('/v1/accounting/fiscal-years', range));
    const early = await through('close', 2);
    expect(early.body.errors).toMatchObject([{ message: expect.stringContaining('2027-02-28 is not open yet') }]);
    const opened = await through('open', 3);
    expect(opened.body.periods.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
    expect((await statuses()).slice(0, 4)).toEqual(['open', 'open', 'open', 'future']);
    // The adjustment period is opened and closed by itself.
    await through('open', 12);
    expect((await statuses()).slice(11)).toEqual(['open', 'future']);
    const { id } = year.periods[12]!;
    expect(await actor.post(`${periods}/${id}/open`, {}, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { status: 'open', isAdjustment: true, number: 13, startsOn: '2027-12-31', endsOn: '2027-12-31' },
    });
  });

  it('have one effect, however many ask at once', async () => {
    const answers = await Promise.all([1, 1, 1].map((version) => through('close', 12, {}, version)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412]);
    expect(new Set(await statuses())).toEqual(new Set(['soft_closed']));
  });
});
