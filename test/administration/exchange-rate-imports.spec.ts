import { type Actor, newActor } from '../support/actor.js';

const path = '/v1/administration/exchange-rates';
const header = 'rateType,fromCurrency,toCurrency,rateOn,rate,source';

const upload = (actor: Actor, text: string, query = '') =>
  actor.upload(`${path}/import-csv${query}`, Buffer.from(text), {}, 'text/csv');
const listed = async (actor: Actor) => (await actor.get(path)).body.data as { rate: string; revision: number }[];

const january = [header, 'spot,EUR,SEK,2026-01-29,11.21,ECB', 'spot,EUR,SEK,2026-01-30,11.2345,ECB', ''].join('\n');

describe('importing rates from a CSV file', () => {
  it('adds them once: the same file again adds nothing and says so', async () => {
    const actor = await newActor();
    expect(await upload(actor, january)).toMatchObject({
      status: 200,
      body: {
        status: 'imported',
        given: 2,
        added: 2,
        corrected: 0,
        unchanged: 0,
        repeated: 0,
        corrections: [],
        explanation: 'Of the rates 2 were added.',
      },
    });
    expect(await upload(actor, january)).toMatchObject({
      body: { added: 0, unchanged: 2, explanation: 'Of the rates none were added; 2 are recorded already.' },
    });
    expect(await listed(actor)).toHaveLength(2);
  });

  it('answers the same for a rehearsal, and keeps nothing', async () => {
    const actor = await newActor();
    expect(await upload(actor, january, '?dryRun=true')).toMatchObject({
      body: { status: 'dry_run', added: 2, explanation: 'Of the rates 2 would be added.' },
    });
    expect(await listed(actor)).toEqual([]);
  });

  it('corrects only where that is asked for, and tells what', async () => {
    const actor = await newActor();
    await upload(actor, january);
    const changed = january.replace('11.2345', '11.24');
    expect(await upload(actor, changed)).toMatchObject({
      status: 409,
      body: { code: 'exchange_rate_differs', errors: [{ line: 3, pointer: '/rate', code: 'rate_differs' }] },
    });
    expect(await listed(actor)).toHaveLength(2);
    expect(await upload(actor, changed, '?onDifference=correct')).toMatchObject({
      status: 200,
      body: {
        added: 0,
        corrected: 1,
        unchanged: 1,
        corrections: [{ index: 1, rate: '11.24', formerRate: '11.2345', formerSource: 'ECB', revision: 2 }],
      },
    });
    expect(await listed(actor)).toHaveLength(3);
    expect((await actor.get(`${path}?isCurrent=true&sort=-rateOn`)).body.data).toMatchObject([
      { rate: '11.24' },
      { rate: '11.21' },
    ]);
  });

  it('takes type and source for the whole file, and other separators', async () => {
    const actor = await newActor();
    const text = '\uFEFFrateOn;toCurrency;fromCurrency;rate\r\n2026-01-30;SEK;EUR;11.2345\r\n';
    expect((await upload(actor, text)).body.errors).toMatchObject([
      { line: 1, code: 'missing_column' },
      { line: 1, code: 'missing_column' },
    ]);
    expect(await upload(actor, text, '?rateType=closing&source=Riksbank')).toMatchObject({
      status: 200,
      body: { added: 1 },
    });
    expect(await listed(actor)).toMatchObject([{ rateType: 'closing', source: 'Riksbank', rate: '11.2345' }]);
  });

  it('counts a rate that is given twice once, and refuses two that contradict', async () => {
    const actor = await newActor();
    const line = 'spot,EUR,SEK,2026-01-30,11.2345,ECB';
    expect((await upload(actor, `${header}\n${line}\n${line}`)).body).toMatchObject({ added: 1, repeated: 1 });
    const other = line.replace('11.2345', '12');
    expect(await upload(actor, `${header}\n${line}\n${other}`)).toMatchObject({
      status: 422,
      body: { code: 'exchange_rate_import_refused', errors: [{ line: 3, code: 'contradicting_rate' }] },
    });
  });

  it('names every line that is wrong, and keeps none', async () => {
    const actor = await newActor();
    const lines = [
      'spot,EUR,SEK,2026-01-30,11.2345,ECB',
      'spot,EUR,XXX,2026-02-30,"11,2",ECB',
      'spot,EUR,SEK,2026-01-28,-1,ECB',
      'spot,EUR,SEK,2026-01-27,1e3,ECB',
      'spot,EUR,SEK,,1,ECB',
    ];
    const { status, body } = await upload(actor, [header, ...lines].join('\n'));
    expect(status).toBe(422);
    expect(body.errors.map(({ line, pointer }: { line: number; pointer: string }) => `${line} ${pointer}`)).toEqual([
      '3 /toCurrency',
      '3 /rateOn',
      '3 /rate',
      '4 /rate',
      '5 /rate',
      '6 /rateOn',
    ]);
    const unknown = await upload(actor, `${header}\nlunar,EUR,SEK,2026-01-30,1,ECB\nspot,EUR,EUR,2026-01-30,1,ECB`);
    expect(unknown.body.errors).toMatchObject([
      { line: 2, code: 'unknown_rate_type' },
      { line: 3, code: 'same_currency' },
    ]);
    expect(await listed(actor)).toEqual([]);
  });

  it.each<[string, string, string, number]>([
    ['JSON', 'application/json', '{}', 415],
    ['octets', 'application/octet-stream', january, 415],
    ['nothing', 'text/csv', '', 400],
    ['another encoding', 'text/csv; charset=latin1', january, 415],
    ['no rates', 'text/csv', header, 422],
  ])('refuses %s', async (_, type, text, status) => {
    const actor = await newActor();
    expect((await actor.upload(`${path}/import-csv`, Buffer.from(text), {}, type)).status).toBe(status);
  });

  it('takes twenty thousand in one go', async () => {
    const actor = await newActor();
    const days = Array.from({ length: 20_000 }, (_, at) =>
      new Date(Date.UTC(1960, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const text = [header, ...days.map((day, at) => `spot,EUR,SEK,${day},${(at + 1) / 1000},ECB`)].join('\n');
    expect(await upload(actor, text)).toMatchObject({ status: 200, body: { added: 20_000 } });
    expect(await upload(actor, text)).toMatchObject({ status: 200, body: { unchanged: 20_000 } });
    expect((await upload(actor, `${text}\nspot,EUR,SEK,2100-01-01,1,ECB`)).body.errors).toMatchObject([
      { code: 'too_many_rows' },
    ]);
  });
});

describe('importing rates as JSON', () => {
  const rates = ['2026-01-29', '2026-01-30'].map((rateOn) => ({
    rateType: 'spot',
    fromCurrency: 'EUR',
    toCurrency: 'SEK',
    rateOn,
    rate: '11.2',
    source: 'ECB',
  }));

  it('does the same, with a pointer to each fault', async () => {
    const actor = await newActor();
    expect(await actor.post(`${path}/import?dryRun=true`, { rates })).toMatchObject({
      body: { status: 'dry_run', added: 2 },
    });
    expect(await actor.post(`${path}/import`, { rates })).toMatchObject({ status: 200, body: { added: 2 } });
    const changed = [rates[0], { ...rates[1], rate: '11.3' }];
    expect(await actor.post(`${path}/import`, { rates: changed })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/rates/1/rate', code: 'rate_differs' }] },
    });
    expect(await actor.post(`${path}/import?onDifference=correct`, { rates: changed })).toMatchObject({
      body: { corrected: 1, unchanged: 1 },
    });
    expect(await actor.post(`${path}/import`, { rates: [] })).toMatchObject({ status: 422 });
  });

  it('takes as many as it says', async () => {
    const actor = await newActor();
    const day = (at: number) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
    const many = Array.from({ length: 5000 }, (_, at) => ({ ...rates[0], rateOn: day(at) }));
    expect(await actor.post(`${path}/import`, { rates: many })).toMatchObject({ status: 200, body: { added: 5000 } });
  });
});
