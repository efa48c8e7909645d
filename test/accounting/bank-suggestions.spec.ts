import { type Actor, newActor } from '../support/actor.js';
import { addStatement, book, match, openBank } from '../support/bank-matching.js';
import { bankAccounts } from '../support/bank-statements.js';
import { newCustomer } from '../support/receivables.js';

let actor: Actor;
let bank: { id: string };

beforeEach(async () => {
  actor = await newActor();
  bank = await openBank(actor);
});

const suggestions = async (ids: string[] = []) => {
  const query = ids.length === 0 ? '' : `?statementLineIds=${ids.join(',')}`;
  return (await actor.get(`${bankAccounts}/${bank.id}/match-suggestions${query}`)).body.lines;
};

/** An invoice with a reference; below zero, what is owed to a vendor. */
async function invoice(partyId: string, amount: string, reference?: string): Promise<string> {
  const [accountCode, side, other] = amount.startsWith('-') ? ['2100', 'credit', 'debit'] : ['1100', 'debit', 'credit'];
  const positive = amount.replace('-', '');
  const entry = await actor.post('/v1/accounting/journal-entries', {
    post: true,
    entryDate: '2026-01-03',
    description: 'Invoice',
    ...(reference && { reference }),
    lines: [
      { accountCode, [side]: positive, partyId },
      { accountCode: '3000', [other]: positive },
    ],
  });
  return (await actor.get(`/v1/accounting/open-items?entryId=${entry.body.id}`)).body.data[0].id;
}

it('finds invoices by reference, by party and amount, and lines of the books by amount and day', async () => {
  const [nord, west] = [await newCustomer(actor), await newCustomer(actor, 'Westwind AG')];
  const one = await invoice(nord, '100.00', 'INV-2026-0001');
  const [two, three] = [await invoice(nord, '20.00', 'INV-2026-0002'), await invoice(nord, '30.00', 'INV-2026-0003')];
  const bill = await invoice(west, '-44.00', 'W/881');
  const booked = await book(actor, '7.00', { date: '2026-01-06' });
  const told = await addStatement(actor, {
    closing: '233.00',
    lines: [
      ['2026-01-05', '100.00', 'inv 2026 0001 thank you'],
      ['2026-01-05', '50.00', 'INV-2026-0002 INV-2026-0003'],
      ['2026-01-05', '-44.00', 'Your invoice W/881'],
      ['2026-01-05', '7.00', 'Nothing to go by'],
      ['2026-01-05', '20.00', 'Nothing either'],
    ],
  });
  const lines = await suggestions();
  expect(lines).toMatchObject([
    {
      statementLineId: told[0]!.id,
      isCertain: true,
      suggestions: [
        { score: 90, reasons: ['reference', 'amount'], partyId: nord, items: [{ openItemId: one, amount: '100.00' }] },
      ],
    },
    { isCertain: true, suggestions: [{ score: 90, reasons: ['reference', 'amount'] }, {}, {}] },
    { suggestions: [{ score: 35 + 55, partyId: west, items: [{ openItemId: bill, amount: '44.00' }] }] },
    { isCertain: false, suggestions: [{ score: 75, reasons: ['amount', 'date'], ledgerLineId: booked.id, items: [] }] },
    { isCertain: false, suggestions: [] },
  ]);
  const together = lines[1].suggestions[0].items as { openItemId: string; amount: string }[];
  const amounts = Object.fromEntries(together.map(({ openItemId, amount }) => [openItemId, amount]));
  expect(amounts).toEqual({ [two]: '20.00', [three]: '30.00' });

  // What was suggested is accepted as it is.
  const { partyId, items } = lines[0].suggestions[0];
  const body = { statementLineId: told[0]!.id, lines: [{ amount: '100.00', partyId, settles: items }] };
  expect(await actor.post('/v1/accounting/bank-line-entries', body)).toMatchObject({ status: 201 });
  expect(await match(actor, bank.id, [told[3]!], [{ id: lines[3].suggestions[0].ledgerLineId }])).toMatchObject({
    status: 201,
  });
  const left = await suggestions(told.map(({ id }) => id));
  expect(left.map(({ statementLineId }: { statementLineId: string }) => statementLineId)).toEqual(
    [1, 2, 4].map((index) => told[index]!.id),
  );
  expect((await suggestions([told[1]!.id]))[0].suggestions[0].score).toBe(90);
});

it('knows who pays by account and by name, where the amount is that of an item', async () => {
  const partyId = await newCustomer(actor);
  const item = await invoice(partyId, '61.00');
  await invoice(partyId, '62.00');
  const iban = 'NO9386011117947';
  const account = { partyId, holder: 'Nordlicht GmbH', iban };
  expect(await actor.post('/v1/accounting/party-bank-accounts', account)).toMatchObject({ status: 201 });
  const details = (name: string, from: string) => `166?00CREDIT?20SVWZ+x?31${from}?32${name}`;
  await addStatement(actor, {
    closing: '222.00',
    lines: [
      ['2026-01-05', '61.00', details('Somebody', iban)],
      ['2026-01-06', '61.00', details('Nordlicht GmbH', '')],
    ],
  });
  const lines = await suggestions();
  expect(lines).toMatchObject([
    {
      isCertain: false,
      suggestions: [{ score: 65, reasons: ['amount', 'party_iban'], items: [{ openItemId: item }] }],
    },
    {
      isCertain: false,
      suggestions: [{ score: 55, reasons: ['amount', 'party_name'], items: [{ openItemId: item }] }],
    },
  ]);
});

it('suggests nothing of others, and is of one bank account', async () => {
  const stranger = await newActor();
  await openBank(stranger);
  const told = await addStatement(actor, { closing: '105.00', lines: [['2026-01-05', '5.00', 'INV-1']] });
  await book(stranger, '5.00');
  expect(await suggestions([told[0]!.id])).toMatchObject([{ suggestions: [] }]);
  expect((await stranger.get(`${bankAccounts}/${bank.id}/match-suggestions`)).status).toBe(404);
});
