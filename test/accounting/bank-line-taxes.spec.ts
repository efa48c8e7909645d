import { type Actor, newActor } from '../support/actor.js';
import { addStatement, bankMatches, openBank } from '../support/bank-matching.js';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await openBank(actor);
});

const lineOf = async (amount: string, closing: string) =>
  (await addStatement(actor, { closing, lines: [['2026-03-20', amount, 'Invoice 17', 'B-1']] }))[0]!;
const createEntry = (line: { id: string }, body: object, headers?: Record<string, string>) =>
  actor.post('/v1/accounting/bank-line-entries', { statementLineId: line.id, ...body }, headers);
const undo = (id: string, body: object = { reason: 'Wrong' }) => actor.post(`${bankMatches}/${id}/undo`, body);
const entry = async (id: string) => (await actor.get(`/v1/accounting/journal-entries/${id}`)).body;

it('takes the tax out of what a card paid, and gives it back with the match', async () => {
  const codes = {
    templateCode: 'eu_vat',
    validFrom: '2026-01-01',
    country: 'SE',
    standardRate: '0.25',
    outputAccountCode: '2610',
    inputAccountCode: '2640',
  };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  const line = await lineOf('-112.50', '-12.50');
  const taxes = { direction: 'purchase', taxCodes: ['VAT-STD'] };
  const lines = [
    { amount: '-100.00', accountCode: '4000', taxes: { ...taxes, taxAmount: '20.01' } },
    { amount: '-12.50', accountCode: '4000', taxes },
  ];
  const wrong = [lines[0], { ...lines[1], taxes: { ...taxes, taxCodes: ['NO'] } }];
  expect(await createEntry(line, { lines: wrong })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/1/taxes/taxCodes/0', code: 'unknown_tax_code' }] },
  });
  const made = await createEntry(line, { lines, taxPointOn: '2026-03-18' });
  expect(made.status).toBe(201);
  const posted = await entry(made.body.entryId);
  expect(posted).toMatchObject({
    lines: [
      { accountCode: '1940', credit: '112.50' },
      { accountCode: '4000', debit: '79.99' },
      { accountCode: '4000', debit: '10.00' },
      { accountCode: '2640', debit: '20.01' },
      { accountCode: '2640', debit: '2.50' },
    ],
    taxes: [
      { lineNumber: 4, side: 'input', base: '79.99', tax: '20.01', taxPointOn: '2026-03-18' },
      { lineNumber: 5, side: 'input', base: '10.00', tax: '2.50', partyId: null },
    ],
  });
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  const { reversedBy } = await entry(made.body.entryId);
  expect((await entry(reversedBy)).taxes).toMatchObject([{ tax: '-20.01' }, { tax: '-2.50' }]);
});
