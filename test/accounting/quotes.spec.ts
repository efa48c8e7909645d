import { type Actor, newActor } from '../support/actor.js';
import { offer, quote, QUOTES, REVISIONS, step } from '../support/quotes.js';
import { newCustomer } from '../support/receivables.js';
import { openSales } from '../support/sales.js';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const sentOn = '2026-03-05';
const read = async ({ id }: { id: string }) => (await actor.get(`${QUOTES}/${id}`)).body;
const sent = (change: object = {}) => quote(actor, offer(customer, change), [['send', { sentOn }]]);
const accepted = (change: object = {}) =>
  quote(actor, offer(customer, change), [
    ['send', { sentOn }],
    ['accept', { answeredOn: '2026-03-20' }],
  ]);
const entries = async () => (await actor.get('/v1/accounting/journal-entries')).body.data;

describe('a quote', () => {
  it('is written, numbered and calculated when it is sent, and answered', async () => {
    const one = await quote(actor, offer(customer, { validUntil: '2026-04-30' }));
    expect(await read(one)).toMatchObject({
      status: 'draft',
      number: null,
      revision: 1,
      payable: null,
      partyId: customer,
    });
    const changed = await actor.patch(`${QUOTES}/${one.id}`, { note: 'Delivered free of charge' }, '"1"');
    expect(changed).toMatchObject({ status: 200, body: { version: 2, content: { note: 'Delivered free of charge' } } });
    const rehearsed = await actor.post(`${QUOTES}/${one.id}/send?dryRun=true`, { sentOn }, { 'If-Match': '"2"' });
    expect(rehearsed).toMatchObject({ status: 201, body: { number: 'QUO-000001', totals: { payable: '1250.00' } } });
    expect(await read(one)).toMatchObject({ status: 'draft', number: null });
    const made = await step(actor, one.id, 'send', { sentOn });
    expect(made).toMatchObject({
      status: 201,
      body: {
        number: 'QUO-000001',
        revision: 1,
        sentOn,
        validUntil: '2026-04-30',
        currency: 'EUR',
        buyer: { name: 'Nordlicht GmbH' },
        lines: [{ position: 1, description: 'Office chair', quantity: '10', unitPrice: '100.00', net: '1000.00' }],
        taxes: [{ taxCode: 'VAT25', rate: '0.25', base: '1000.00', tax: '250.00' }],
        totals: { lineNet: '1000.00', net: '1000.00', tax: '250.00', gross: '1250.00', payable: '1250.00' },
        answer: null,
      },
    });
    const answered = await step(actor, one.id, 'accept', { answeredOn: '2026-03-20', note: 'By telephone' });
    expect(answered).toMatchObject({
      status: 200,
      body: { status: 'accepted', answeredOn: '2026-03-20', answerNote: 'By telephone', payable: '1250.00', sentOn },
    });
    const { body } = await actor.get(`${REVISIONS}?quoteId=${one.id}`);
    expect(body.data).toEqual([
      { ...made.body, answer: 'accepted', answeredOn: '2026-03-20', answerNote: 'By telephone' },
    ]);
    expect((await actor.get(`${QUOTES}?number=QUO-000001&status=accepted`)).body.data).toHaveLength(1);
    expect(await entries()).toEqual([]);
  });

  it('has a number without a gap, also where many are sent at once and drafts go away', async () => {
    const drafts = await Promise.all(Array.from({ length: 12 }, () => quote(actor, offer(customer))));
    expect((await actor.delete(`${QUOTES}/${drafts[0]!.id}`, '"1"')).status).toBe(204);
    const answers = await Promise.all(drafts.slice(1).map(({ id }) => step(actor, id, 'send', { sentOn })));
    const numbers = answers.map(({ body }) => body.number as string);
    expect(new Set(numbers)).toEqual(
      new Set(Array.from({ length: 11 }, (_, at) => `QUO-${`${at + 1}`.padStart(6, '0')}`)),
    );
    expect((await actor.get(`${QUOTES}/${drafts[0]!.id}`)).status).toBe(404);
  });

  it('is revised under its number, and what was sent stays', async () => {
    const one = await sent();
    const first = (await actor.get(`${REVISIONS}?quoteId=${one.id}`)).body.data[0];
    expect((await actor.patch(`${QUOTES}/${one.id}`, { note: 'Less' }, '"2"')).body.code).toBe('quote_in_other_status');
    await step(actor, one.id, 'decline', { answeredOn: sentOn, note: 'Too expensive' });
    expect(await step(actor, one.id, 'revise')).toMatchObject({
      status: 200,
      body: { status: 'draft', revision: 2, number: 'QUO-000001', sentOn: null, answeredOn: null },
    });
    const { version } = await read(one);
    const lines = [{ description: 'Office chair', quantity: '10', unitPrice: '90', taxCodes: ['VAT25'] }];
    expect((await actor.patch(`${QUOTES}/${one.id}`, { lines }, `"${version}"`)).status).toBe(200);
    expect((await actor.delete(`${QUOTES}/${one.id}`, `"${version + 1}"`)).body.code).toBe('quote_in_other_status');
    expect(await step(actor, one.id, 'send', { sentOn: '2026-03-10' })).toMatchObject({
      body: { number: 'QUO-000001', revision: 2, totals: { payable: '1125.00' } },
    });
    const { body } = await actor.get(`${REVISIONS}?quoteId=${one.id}&sort=sentAt`);
    expect(body.data).toMatchObject([
      { ...first, answer: 'declined', answerNote: 'Too expensive', answeredOn: sentOn },
      { revision: 2, answer: null },
    ]);
  });

  it('is accepted while it is valid, by the clock of the organization', async () => {
    const one = await sent({ validUntil: '2026-03-31' });
    expect(await read(one)).toMatchObject({ status: 'expired' });
    expect((await actor.get(`${QUOTES}?status=expired`)).body.data).toHaveLength(1);
    expect(await step(actor, one.id, 'accept')).toMatchObject({
      status: 409,
      body: { code: 'quote_in_other_status', errors: [{ pointer: '/answeredOn', code: 'quote_expired' }] },
    });
    expect(await step(actor, one.id, 'accept', { answeredOn: '2026-04-01' })).toMatchObject({ status: 409 });
    // What is only told later.
    expect(await step(actor, one.id, 'accept', { answeredOn: '2026-03-31' })).toMatchObject({
      status: 200,
      body: { status: 'accepted' },
    });
  });

  it('is copied with what it says', async () => {
    const one = await accepted({ validUntil: '2026-04-30', note: 'Net' });
    const copy = await actor.post(`${QUOTES}/${one.id}/copy`);
    expect(copy).toMatchObject({
      status: 201,
      body: { status: 'draft', number: null, copyOf: one.id, validUntil: null, content: (await read(one)).content },
    });
  });
});

