import type { FiscalYearList, FiscalYearView } from '#modules/accounting/calendar/fiscal-years.dto.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const years = '/v1/accounting/fiscal-years';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const open = (startsOn: string, endsOn: string, more: object = {}, by = actor) =>
  by.post(years, { startsOn, endsOn, ...more });

async function spans(query = ''): Promise<string[]> {
  const { body } = await actor.get(`${years}?${query}`);
  return (body as FiscalYearList).data.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`);
}

describe('a fiscal year', () => {
  it('is opened with its months, all open, and read as it was answered', async () => {
    const answer = await open('2026-01-01', '2026-12-31');
    expect(answer).toMatchObject({
      status: 201,
      body: { legalEntityId: actor.legalEntityId, startsOn: '2026-01-01', endsOn: '2026-12-31' },
    });
    const { id, periods } = answer.body as FiscalYearView;
    expect(periods).toHaveLength(12);
    expect(periods[0]).toMatchObject({ number: 1, startsOn: '2026-01-01', endsOn: '2026-01-31' });
    expect(periods[1]).toMatchObject({ number: 2, startsOn: '2026-02-01', endsOn: '2026-02-28' });
    expect(periods[11]).toMatchObject({ number: 12, startsOn: '2026-12-01', endsOn: '2026-12-31' });
    for (const period of periods) {
      expect(period).toMatchObject({ fiscalYearId: id, status: 'open', statusReason: null, version: 1 });
    }
    expect((await actor.get(`${years}/${id}`)).body).toEqual(answer.body);
  });

  it('may start and end on any day, within eighteen months', async () => {
    const { periods } = (await open('2024-08-15', '2026-02-14')).body as FiscalYearView;
    expect(periods.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`)).toEqual(
      expect.arrayContaining(['2024-08-15/2024-08-31', '2025-02-01/2025-02-28', '2026-02-01/2026-02-14']),
    );
    expect(periods).toHaveLength(19);
  });

  it('has the periods that are given, in order and without a gap', async () => {
    const quarters = [
      { startsOn: '2026-01-01', endsOn: '2026-03-28' },
      { startsOn: '2026-03-29', endsOn: '2026-12-31' },
    ];
    const { body } = await open('2026-01-01', '2026-12-31', { periods: quarters });
    expect(body.periods).toMatchObject(quarters.map((range, index) => ({ number: index + 1, ...range })));
    const [first, second] = quarters;
    const refused = await open('2027-01-01', '2027-12-31', { periods: [second, first] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'fiscal_year_refused' } });
    expect(await spans()).toEqual(['2026-01-01/2026-12-31']);
  });

  it('may be cut into weeks, and have an adjustment period and periods that are not open yet', async () => {
    const more = { pattern: 'weeks_5_4_4', adjustmentPeriod: true, openThrough: '2026-06-30' };
    const { status, body, headers } = await open('2026-02-01', '2027-01-30', more);
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    const { periods } = body as FiscalYearView;
    expect(periods).toHaveLength(13);
    expect(periods[0]).toMatchObject({ startsOn: '2026-02-01', endsOn: '2026-03-07', isAdjustment: false });
    expect(periods[11]).toMatchObject({ endsOn: '2027-01-30', status: 'future', isAdjustment: false });
    const lastDay = { startsOn: '2027-01-30', endsOn: '2027-01-30' };
    expect(periods[12]).toMatchObject({ number: 13, ...lastDay, status: 'future', isAdjustment: true });
    expect(periods.map((period) => period.status === 'open')).toEqual(
      periods.map(({ startsOn }) => startsOn <= '2026-06-30'),
    );
    expect(await open('2027-01-31', '2028-01-30', { pattern: 'weeks_5_4_4' })).toMatchObject({
      status: 422,
      body: { code: 'fiscal_year_refused', errors: [{ pointer: '/endsOn', code: 'year_not_in_weeks' }] },
    });
    const both = { pattern: 'calendar_months', periods: [{ startsOn: '2027-01-31', endsOn: '2028-01-29' }] };
    expect(await open('2027-01-31', '2028-01-29', both)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/pattern', code: 'periods_named_twice' }] },
    });
  });

  it.each([
    ['ends before it starts', '2026-01-01', '2025-12-31', 'fiscal_year_refused', '/endsOn'],
    ['is longer than eighteen months', '2026-01-01', '2027-07-01', 'fiscal_year_refused', '/endsOn'],
    ['starts on a day that does not exist', '2026-02-30', '2026-12-31', 'validation_failed', '/startsOn'],
    ['starts after the end of the calendar', '2200-01-01', '2200-12-31', 'validation_failed', '/startsOn'],
  ])('that %s is refused, and opens no books', async (_, startsOn, endsOn, code, pointer) => {
    const answer = await open(startsOn, endsOn);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
    expect(await actor.get(`/v1/accounting/books/${actor.legalEntityId}`)).toMatchObject({ status: 404 });
  });

  it('may be the last of the calendar', async () => {
    expect(await open('2199-01-01', '2199-12-31')).toMatchObject({ status: 201 });
  });

  it('follows or precedes the others directly, unless a gap is allowed', async () => {
    await open('2026-01-01', '2026-12-31');
    expect(await open('2027-01-01', '2027-12-31')).toMatchObject({ status: 201 });
    expect(await open('2025-07-01', '2025-12-31')).toMatchObject({ status: 201 });
    const apart = await open('2029-01-01', '2029-12-31');
    expect(apart).toMatchObject({
      status: 422,
      body: { code: 'fiscal_year_refused', errors: [{ code: 'fiscal_year_gap', pointer: '/startsOn' }] },
    });
    expect(await open('2029-01-01', '2029-12-31', { allowGap: true })).toMatchObject({ status: 201 });
    expect(await open('2028-01-01', '2028-12-31')).toMatchObject({ status: 201 });
    expect(await spans('sort=-startsOn&startsOn[gte]=2027-01-01&endsOn[lt]=2029-12-31')).toEqual([
      '2028-01-01/2028-12-31',
      '2027-01-01/2027-12-31',
    ]);
  });

  it('overlaps no other one, also of those that are opened at the same time', async () => {
    const answers = await Promise.all([
      open('2026-01-01', '2026-12-31'),
      open('2026-01-01', '2026-12-31'),
      open('2026-07-01', '2027-06-30'),
    ]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const conflict = answers.find(({ status }) => status === 409);
    expect(conflict).toMatchObject({ body: { code: 'fiscal_year_overlap', errors: [{ pointer: '/startsOn' }] } });
    expect(await spans()).toHaveLength(1);
  });

  it('belongs to the legal entity that is named, where there are several', async () => {
    const { body: second } = await actor.post('/v1/administration/legal-entities', {
      name: 'Second Ltd',
      functionalCurrency: 'SEK',
    });
    expect(await open('2026-01-01', '2026-12-31')).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_required', errors: [{ pointer: '/legalEntityId' }] },
    });
    for (const legalEntityId of [actor.legalEntityId, second.id]) {
      expect(await open('2026-01-01', '2026-12-31', { legalEntityId })).toMatchObject({ body: { legalEntityId } });
    }
    expect(await spans(`legalEntityId=${second.id}`)).toEqual(['2026-01-01/2026-12-31']);
    expect(await actor.get(`/v1/accounting/books/${second.id}`)).toMatchObject({ body: { functionalCurrency: 'SEK' } });
  });

  it('is opened once for one Idempotency-Key', async () => {
    const body = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
    const key = { 'idempotency-key': 'year' };
    const first = await actor.post(years, body, key);
    const second = await actor.post(years, body, key);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(await spans()).toHaveLength(1);
    expect(await actor.post(years, { ...body, endsOn: '2026-12-30' }, key)).toMatchObject({ status: 422 });
  });

  it('of another organization is not there, nor can one be opened in it', async () => {
    const stranger = await newActor();
    const { body } = await open('2026-01-01', '2026-12-31', {}, stranger);
    expect(await actor.get(`${years}/${body.id}`)).toMatchObject({ status: 404 });
    expect(await spans()).toEqual([]);
    expect(await open('2027-01-01', '2027-12-31', { legalEntityId: stranger.legalEntityId })).toMatchObject({
      status: 422,
      body: { code: 'legal_entity_unknown', errors: [{ pointer: '/legalEntityId' }] },
    });
    const auditor = await colleagueOf(actor, ['auditor']);
    expect(await open('2026-01-01', '2026-12-31', {}, auditor)).toMatchObject({ status: 403 });
  });
});
