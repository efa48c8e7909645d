import { type Actor, newActor } from '../support/actor.js';
import { addDimensionWith } from '../support/dimensions.js';
import { ENTRIES, postDraft, rent, rentEntry, validateDraft } from '../support/journal-entry-drafts.js';
import { faultsOf } from '../support/problems.js';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

it('is a draft like the entry, at the date that is given', async () => {
  await addDimensionWith(actor, 'CC', 'A');
  const { body: entry } = await actor.post(ENTRIES, {
    ...rentEntry,
    post: true,
    reference: 'R-1',
    externalSource: 'shop',
    externalId: '7',
    lines: [{ ...rent[0], dimensions: [{ dimensionCode: 'CC', valueCode: 'A' }] }, rent[1]],
  });
  const copied = await actor.post(`${ENTRIES}/${entry.id}/copy`, { entryDate: '2026-04-05' });
  expect(copied.status).toBe(201);
  expect(copied.body).toMatchObject({
    copyOf: entry.id,
    status: 'draft',
    entryDate: '2026-04-05',
    description: 'Rent',
    journalCode: 'GENERAL',
    reference: null,
    externalId: null,
  });
  const { body: posted } = await postDraft(actor, copied.body);
  expect(posted).toMatchObject({ number: 2, entryDate: '2026-04-05', total: '100.00' });
  expect(posted.lines).toEqual(entry.lines);
});

it('leaves rates and rounding behind, which are those of the new date', async () => {
  const { body: books } = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
  await actor.patch(
    `/v1/accounting/books/${actor.legalEntityId}`,
    { roundingAccountCode: '3999' },
    `"${books.version}"`,
  );
  const { body: entry } = await actor.post(ENTRIES, {
    ...rentEntry,
    post: true,
    currency: 'USD',
    exchangeRate: '0.915',
    exchangeRateSource: 'Test',
    lines: [
      { accountCode: '4000', debit: '0.10' },
      { accountCode: '4000', debit: '0.10' },
      { accountCode: '1000', credit: '0.20' },
    ],
  });
  expect(entry.lines.map((line: { isRounding: boolean }) => line.isRounding)).toEqual([false, false, false]);
  const { body: rounded } = await actor.post(ENTRIES, {
    ...rentEntry,
    post: true,
    currency: 'USD',
    exchangeRate: '0.915',
    exchangeRateSource: 'Test',
    lines: [
      { accountCode: '4000', debit: '0.15' },
      { accountCode: '4000', debit: '0.15' },
      { accountCode: '1000', credit: '0.30' },
    ],
  });
  const marked = rounded.lines.map((line: Record<string, unknown>) => [line['accountCode'], line['isRounding']]);
  expect(marked).toEqual([
    ['4000', false],
    ['4000', false],
    ['1000', false],
    ['3999', true],
  ]);
  const { body: draft } = await actor.post(`${ENTRIES}/${rounded.id}/copy`, { entryDate: '2026-04-05' });
  expect(
    draft.lines.map((line: Record<string, unknown>) => [line['debit'], line['credit'], line['exchangeRate']]),
  ).toEqual([
    ['0.15', null, null],
    ['0.15', null, null],
    [null, '0.30', null],
  ]);
  expect(faultsOf(await validateDraft(actor, draft))).toContain('/lines/0/exchangeRate rate_missing');
  const { body: reversal } = await actor.post(`${ENTRIES}/${rounded.id}/reverse`);
  expect(reversal.lines[3]).toMatchObject({ isRounding: true });
  expect(await integrity()).toBe('passed');
});
