import type { SieImportView } from '#modules/accounting/exchange/sie-import.dto.js';
import type { TrialBalanceView } from '#modules/accounting/reports/trial-balance.dto.js';
import { type Actor, newActor } from '../support/actor.js';
import { firstYear, sieFile } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const file = sieFile(firstYear);

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

async function imported(bytes: Buffer, query = ''): Promise<SieImportView> {
  const answer = await actor.upload(`${sie}?${query}`, bytes);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as SieImportView;
}

async function closings(asOf: string): Promise<Record<string, string>> {
  const { body } = await actor.get(`/v1/accounting/reports/trial-balance?asOf=${asOf}`);
  const { lines } = body as TrialBalanceView;
  return Object.fromEntries(lines.map(({ accountCode, closing }) => [accountCode, closing]));
}

describe('the caller may decide', () => {
  it('what type an account has', async () => {
    const report = await imported(file, 'accountTypeOverrides=3010:expense,1930:liability');
    const types = new Map(report.accounts.map(({ code, type, rule }) => [code, `${type} by ${rule}`]));
    expect(types.get('3010')).toBe('expense by override of the request');
    expect(types.get('1930')).toBe('liability by override of the request');
    const { body } = await actor.get('/v1/accounting/accounts?type=expense');
    expect((body as { data: { code: string }[] }).data.map(({ code }) => code)).toEqual(['3010', '4010']);
  });

  const uncarried = sieFile({ ...firstYear, opening: { '1930': 100, '2081': -90 }, previous: { '3010': -10 } });

  it.each([
    ['', '2098'],
    ['retainedEarningsAccount=2091', '2091'],
  ])('where the result of the year before goes (%j)', async (query, code) => {
    const { opening } = await imported(uncarried, query);
    expect(opening.completion).toEqual({ reason: 'previous_result', accountCode: code, amount: '-10.00' });
    expect((await closings('2025-12-31'))[code]).toBe('-10.00');
    expect((await actor.get(`/v1/accounting/books/${actor.legalEntityId}`)).body).toMatchObject({
      retainedEarningsAccountCode: code,
    });
  });

  it('where another difference of the openings goes', async () => {
    const odd = sieFile({ ...firstYear, opening: { '1930': 100, '2081': -90 } });
    expect(await actor.upload(sie, odd)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'opening_unbalanced' }] },
    });
    const { opening } = await imported(odd, 'openingDifferenceAccount=2081');
    expect(opening.completion).toEqual({ reason: 'opening_difference', accountCode: '2081', amount: '-10.00' });
    expect(await closings('2025-12-31')).toMatchObject({ '2081': '-100.00' });
    expect((await actor.get(`/v1/accounting/books/${actor.legalEntityId}`)).body).toMatchObject({
      retainedEarningsAccountCode: null,
    });
  });

  it('on an account that is not needed: that is remarked', async () => {
    const { opening, remarks } = await imported(file, 'openingDifferenceAccount=2081');
    expect(opening.completion).toBeNull();
    expect(remarks).toContainEqual(
      expect.objectContaining({
        parameter: 'openingDifferenceAccount',
        line: null,
        code: 'opening_difference_account_unused',
      }),
    );
  });

  it('that unknown labels are passed over', async () => {
    const strange = sieFile({ ...firstYear, more: ['#NYHET 1'] });
    expect(await actor.upload(sie, strange)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unknown_label' }] },
    });
    const { remarks } = await imported(strange, 'ignoreUnknownLabels=true');
    expect(remarks).toContainEqual(expect.objectContaining({ code: 'unknown_label', line: 13 }));
  });
});

describe('what the caller decides is refused with the parameter and what is wrong with it', () => {
  const odd = sieFile({ ...firstYear, opening: { '1930': 100, '2081': -90 } });
  const uncarried = sieFile({ ...firstYear, opening: { '1930': 100, '2081': -90 }, previous: { '3010': -10 } });

  it.each<[string, string, Buffer, number, string, string]>([
    ['accountTypeOverrides', '', file, 400, 'invalid_overrides', '"" is none'],
    ['accountTypeOverrides', '1910:asset,1930:bank', file, 400, 'invalid_overrides', '"1930:bank" is none'],
    ['accountTypeOverrides', '1910:asset, 2081:equity', file, 400, 'invalid_overrides', '" 2081:equity" is none'],
    [
      'accountTypeOverrides',
      '1910:asset;2081:equity',
      file,
      400,
      'invalid_overrides',
      '"1910:asset;2081:equity" is none',
    ],
    [
      'accountTypeOverrides',
      '{"1910":"asset"}',
      file,
      400,
      'invalid_overrides',
      String.raw`"{\"1910\":\"asset\"}" is none`,
    ],
    ['accountTypeOverrides', '__proto__:asset', file, 400, 'invalid_overrides', '"__proto__:asset" is none'],
    ['accountTypeOverrides', '1910:asset,1910:asset', file, 400, 'duplicate_override', 'Names account 1910 twice.'],
    ['accountTypeOverrides', '01910:asset', file, 422, 'override_of_unknown_account', 'declares no account "01910"'],
    ['accountTypeOverrides', '1930:income', file, 422, 'account_type_contradicts_file', '1930 is income by override'],
    ['accountTypeOverrides', '3010:asset', file, 422, 'account_type_contradicts_file', '3010 is asset by override'],
    ['openingDifferenceAccount', '', odd, 400, 'invalid_code', 'letters, digits'],
    ['openingDifferenceAccount', '#2081', odd, 400, 'invalid_code', 'letters, digits'],
    ['openingDifferenceAccount', '2081,1930', odd, 400, 'invalid_code', 'letters, digits'],
    ['openingDifferenceAccount', '2'.repeat(21), odd, 400, 'too_long', 'at most 20 characters'],
    ['openingDifferenceAccount', '9999', odd, 422, 'unknown_account', 'have an account "9999"'],
    ['openingDifferenceAccount', 'constructor', odd, 422, 'unknown_account', 'have an account "constructor"'],
    ['openingDifferenceAccount', '3010', odd, 422, 'account_not_balance_sheet', '3010 is income'],
    ['retainedEarningsAccount', '9999', uncarried, 422, 'unknown_account', 'have an account "9999"'],
    ['retainedEarningsAccount', '1930', uncarried, 422, 'account_not_equity', '1930 is asset'],
  ])('%s %j', async (parameter, value, bytes, status, code, words) => {
    const answer = await actor.upload(`${sie}?${parameter}=${encodeURIComponent(value)}`, bytes);
    expect(answer).toMatchObject({ status, body: { errors: [{ code, pointer: `?${parameter}` }] } });
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.body.errors[0].message).toContain(words);
    expect(answer.body.detail).toContain(words);
  });

  it('or remarked on, where the file does not need it', async () => {
    const { remarks } = await imported(file, 'retainedEarningsAccount=2099');
    expect(remarks).toContainEqual(
      expect.objectContaining({ parameter: 'retainedEarningsAccount', code: 'retained_earnings_account_unused' }),
    );
  });
});
