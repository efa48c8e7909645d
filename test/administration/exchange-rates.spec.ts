import { colleagueOf, newActor } from '../support/actor.js';

const path = '/v1/administration/exchange-rates';
const types = '/v1/administration/exchange-rate-types';
const policy = '/v1/administration/exchange-rate-policy';

const rate = (fields: object = {}) => ({
  rateType: 'spot',
  fromCurrency: 'EUR',
  toCurrency: 'SEK',
  rateOn: '2026-01-30',
  rate: '11.2345',
  source: 'ECB',
  ...fields,
});
const query = (fields: Record<string, string>) =>
  `${path}/applicable?${new URLSearchParams({ rateType: 'spot', fromCurrency: 'EUR', toCurrency: 'SEK', rateOn: '2026-01-31', ...fields }).toString()}`;

describe('recording a rate', () => {
  it('keeps it for good, with all its digits', async () => {
    const actor = await newActor();
    const given = rate({ rate: '0.00000012345678901234' });
    const { status, body } = await actor.post(path, given);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...given, revision: 1, isCurrent: true });
    expect((await actor.get(`${path}/${body.id}`)).body).toEqual(body);
    expect((await actor.get(path)).body.data).toEqual([body]);
  });

  it('takes another rate as a correction only where that is asked for, and keeps both', async () => {
    const actor = await newActor();
    const first = (await actor.post(path, rate())).body;
    expect(await actor.post(path, rate({ rate: '11.23450' }))).toMatchObject({
      status: 409,
      body: { code: 'exchange_rate_recorded' },
    });
    expect(await actor.post(path, rate({ rate: '11.3' }))).toMatchObject({
      status: 409,
      body: { code: 'exchange_rate_differs', errors: [{ pointer: '/rate', code: 'rate_differs' }] },
    });
    expect(await actor.post(path, rate({ source: 'Riksbank' }))).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/source' }] },
    });

    const second = await actor.post(path, rate({ rate: '11.3', isCorrection: true }));
    expect(second).toMatchObject({ status: 201, body: { rate: '11.3', revision: 2, isCurrent: true } });
    expect((await actor.get(`${path}/${first.id}`)).body).toEqual({ ...first, isCurrent: false });
    expect((await actor.get(`${path}?isCurrent=true`)).body.data).toEqual([second.body]);
    expect((await actor.get(`${path}?isCurrent=false`)).body.data).toMatchObject([{ id: first.id }]);

    expect((await actor.get(query({}))).body).toMatchObject({ rate: '11.3', legs: [{ revision: 2 }] });
    const before = await actor.get(query({ knownAt: first.recordedAt }));
    expect(before.body).toMatchObject({ rate: '11.2345', legs: [{ exchangeRateId: first.id, revision: 1 }] });
    expect((await actor.get(query({ knownAt: '2020-01-01T00:00:00Z' }))).status).toBe(404);
  });

  it('leaves one of several corrections that come at once, and no gap', async () => {
    const actor = await newActor();
    await actor.post(path, rate());
    const given = ['11.1', '11.2', '11.3', '11.4'].map((one) => rate({ rate: one, isCorrection: true }));
    const answers = await Promise.all(given.map((one) => actor.post(path, one)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { data } = (await actor.get(`${path}?rateOn=2026-01-30`)).body;
    const revisions = data.map(({ revision }: { revision: number }) => revision).toSorted();
    expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, at) => at + 1));
    expect(revisions.length).toBe(1 + answers.filter(({ status }) => status === 201).length);
  });

  it.each<[string, object, string, string]>([
    ['an unknown type', { rateType: 'lunar' }, '/rateType', 'unknown_rate_type'],
    ['one currency', { toCurrency: 'EUR' }, '/toCurrency', 'same_currency'],
    ['nothing', { rate: '0' }, '/rate', 'not_positive'],
    ['next to nothing', { rate: '0.0000000009' }, '/rate', 'rate_too_small'],
    ['too much', { rate: '1000000000' }, '/rate', 'too_large'],
    ['nothing to correct', { isCorrection: true }, '/isCorrection', 'nothing_to_correct'],
  ])('refuses %s', async (_, fields, pointer, code) => {
    const actor = await newActor();
    expect(await actor.post(path, rate(fields))).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    expect((await actor.get(path)).body.data).toEqual([]);
  });

  it('has one effect under one key', async () => {
    const actor = await newActor();
    const key = { 'Idempotency-Key': 'rate-of-the-day' };
    const first = await actor.post(path, rate(), key);
    const again = await actor.post(path, rate(), key);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' }, body: first.body });
  });

  it('is for those who may', async () => {
    const owner = await newActor();
    const bookkeeper = await colleagueOf(owner, ['bookkeeper']);
    expect((await bookkeeper.post(path, rate())).status).toBe(403);
    const accountant = await colleagueOf(owner, ['accountant']);
    expect((await accountant.post(path, rate())).status).toBe(201);
    expect((await bookkeeper.get(path)).body.data).toHaveLength(1);
  });
});

