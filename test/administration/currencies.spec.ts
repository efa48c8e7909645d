import { newActor } from '../support/actor.js';

const path = '/v1/administration/currencies';

describe('currencies', () => {
  it('are those of ISO 4217, with their decimals and what they are used for', async () => {
    const actor = await newActor(['owner'], 'SEK');
    const { status, body } = await actor.get(path);
    expect(status).toBe(200);
    expect(body.data.length).toBeGreaterThan(150);
    expect(body.data.map(({ code }: { code: string }) => code)).toEqual(
      body.data.map(({ code }: { code: string }) => code).toSorted(),
    );
    expect(body.data).toContainEqual({
      code: 'KWD',
      name: 'Kuwaiti Dinar',
      minorUnits: 3,
      isFunctional: false,
      hasExchangeRates: false,
    });
  });

  it('are told apart by use', async () => {
    const actor = await newActor(['owner'], 'SEK');
    const rate = {
      rateType: 'spot',
      fromCurrency: 'EUR',
      toCurrency: 'SEK',
      rateOn: '2026-01-30',
      rate: '11.2',
      source: 'ECB',
    };
    await actor.post('/v1/administration/exchange-rates', rate);
    await actor.patch('/v1/administration/exchange-rate-policy', { baseCurrency: 'USD' }, '"1"');
    const used = (await actor.get(`${path}?isInUse=true`)).body.data;
    expect(used).toMatchObject([
      { code: 'EUR', isFunctional: false, hasExchangeRates: true },
      { code: 'SEK', isFunctional: true, hasExchangeRates: true },
      { code: 'USD', isFunctional: false, hasExchangeRates: true },
    ]);
    const others = (await actor.get(`${path}?isInUse=false`)).body.data;
    expect(others.length + used.length).toBe((await actor.get(path)).body.data.length);
  });
});
