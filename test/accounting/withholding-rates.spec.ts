import { colleagueOf } from '../support/actor.js';
import { ExpectedBooks } from '../support/expected-withholdings.js';
import { faultsOf } from '../support/problems.js';
import { withholdingCodes, withholdingRates } from '../support/withholdings.js';

let books: ExpectedBooks;
let withholdingCodeId: string;
beforeEach(async () => {
  books = await ExpectedBooks.open();
  const code = { code: 'TDS', name: 'Tax deducted', accountCode: '1690' };
  withholdingCodeId = (await books.actor.post(withholdingCodes, code)).body.id;
});

const add = (rate: object) => books.actor.post(withholdingRates, { withholdingCodeId, rate: '0.1', ...rate });

it('follow each other by date, each with its terms', async () => {
  const terms = { base: 'gross', baseShare: '0.5', threshold: '1000.00' };
  const first = await add({ validFrom: '2025-01-01', ...terms });
  expect(first).toMatchObject({
    status: 201,
    body: { ...terms, code: 'TDS', rate: '0.1', thresholdRule: 'excess', validTo: null, version: 1 },
  });
  const second = await add({ validFrom: '2026-01-01', rate: '0.2', closesPrevious: true });
  const plain = { base: 'net', baseShare: '1', threshold: null, thresholdRule: null };
  expect(second).toMatchObject({ status: 201, body: { ...plain, rate: '0.2' } });
  const { data } = (await books.actor.get(`${withholdingRates}?withholdingCodeId=${withholdingCodeId}`)).body;
  expect(data).toMatchObject([{ validTo: '2025-12-31', version: 2 }, { validTo: null }]);
  expect((await books.actor.get(`${withholdingRates}/${first.body.id}`)).body).toEqual(data[0]);
});

it('do not overlap, and are of a code and a share', async () => {
  await add({ validFrom: '2026-01-01', validTo: '2026-06-30' });
  expect(await add({ validFrom: '2026-06-30' })).toMatchObject({
    status: 409,
    body: { code: 'withholding_rate_overlap', errors: [{ pointer: '/validFrom', code: 'rates_overlap' }] },
  });
  const refused = async (rate: object, fault: string) => {
    const { status, body } = await add({ validFrom: '2027-01-01', ...rate });
    expect([status, body.code, faultsOf(body)]).toEqual([422, 'withholding_rate_refused', [fault]]);
  };
  await refused({ closesPrevious: true }, '/closesPrevious no_previous_rate');
  await refused({ rate: '15' }, '/rate rate_is_fraction');
  await refused({ thresholdRule: 'whole' }, '/thresholdRule threshold_missing');
  const unknown = books.actor.legalEntityId;
  await refused({ withholdingCodeId: unknown }, '/withholdingCodeId unknown_withholding_code');
  const answers = await Promise.all(Array.from({ length: 5 }, () => add({ validFrom: '2027-01-01' })));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  const bookkeeper = await colleagueOf(books.actor, ['bookkeeper']);
  expect(
    await bookkeeper.post(withholdingRates, { withholdingCodeId, validFrom: '2028-01-01', rate: '0' }),
  ).toMatchObject({ status: 403 });
});

it('end once, and go while no document went by them', async () => {
  const { body: made } = await add({ validFrom: '2026-01-01' });
  const path = `${withholdingRates}/${made.id}`;
  const close = (validTo: string, version: string, at = path) =>
    books.actor.post(`${at}/close`, { validTo }, { 'If-Match': version });
  expect(await close('2026-12-31', '"7"')).toMatchObject({ status: 412 });
  expect(faultsOf((await close('2025-12-31', '"1"')).body)).toEqual(['/validTo validity_order']);
  expect(await close('2026-12-31', '"1"')).toMatchObject({ status: 200, body: { validTo: '2026-12-31', version: 2 } });
  const fixed = { status: 409, body: { code: 'withholding_rate_fixed' } };
  const again = await close('2027-12-31', '"2"');
  expect(again).toMatchObject(fixed);
  expect(faultsOf(again.body)).toEqual(['/validTo rate_has_end']);
  expect(await books.actor.delete(path, '"2"')).toMatchObject({ status: 204 });
  expect(await books.actor.get(path)).toMatchObject({ status: 404 });
  await books.issue('1000');
  const { data } = (await books.actor.get(`${withholdingRates}?code=IRPF`)).body;
  const used = `${withholdingRates}/${data[0].id}`;
  expect(await books.actor.delete(used, '"1"')).toMatchObject(fixed);
  const early = await close('2026-03-04', '"1"', used);
  expect(early).toMatchObject(fixed);
  expect(faultsOf(early.body)).toEqual(['/validTo rate_in_use']);
  const next = {
    withholdingCodeId: data[0].withholdingCodeId,
    validFrom: '2026-03-05',
    rate: '0.2',
    closesPrevious: true,
  };
  const followed = await books.actor.post(withholdingRates, next);
  expect(followed).toMatchObject(fixed);
  expect(faultsOf(followed.body)).toEqual(['/validFrom rate_in_use']);
  expect(await close('2026-03-05', '"1"', used)).toMatchObject({ status: 200 });
});