describe('types of rates', () => {
  it('are added, named and used by code', async () => {
    const actor = await newActor();
    const created = await actor.post(types, { code: 'customs', name: 'Customs' });
    expect(created).toMatchObject({ status: 201, body: { code: 'customs', version: 1 } });
    const renamed = await actor.patch(`${types}/${created.body.id}`, { name: 'Customs valuation' }, '"1"');
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Customs valuation', version: 2 } });
    expect((await actor.get(types)).body.data).toEqual([renamed.body]);
    expect((await actor.post(path, rate({ rateType: 'customs' }))).status).toBe(201);
    expect((await actor.get(`${path}?rateType=customs`)).body.data).toHaveLength(1);
    expect((await actor.get(query({}))).status).toBe(404);
    const stranger = await newActor();
    expect((await stranger.post(path, rate({ rateType: 'customs' }))).status).toBe(422);
  });

  it.each(['customs', 'spot', 'average', 'closing'])('refuse a second %s', async (code) => {
    const actor = await newActor();
    await actor.post(types, { code: 'customs', name: 'Customs' });
    expect(await actor.post(types, { code, name: 'X' })).toMatchObject({
      status: 409,
      body: { code: 'exchange_rate_type_taken' },
    });
  });
});

describe('looking a rate up', () => {
  it('follows the policy of the organization, and tells every step', async () => {
    const actor = await newActor();
    await actor.post(path, rate({ rate: '11' }));
    await actor.post(path, rate({ toCurrency: 'USD', rate: '1.1', rateOn: '2026-01-29' }));
    expect((await actor.get(query({}))).body).toMatchObject({ derivation: 'direct', rate: '11', maxAgeDays: 7 });
    expect((await actor.get(query({ fromCurrency: 'SEK', toCurrency: 'EUR' }))).body).toMatchObject({
      derivation: 'inverse',
      rate: '0.0909090909090909',
      legs: [{ isInverse: true, ageDays: 1 }],
    });

    const through = query({ fromCurrency: 'USD' });
    expect(await actor.get(through)).toMatchObject({ status: 404, body: { code: 'exchange_rate_missing' } });
    expect(await actor.patch(policy, { baseCurrency: 'EUR' }, '"1"')).toMatchObject({
      status: 200,
      body: { baseCurrency: 'EUR', maxAgeDays: 7, version: 2 },
    });
    expect((await actor.get(through)).body).toMatchObject({
      derivation: 'triangulated',
      rate: '10',
      explanation:
        '1 USD = 10 SEK: the inverse of 1 EUR = 1.1 USD (ECB, 2026-01-29, 2 days before), times 1 EUR = 11 SEK (ECB, 2026-01-30, 1 day before), of type spot; 15 significant digits.',
      legs: [
        { isInverse: true, ageDays: 2 },
        { isInverse: false, ageDays: 1 },
      ],
    });
    expect((await actor.get(query({ fromCurrency: 'USD', maxAgeDays: '1' }))).status).toBe(404);

    expect((await actor.patch(policy, { maxAgeDays: 0 }, '"1"')).status).toBe(412);
    expect((await actor.patch(policy, { maxAgeDays: 0 }, '"2"')).body).toEqual({
      baseCurrency: 'EUR',
      maxAgeDays: 0,
      version: 3,
    });
    expect((await actor.get(query({}))).status).toBe(404);
    expect((await actor.get(query({ rateOn: '2026-01-30' }))).status).toBe(200);
    expect((await actor.get(policy)).headers.etag).toBe('"3"');
  });

  it('takes the latest on or before the day, and none after it', async () => {
    const actor = await newActor();
    for (const [rateOn, value] of [
      ['2026-01-28', '1'],
      ['2026-01-30', '2'],
      ['2026-02-01', '3'],
    ]) {
      await actor.post(path, rate({ rateOn, rate: value }));
    }
    const rateFor = async (rateOn: string) => (await actor.get(query({ rateOn }))).body.rate;
    expect(await rateFor('2026-01-29')).toBe('1');
    expect(await rateFor('2026-01-30')).toBe('2');
    expect(await rateFor('2026-01-31')).toBe('2');
    expect(await rateFor('2026-02-08')).toBe('3');
    expect(await rateFor('2026-02-09')).toBeUndefined();
    expect(await rateFor('2026-01-27')).toBeUndefined();
  });

  it('lets one of two first policies win', async () => {
    const actor = await newActor();
    const answers = await Promise.all([1, 2].map((maxAgeDays) => actor.patch(policy, { maxAgeDays }, '"1"')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  });
});
