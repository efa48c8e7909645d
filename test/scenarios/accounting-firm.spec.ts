import { INVITATIONS } from '../identity/members.js';
import { actingIn, engage, signIn } from '../engagements/engaged.js';
import { type Actor, newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { issue, openSales } from '../support/sales.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, taxReturns } from '../support/tax-returns.js';
import { Calendar } from '../support/year-end.js';

// Anna of an accounting firm keeps the books of three clients, each an organization of its own: she files the return of one,
// invoices for another, and takes the books of the third with her as a file. Each step is one test, and builds on those before.
jest.setTimeout(120_000);

const journalEntries = '/v1/accounting/journal-entries';
const inDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

let anna: Actor;
let formId: string;
/** The owners of the clients, and a company that has engaged nobody. */
let bakery: Actor;
let cinema: Actor;
let dentist: Actor;
let stranger: Actor;
/** Anna in each of them. */
let atBakery: Actor;
let atCinema: Actor;
let atDentist: Actor;

async function takeOn(owner: Actor): Promise<Actor> {
  const { body: clock } = await owner.get('/v1/administration/clock');
  const days = { startsOn: clock.todayOn, endsOn: inDays(clock.todayOn, 30) };
  const { status, body, text } = await engage(owner, anna.email, days);
  expect([status, text]).toEqual([201, expect.any(String)]);
  // Who has accepted one engagement of another firm accepts the next one signed in as well.
  const accepted = await anna.post(`${INVITATIONS}/accept-signed-in`, { token: body.token });
  expect(accepted.status).toBe(200);
  return actingIn(owner, anna);
}

beforeAll(async () => {
  ({ actor: bakery, formId } = await keepTaxes());
  cinema = await newActor();
  await openSales(cinema, 2025);
  dentist = await newActor();
  await dentist.openBooks('2025-01-01', '2025-12-31');
  stranger = await newActor();
  await stranger.openBooks('2025-01-01', '2025-12-31');
  anna = await newActor();
});

it('is taken on by three clients, and finds them beside her own firm when she signs in', async () => {
  [atBakery, atCinema, atDentist] = [await takeOn(bakery), await takeOn(cinema), await takeOn(dentist)];
  for (const owner of [bakery, cinema, dentist]) {
    expect((await signIn(anna, owner.organizationId)).status).toBe(200);
  }
  expect((await signIn(anna, stranger.organizationId)).status).toBe(401);
  const switched = await anna.post('/v1/auth/switch', { organizationId: stranger.organizationId });
  expect(switched.status).toBeGreaterThanOrEqual(400);
});

it('posts in each of them under her own name, and each sees its own alone', async () => {
  const posted = [
    await atBakery.postEntry('1000', '3000', '100.00', { entryDate: '2024-01-31', description: 'Bread' }),
    await atCinema.postEntry('1000', '3000', '200.00', { entryDate: '2025-01-31', description: 'Tickets' }),
    await atDentist.postEntry('1000', '3000', '300.00', { entryDate: '2025-01-31', description: 'Teeth' }),
  ];
  const owners = [bakery, cinema, dentist];
  const sessions = [atBakery, atCinema, atDentist];
  for (const [at, owner] of owners.entries()) {
    const { body } = await owner.get(`${journalEntries}?limit=50`);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([posted[at].id]);
    expect(body.data[0].postedBy).toBe(posted[0].postedBy);
    for (const [other, { id }] of posted.entries()) {
      expect((await sessions[at]!.get(`${journalEntries}/${id}`)).status).toBe(other === at ? 200 : 404);
    }
  }
  const balances = await Promise.all(
    [atBakery, atCinema, atDentist].map((one, at) =>
      new Calendar(one).balances(at === 0 ? '2024-12-31' : '2025-12-31'),
    ),
  );
  expect(balances).toEqual([
    { '1000': '100.00', '3000': '-100.00' },
    { '1000': '200.00', '3000': '-200.00' },
    { '1000': '300.00', '3000': '-300.00' },
  ]);
});

it('names what is of another client in vain', async () => {
  const theirs = await newCustomer(atCinema);
  const refused = await atDentist.post('/v1/accounting/invoices', {
    partyId: theirs,
    issuedOn: '2025-02-01',
    lines: [{ description: 'Filling', quantity: '1', unitPrice: '10', taxCodes: [], accountCode: '3000' }],
  });
  expect(refused.body.errors).toMatchObject([{ pointer: '/partyId', code: 'unknown_party' }]);
  const entity = cinema.legalEntityId;
  const report = await atDentist.get(`/v1/accounting/reports/trial-balance?asOf=2025-12-31&legalEntityId=${entity}`);
  expect(report.body).toMatchObject({ code: 'legal_entity_unknown' });
});

it('files the return of the bakery, for which it stays filed', async () => {
  for (const account of [{ code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' }]) {
    expect((await atBakery.post('/v1/accounting/accounts', account)).status).toBe(201);
  }
  for (const [purpose, accountCode] of [
    ['receivables', '1100'],
    ['revenue', '3000'],
  ]) {
    expect((await atBakery.post('/v1/accounting/posting-accounts', { purpose, accountCode })).status).toBe(201);
  }
  await issue(atBakery, {
    partyId: await newCustomer(atBakery),
    issuedOn: '2024-02-01',
    lines: [{ description: 'Bread', quantity: '10', unitPrice: '40', taxCodes: ['VAT-STD'] }],
  });
  const opened = await openReturn(atBakery, formId, { startsOn: '2024-01-01' });
  const { boxes, digest } = await boxesOfReturn(atBakery, opened.id);
  const amounts = Object.fromEntries(boxes.map((box: { code: string; amount: string }) => [box.code, box.amount]));
  expect([amounts['10'], amounts['11']]).toEqual(['400.00', '100.00']);
  const filed = await fileReturn(atBakery, opened.id, { filedOn: '2024-04-20', reference: '2024-Q1', digest });
  expect(filed).toMatchObject({ status: 200, body: { status: 'filed' } });
  expect((await bakery.get(`${taxReturns}/${opened.id}`)).body).toMatchObject({ status: 'filed' });
  expect((await atCinema.get(`${taxReturns}/${opened.id}`)).status).toBe(404);
  expect((await atDentist.get(taxReturns)).body.data).toEqual([]);
});

it('invoices for the cinema, whose numbers are its own', async () => {
  const invoice = await issue(atCinema, {
    partyId: await newCustomer(atCinema),
    issuedOn: '2025-02-01',
    lines: [{ description: 'Film evening', quantity: '1', unitPrice: '1000', taxCodes: ['VAT25'] }],
  });
  expect(invoice).toMatchObject({ number: 'INV-2025-000001', totals: { payable: '1250.00' } });
  expect((await cinema.get(`/v1/accounting/invoices/${invoice.id}`)).body).toMatchObject({
    issuedBy: invoice.issuedBy,
  });
  expect((await atBakery.get(`/v1/accounting/invoices/${invoice.id}`)).status).toBe(404);
});

it('takes the books of the dentist with her as a file, with nothing of the others in it', async () => {
  const file = await atDentist.get('/v1/accounting/exports/plain-text');
  expect(file.status).toBe(200);
  expect(file.text).toContain('Teeth');
  for (const word of ['Bread', 'Tickets', 'Film']) expect(file.text).not.toContain(word);
});

it('leaves the cinema at once when that ends the engagement, and goes on for the others', async () => {
  const { body } = await cinema.get('/v1/identity/engagements?status=in_force');
  const [{ id }] = body.data;
  const { headers } = await cinema.get(`/v1/identity/engagements/${id}`);
  const ended = await cinema.post(`/v1/identity/engagements/${id}/end`, {}, { 'If-Match': headers['etag']! });
  expect(ended.status).toBe(200);
  expect((await atCinema.get(journalEntries)).status).toBe(401);
  expect((await atBakery.get(journalEntries)).status).toBe(200);
  expect((await atDentist.get(journalEntries)).status).toBe(200);
  for (const owner of [bakery, cinema, dentist]) expect(await new Calendar(owner).failedChecks()).toEqual([]);
});