describe('an accepted quote', () => {
  it('becomes an invoice of the same amounts, once, however many ask for it', async () => {
    const one = await accepted();
    const { version } = await read(one);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        actor.post(`${QUOTES}/${one.id}/invoice`, { issuedOn: '2026-03-25' }, { 'If-Match': `"${version}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    const converted = await read(one);
    expect(converted).toMatchObject({ status: 'converted', draftId: null });
    const { body } = await actor.get('/v1/accounting/invoices');
    expect(body.data).toMatchObject([
      { id: converted.documentId, issuedOn: '2026-03-25', totals: { payable: '1250.00' } },
    ]);
    expect(await step(actor, one.id, 'revise')).toMatchObject({ status: 409, body: { code: 'quote_in_other_status' } });
    expect(await step(actor, one.id, 'convert')).toMatchObject({ status: 409 });
    expect(await entries()).toHaveLength(1);
  });

  it('becomes a draft of an invoice', async () => {
    const one = await accepted();
    const made = await step(actor, one.id, 'convert', { issuedOn: '2026-03-25' });
    expect(made).toMatchObject({ status: 200, body: { status: 'converted', documentId: null } });
    const draft = await actor.get(`/v1/accounting/sales-drafts/${made.body.draftId}`);
    expect(draft.body).toMatchObject({
      kind: 'invoice',
      status: 'draft',
      content: { partyId: customer, issuedOn: '2026-03-25' },
    });
    const at = `/v1/accounting/sales-drafts/${made.body.draftId}/issue`;
    expect(await actor.post(at, {}, { 'If-Match': '"1"' })).toMatchObject({
      status: 201,
      body: { totals: { payable: '1250.00' } },
    });
  });

  it('tells what comes out otherwise since, and is converted where that is accepted', async () => {
    const one = await accepted();
    const { body: codes } = await actor.get('/v1/accounting/tax-codes?code=VAT25');
    const rate = { taxCodeId: codes.data[0].id, validFrom: '2026-04-01', rate: '0.20', closesPrevious: true };
    expect((await actor.post('/v1/accounting/tax-rates', rate)).status).toBe(201);
    const refused = await step(actor, one.id, 'invoice', { issuedOn: '2026-04-02' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'quote_amounts_changed' } });
    expect(refused.body.errors.map(({ message }: { message: string }) => message)).toEqual([
      'totals.tax was 250.00 and is 200.00.',
      'totals.payable was 1250.00 and is 1200.00.',
      'Tax VAT25 was 250.00 (rate 0.25) and is 200.00 (rate 0.2).',
    ]);
    expect(await read(one)).toMatchObject({ status: 'accepted' });
    const wanted = { issuedOn: '2026-04-02', acceptChangedAmounts: true };
    expect(await step(actor, one.id, 'invoice', wanted)).toMatchObject({ status: 200, body: { status: 'converted' } });
    expect((await actor.get('/v1/accounting/invoices')).body.data).toMatchObject([{ totals: { payable: '1200.00' } }]);
  });
});

it('is refused where it does not fit', async () => {
  const draft = await quote(actor, offer(customer, { validUntil: '2026-03-04' }));
  expect(await step(actor, draft.id, 'send', { sentOn })).toMatchObject({
    status: 422,
    body: { code: 'quote_refused', errors: [{ pointer: '/sentOn', code: 'valid_before_sent' }] },
  });
  expect(await step(actor, draft.id, 'send', { sentOn: '2199-01-01' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/sentOn', code: 'day_to_come' }] },
  });
  expect(await step(actor, draft.id, 'accept')).toMatchObject({ status: 409, body: { code: 'quote_in_other_status' } });
  expect(await step(actor, draft.id, 'invoice')).toMatchObject({ status: 409 });
  const one = await sent();
  expect(await step(actor, one.id, 'accept', { answeredOn: '2026-03-04' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/answeredOn', code: 'day_before_sent' }] },
  });
  expect(await step(actor, one.id, 'convert')).toMatchObject({ status: 409 });
  expect((await actor.post(`${QUOTES}/${one.id}/accept`, {}, { 'If-Match': '"1"' })).status).toBe(412);
  const line = { description: 'X', quantity: '1', unitPrice: '1', taxCodes: ['NONE'] };
  const wrong = await quote(actor, offer(customer, { lines: [line] }));
  expect(await step(actor, wrong.id, 'send', { sentOn })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/0/taxCodes/0' }] },
  });
});
