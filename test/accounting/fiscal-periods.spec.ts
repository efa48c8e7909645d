import { setTimeout as sleep } from 'node:timers/promises';
import type { FiscalPeriodList, FiscalPeriodView } from '#modules/accounting/calendar/fiscal-periods.dto.js';
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
  await actor.post('/v1/accounting/accounts', { code: '1930', name: 'Bank', type: 'asset' });
  await actor.post('/v1/accounting/accounts', { code: '3000', name: 'Sales', type: 'income' });
});

const act = (action: string, version: number | undefined, body: object = {}, by = actor) =>
  by.post(`${periods}/${january.id}/${action}`, body, version === undefined ? {} : { 'if-match': `"${version}"` });

let keys = 0;
function post(more: object = {}, by = actor) {
  const lines = [
    { accountCode: '1930', debit: '10.00' },
    { accountCode: '3000', credit: '10.00' },
  ];
  const entry = { post: true, entryDate: '2026-01-31', description: 'A sale', lines, ...more };
  return by.post('/v1/accounting/journal-entries', entry, { 'idempotency-key': `sale-${(keys += 1)}` });
}

describe('a fiscal period', () => {
  it('is closed, reopened for a reason, closed again and locked for good', async () => {
    const closed = await act('close', 1, { reason: 'January is reconciled' });
    expect(closed).toMatchObject({
      status: 200,
      body: { id: january.id, status: 'soft_closed', statusReason: 'January is reconciled', version: 2 },
    });
    expect(closed.headers.etag).toBe('"2"');
    expect((await actor.get(`${periods}/${january.id}`)).body).toEqual(closed.body);
    expect(await act('reopen', 2)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
    expect(await act('reopen', 2, { reason: 'An invoice was found' })).toMatchObject({ body: { status: 'open' } });
    expect(await act('close', 3)).toMatchObject({ body: { status: 'soft_closed', statusReason: null } });
    expect(await act('lock', 4)).toMatchObject({ status: 200, body: { status: 'locked', version: 5 } });
    for (const action of ['close', 'reopen', 'lock']) {
      const answer = await act(action, 5, { reason: 'One more' });
      expect(answer).toMatchObject({ status: 409, body: { code: 'period_transition' } });
      expect(answer.body.detail).toBe('The fiscal period 2026-01-01 to 2026-01-31 is locked for good.');
    }
  });

  it.each([
    ['reopen', 'is open already.'],
    ['lock', 'is open; close it before it is locked.'],
  ])('that is open cannot %s', async (action, reason) => {
    const answer = await act(action, 1, { reason: 'Because' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'period_transition' } });
    expect(answer.body.detail).toContain(reason);
  });

  it('changes with the version that was read', async () => {
    expect(await act('close', undefined)).toMatchObject({ status: 428 });
    expect(await act('close', 2)).toMatchObject({ status: 412 });
    const answers = await Promise.all([act('close', 1), act('close', 1)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  it('takes entries as its status and the permission allow', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    expect(await post()).toMatchObject({ status: 201 });
    await act('close', 1);
    const closed = { status: 409, body: { code: 'period_closed', errors: [{ pointer: '/entryDate' }] } };
    expect(await post()).toMatchObject(closed);
    expect(await post({ softCloseReason: 'Late invoice' }, bookkeeper)).toMatchObject(closed);
    expect(await post({ softCloseReason: 'Late invoice' })).toMatchObject({ status: 201 });
    expect(await post({ entryDate: '2026-02-01' })).toMatchObject({ status: 201 });
    await act('reopen', 2, { reason: 'More of them' });
    expect(await post({}, bookkeeper)).toMatchObject({ status: 201 });
    await act('close', 3);
    await act('lock', 4);
    expect(await post({ softCloseReason: 'Late invoice' })).toMatchObject(closed);
  });

  it('is closed after the postings that hold it', async () => {
    await asOwner(async (owner) => {
      await owner.query('BEGIN');
      await owner.query('SELECT FROM accounting.fiscal_period WHERE id = $1 FOR SHARE', [january.id]);
      const closing = act('close', 1);
      expect(await Promise.race([closing, sleep(300, 'waits')])).toBe('waits');
      await owner.query('COMMIT');
      expect(await closing).toMatchObject({ status: 200 });
    });
  });

  it('refuses the postings that come while it is being closed', async () => {
    await asOwner(async (owner) => {
      await owner.query('BEGIN');
      await owner.query(`UPDATE accounting.fiscal_period SET status = 'soft_closed' WHERE id = $1`, [january.id]);
      const posting = post();
      expect(await Promise.race([posting, sleep(300, 'waits')])).toBe('waits');
      await owner.query('COMMIT');
      expect(await posting).toMatchObject({ status: 409, body: { code: 'period_closed' } });
      const { rows } = await owner.query('SELECT FROM accounting.journal_entry WHERE organization_id = $1', [
        actor.organizationId,
      ]);
      expect(rows).toEqual([]);
    });
  });

  it('tells of its changes once for one Idempotency-Key', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'close' };
    const first = await actor.post(`${periods}/${january.id}/close`, {}, headers);
    const second = await actor.post(`${periods}/${january.id}/close`, {}, headers);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(second.headers.etag).toBe('"2"');
    await act('reopen', 2, { reason: 'Too early' });
    const { rows } = await asOwner((owner) =>
      owner.query(
        `SELECT type, data FROM platform.outbox_event WHERE organization_id = $1 AND subject = $2 ORDER BY sequence`,
        [actor.organizationId, january.id],
      ),
    );
    const data = { fiscalPeriodId: january.id, fiscalYearId: year.id, startsOn: '2026-01-01', endsOn: '2026-01-31' };
    expect(rows).toMatchObject([
      { type: 'accounting.fiscal_period.closed.v1', data },
      { type: 'accounting.fiscal_period.reopened.v1', data },
    ]);
  });

  it('is changed by those who may, in their own organization', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    for (const action of ['close', 'reopen', 'lock']) {
      expect(await act(action, 1, { reason: 'X' }, bookkeeper)).toMatchObject({ status: 403 });
    }
    const stranger = await newActor();
    expect(await act('close', 1, {}, stranger)).toMatchObject({ status: 404 });
    expect(await stranger.get(`${periods}/${january.id}`)).toMatchObject({ status: 404 });
    expect((await stranger.get(periods)).body.data).toEqual([]);
    expect((await actor.get(`${periods}/${january.id}`)).body).toMatchObject({ status: 'open', version: 1 });
  });
});

describe('the list of fiscal periods', () => {
  it('answers the periods by year, status and dates', async () => {
    await act('close', 1);
    const numbers = async (query: string) => {
      const { status, body } = await actor.get(`${periods}?${query}`);
      expect(status).toBe(200);
      return (body as FiscalPeriodList).data.map(({ number }) => number);
    };
    expect(await numbers('')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await numbers('status=soft_closed')).toEqual([1]);
    expect(await numbers('status=open&startsOn[lt]=2026-04-01&sort=-startsOn')).toEqual([3, 2]);
    expect(await numbers('startsOn[lte]=2026-05-17&endsOn[gte]=2026-05-17')).toEqual([5]);
    expect(await numbers(`fiscalYearId=${year.id}&legalEntityId=${actor.legalEntityId}&limit=2`)).toEqual([1, 2]);
    expect(await numbers(`fiscalYearId=${january.id}`)).toEqual([]);
    expect(await actor.get(`${periods}?status=shut`)).toMatchObject({ status: 400 });
  });
});
