import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

const path = '/v1/accounting/journal-entries';

const entry = (fields: object = {}) => ({
  entryDate: '2026-03-05',
  description: 'Cash sale',
  post: true,
  lines: [
    { accountCode: '1000', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
  ...fields,
});

describe('posting a journal entry', () => {
  let actor: Actor;
  beforeEach(async () => {
    actor = await newActor();
    await actor.openBooks();
  });

  const trialBalance = async (asOf = '2026-12-31') =>
    (await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`)).body;
  const closings = async () =>
    Object.fromEntries(
      (await trialBalance()).lines.map((line: { accountCode: string; closing: string }) => [
        line.accountCode,
        line.closing,
      ]),
    );

  it('gives the next number, and the entry reads as it was answered', async () => {
    const first = await actor.post(path, entry());
    const second = await actor.post(path, entry());
    expect([first.status, first.body.number, second.body.number]).toEqual([201, 1, 2]);
    const read = await actor.get(`${path}/${first.body.id}`);
    expect(read.body).toEqual(first.body);
    expect(await closings()).toEqual({ '1000': '200.00', '3000': '-200.00' });
  });

  it.each([
    [
      'does not balance',
      {
        lines: [
          { accountCode: '1000', debit: '100.00' },
          { accountCode: '3000', credit: '90.00' },
        ],
      },
      422,
      'entry_unbalanced',
      '/lines',
    ],
    [
      'unknown account',
      {
        lines: [
          { accountCode: '1001', debit: '1.00' },
          { accountCode: '3000', credit: '1.00' },
        ],
      },
      422,
      'unknown_account',
      '/lines/0/accountCode',
    ],
    [
      'too many decimals',
      {
        lines: [
          { accountCode: '1000', debit: '1.001' },
          { accountCode: '3000', credit: '1.001' },
        ],
      },
      422,
      'amount_scale',
      '/lines/0/debit',
    ],
    [
      'both sides',
      {
        lines: [
          { accountCode: '1000', debit: '1.00', credit: '1.00' },
          { accountCode: '3000', credit: '1.00' },
        ],
      },
      422,
      'one_side',
      '/lines/0/debit',
    ],
    [
      'neither side',
      { lines: [{ accountCode: '1000' }, { accountCode: '3000', credit: '1.00' }] },
      422,
      'one_side',
      '/lines/0/debit',
    ],
    ['no period', { entryDate: '2027-01-01' }, 422, 'no_fiscal_period', '/entryDate'],
    ['unknown journal', { journalCode: 'NONE' }, 422, 'unknown_journal', '/journalCode'],
    ['foreign currency without a rate', { currency: 'SEK' }, 422, 'rate_missing', '/lines/0/exchangeRate'],
    ['a draft', { post: false }, 422, 'post_required', '/post'],
    ['half an external id', { externalId: '1' }, 422, 'external_id_pair', '/externalSource'],
    [
      'a JSON number as amount',
      {
        lines: [
          { accountCode: '1000', debit: 100 },
          { accountCode: '3000', credit: '100.00' },
        ],
      },
      422,
      'number_not_allowed',
      '/lines/0/debit',
    ],
    ['a date that does not exist', { entryDate: '2026-02-30' }, 422, 'invalid_date', '/entryDate'],
    ['a field that does not exist', { amount: '1' }, 400, 'unknown_field', '/amount'],
  ])('refuses an entry: %s', async (_name, fields, status, code, pointer) => {
    const answer = await actor.post(path, entry(fields));
    expect([answer.status, answer.body.errors[0].code, answer.body.errors[0].pointer]).toEqual([status, code, pointer]);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect((await trialBalance()).lines).toEqual([]);
  });

  it('converts lines of another currency at their rate and rounds the rest to the rounding account', async () => {
    const lines = [
      { accountCode: '1000', debit: '10.01', currency: 'SEK' },
      { accountCode: '1000', debit: '10.01', currency: 'SEK' },
      { accountCode: '3000', credit: '20.02', currency: 'SEK' },
    ];
    const foreign = entry({ exchangeRate: '0.0876543210', exchangeRateSource: 'ECB', lines });
    const without = await actor.post(path, foreign);
    expect(without.body.errors[0].code).toBe('rounding_account_missing');
    const books = (await actor.get('/v1/accounting/books')).body.data[0];
    const named = await actor.patch(
      `/v1/accounting/books/${books.legalEntityId}`,
      { roundingAccountCode: '3999' },
      `"${books.version}"`,
    );
    expect(named.status).toBe(200);
    const answer = await actor.post(path, foreign);
    expect(answer.status).toBe(201);
    const functional = answer.body.lines.map((line: Record<string, string>) => [
      line.accountCode,
      line.functionalDebit,
      line.functionalCredit,
    ]);
    // 10.01 × 0.087654321 = 0.8774… rounds to 0.88, 20.02 × 0.087654321 = 1.7548… to 1.75.
    expect(functional).toEqual([
      ['1000', '0.88', '0.00'],
      ['1000', '0.88', '0.00'],
      ['3000', '0.00', '1.75'],
      ['3999', '0.00', '0.01'],
    ]);
    expect((await actor.get(`${path}/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('lets only those post to control accounts by hand who may', async () => {
    const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
    const lines = [
      { accountCode: '1930', debit: '5.00' },
      { accountCode: '3000', credit: '5.00' },
    ];
    const refused = await bookkeeper.post(path, entry({ lines }));
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'control_account']);
    expect((await actor.post(path, entry({ lines }))).status).toBe(201);
    const auditor = await colleagueOf(actor, ['auditor']);
    expect((await auditor.post(path, entry())).status).toBe(403);
    expect((await auditor.get(path)).status).toBe(200);
  });

  it('takes an external id once', async () => {
    const fields = { externalSource: 'shop', externalId: 'order-1' };
    expect((await actor.post(path, entry(fields))).status).toBe(201);
    const again = await actor.post(path, entry(fields));
    expect([again.status, again.body.code]).toEqual([409, 'external_id_taken']);
    const found = await actor.get(`${path}?externalSource=shop&externalId=order-1`);
    expect(found.body.data).toHaveLength(1);
  });

  describe('reversal', () => {
    it('mirrors the entry in its own period and leaves the original', async () => {
      const original = await actor.postEntry('1000', '3000', '100.00');
      const reversal = await actor.post(`${path}/${original.id}/reverse`, {
        entryDate: '2026-04-01',
        description: 'Wrong',
      });
      expect([reversal.status, reversal.body.reversalOf, reversal.body.number]).toEqual([201, original.id, 2]);
      expect(
        reversal.body.lines.map((line: Record<string, string>) => [line.accountCode, line.debit, line.credit]),
      ).toEqual([
        ['1000', '0.00', '100.00'],
        ['3000', '100.00', '0.00'],
      ]);
      const read = await actor.get(`${path}/${original.id}`);
      expect([read.body.status, read.body.reversedBy]).toEqual(['reversed', reversal.body.id]);
      expect(await closings()).toEqual({ '1000': '0.00', '3000': '0.00' });
    });

    it('happens once, not before the original, and not to a reversal', async () => {
      const original = await actor.postEntry('1000', '3000', '100.00');
      const early = await actor.post(`${path}/${original.id}/reverse`, { entryDate: '2026-03-04' });
      expect([early.status, early.body.errors[0].code]).toEqual([422, 'before_original']);
      const answers = await Promise.all(Array.from({ length: 5 }, () => actor.post(`${path}/${original.id}/reverse`)));
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
      const reversal = answers.find(({ status }) => status === 201)!;
      const again = await actor.post(`${path}/${reversal.body.id}/reverse`);
      expect([again.status, again.body.errors[0].code]).toEqual([422, 'is_reversal']);
      expect((await actor.post(`${path}/${newId()}/reverse`)).status).toBe(404);
    });
  });

  describe('in bulk', () => {
    const good = entry();
    const bad = entry({
      lines: [
        { accountCode: '1000', debit: '1.00' },
        { accountCode: '9999', credit: '1.00' },
      ],
    });
    const withoutPost = (one: ReturnType<typeof entry>) => ({ ...one, post: undefined });

    it('posts all or nothing when atomic', async () => {
      const refused = await actor.post(`${path}/bulk`, { mode: 'atomic', entries: [good, bad].map(withoutPost) });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/entries/1/lines/1/accountCode']);
      expect((await trialBalance()).lines).toEqual([]);
      const posted = await actor.post(`${path}/bulk`, { mode: 'atomic', entries: [good, good, good].map(withoutPost) });
      expect(posted.body.results.map((result: { number: number }) => result.number)).toEqual([1, 2, 3]);
    });

    it('posts each for itself when independent', async () => {
      const answer = await actor.post(`${path}/bulk`, {
        mode: 'independent',
        entries: [good, bad, good].map(withoutPost),
      });
      expect(answer.status).toBe(200);
      expect(
        answer.body.results.map((result: { status: string; number: number }) => [result.status, result.number]),
      ).toEqual([
        ['posted', 1],
        ['refused', null],
        ['posted', 2],
      ]);
    });

    it('answers a replay with the same text', async () => {
      const body = { mode: 'atomic', entries: [good, good].map(withoutPost) };
      const key = { 'Idempotency-Key': newId() };
      const first = await actor.post(`${path}/bulk`, body, key);
      const second = await actor.post(`${path}/bulk`, body, key);
      expect(JSON.stringify(second.body)).toBe(JSON.stringify(first.body));
      expect(second.headers['idempotent-replayed']).toBe('true');
      expect(await closings()).toEqual({ '1000': '200.00', '3000': '-200.00' });
    });
  });
});
