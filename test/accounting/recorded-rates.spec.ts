import { type Actor, newActor } from '../support/actor.js';

const entries = '/v1/accounting/journal-entries';
const rates = '/v1/administration/exchange-rates';
const policy = '/v1/administration/exchange-rate-policy';

const record = async (actor: Actor, text: string) => {
  const [rateType, fromCurrency, toCurrency, rateOn, rate] = text.split(' ');
  const answer = await actor.post(rates, { rateType, fromCurrency, toCurrency, rateOn, rate, source: 'ECB' });
  expect(answer.status).toBe(201);
};
const entry = (amount: string, fields: object = {}) => ({
  post: true,
  entryDate: '2026-03-05',
  description: 'Foreign',
  lines: [
    { accountCode: '1000', debit: amount },
    { accountCode: '3000', credit: amount },
  ],
  ...fields,
});

describe('a line in a foreign currency without a rate', () => {
  it('takes the one that is recorded for its day, and tells which', async () => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot EUR SEK 2026-03-04 11.2345');
    const posted = await actor.post(entries, entry('100.00', { currency: 'EUR' }));
    const line = { currency: 'EUR', exchangeRate: '11.2345', exchangeRateSource: 'ECB (spot of 2026-03-04)' };
    expect(posted).toMatchObject({
      status: 201,
      body: {
        total: '1123.45',
        lines: [
          { ...line, debit: '100.00', functionalDebit: '1123.45' },
          { ...line, credit: '100.00', functionalCredit: '1123.45' },
        ],
      },
    });
    expect((await actor.get(`${entries}/${posted.body.id}`)).body).toEqual(posted.body);

    // What was posted keeps its rate, and what it was is still to be found, when the rate is corrected.
    const correction = {
      rateType: 'spot',
      fromCurrency: 'EUR',
      toCurrency: 'SEK',
      rateOn: '2026-03-04',
      rate: '12',
      source: 'ECB',
    };
    expect((await actor.post(rates, { ...correction, isCorrection: true })).status).toBe(201);
    expect((await actor.get(`${entries}/${posted.body.id}`)).body).toEqual(posted.body);
    const known = `${rates}/applicable?rateType=spot&fromCurrency=EUR&toCurrency=SEK&rateOn=2026-03-05&knownAt=${posted.body.postedAt}`;
    expect((await actor.get(known)).body).toMatchObject({ rate: '11.2345' });
    expect((await actor.post(entries, entry('1.00', { currency: 'EUR' }))).body).toMatchObject({ total: '12.00' });
    // A reversal copies the rate of its original.
    const reversal = await actor.post(`${entries}/${posted.body.id}/reverse`);
    expect(reversal.body.lines).toMatchObject([line, line]);
  });

  it('takes derived rates with all their digits, and the database agrees with the amount', async () => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot SEK EUR 2026-03-05 0.089');
    await record(actor, 'spot EUR USD 2026-03-03 1.087');
    await actor.patch(policy, { baseCurrency: 'EUR' }, '"1"');
    const lines = [
      { accountCode: '1000', debit: '1000000.00', currency: 'USD' },
      { accountCode: '3000', credit: '1000000.00', currency: 'USD' },
    ];
    const posted = await actor.post(entries, entry('', { lines }));
    expect(posted).toMatchObject({
      status: 201,
      body: {
        // 1 / 1.087 / 0.089
        total: '10336665.19',
        lines: [{ exchangeRate: '10.336665185078', exchangeRateSource: 'ECB (spot of 2026-03-03, via EUR)' }, {}],
      },
    });
    const inverse = await actor.post(entries, entry('89.00', { currency: 'EUR' }));
    expect(inverse.body).toMatchObject({
      total: '1000.00',
      lines: [{ exchangeRate: '11.2359550561798', exchangeRateSource: 'ECB (spot of 2026-03-05, inverse)' }, {}],
    });
    expect((await actor.get(`${entries}/${inverse.body.id}`)).body).toEqual(inverse.body);
  });

  it('takes the type that it or its entry names', async () => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot EUR SEK 2026-03-05 11');
    await record(actor, 'closing EUR SEK 2026-03-05 12');
    expect(
      (await actor.post(entries, entry('1.00', { currency: 'EUR', exchangeRateType: 'closing' }))).body,
    ).toMatchObject({
      total: '12.00',
      lines: [{ exchangeRateSource: 'ECB (closing of 2026-03-05)' }, {}],
    });
    const missing = await actor.post(entries, entry('1.00', { currency: 'EUR', exchangeRateType: 'average' }));
    expect(missing.body.errors).toMatchObject([{ pointer: '/lines/0/exchangeRate', code: 'rate_missing' }, {}]);
  });

  it.each<[string, object, string]>([
    ['no rate is recorded', { currency: 'USD' }, 'rate_missing'],
    ['the rate is too old', { currency: 'EUR', entryDate: '2026-04-01' }, 'rate_missing'],
    ['the rate is of a later day', { currency: 'EUR', entryDate: '2026-03-04' }, 'rate_missing'],
    ['a rate is given without its source', { currency: 'EUR', exchangeRate: '11' }, 'rate_required'],
    ['a source is given without its rate', { currency: 'EUR', exchangeRateSource: 'Riksbank' }, 'rate_required'],
  ])('is refused where %s', async (_, fields, code) => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot EUR SEK 2026-03-05 11');
    const answer = await actor.post(entries, entry('1.00', fields));
    expect(answer).toMatchObject({ status: 422, body: { code: 'entry_refused', errors: [{ code }, { code }] } });
    expect((await actor.get(entries)).body.data).toEqual([]);
  });

  it('does not touch its neighbours when many post at once', async () => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot EUR SEK 2026-03-05 11');
    const wishes = Array.from({ length: 40 }, (_, at) => {
      const currency = ['EUR', 'USD', 'SEK', undefined][at % 4];
      return entry('10.00', { currency, reference: `${at}` });
    });
    const answers = await Promise.all(wishes.map((wish) => actor.post(entries, wish)));
    expect(answers.map(({ status }) => status)).toEqual(wishes.map((_, at) => (at % 4 === 1 ? 422 : 201)));
    expect(answers.map(({ body }) => body.total)).toEqual(
      wishes.map((_, at) => ['110.00', undefined, '10.00', '10.00'][at % 4]),
    );
    expect((await actor.get('/v1/accounting/integrity-checks')).body).toMatchObject({ status: 'passed' });
  });

  it('comes in bulk as well, each with its own result', async () => {
    const actor = await newActor(['owner'], 'SEK');
    await actor.openBooks();
    await record(actor, 'spot EUR SEK 2026-03-05 11');
    const bulk = ['EUR', 'USD', 'SEK'].map((currency) => {
      const { post: _, ...one } = entry('10.00', { currency });
      return one;
    });
    const { body } = await actor.post(`${entries}/bulk`, { mode: 'independent', entries: bulk });
    expect(body.results).toMatchObject([
      { status: 'posted' },
      { status: 'refused', errors: [{ pointer: '/entries/1/lines/0/exchangeRate', code: 'rate_missing' }, {}] },
      { status: 'posted' },
    ]);
  });
});
