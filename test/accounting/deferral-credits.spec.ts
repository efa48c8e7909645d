import {
  creditInvoice,
  deferralOf,
  deferringCompany,
  partsOf,
  recognize,
  RUN,
  subscription,
} from '../support/deferrals.js';
import { issue } from '../support/sales.js';

const amounts = (parts: { amount: string }[]) => parts.map(({ amount }) => amount);

describe('a credit note', () => {
  it('of all of it before anything is earned leaves nothing to recognize', async () => {
    const { actor, customer, calendar } = await deferringCompany();
    const invoice = await issue(actor, subscription(customer));
    expect((await creditInvoice(actor, invoice, { issuedOn: '2025-01-02' })).status).toBe(201);
    expect(await calendar.balances('2025-12-31')).toEqual({});
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      status: 'credited',
      creditedAmount: '1200.00',
      remainingAmount: '0.00',
    });
    expect((await recognize(actor, '2025-12-31')).recognitions).toEqual([]);
  });

  it('takes what was recognized back from revenue and the rest from deferred revenue', async () => {
    const { actor, customer, calendar } = await deferringCompany();
    const invoice = await issue(actor, subscription(customer));
    await recognize(actor, '2025-06-30');
    await creditInvoice(actor, invoice, { issuedOn: '2025-07-10', lines: [{ position: 1, quantity: '3' }] });
    expect(await calendar.balances('2025-07-10')).toMatchObject({ '3000': '-450.00', '2970': '-450.00' });
    const deferral = await deferralOf(actor, invoice.id);
    expect(deferral).toMatchObject({ recognizedAmount: '450.00', remainingAmount: '450.00', creditedAmount: '300.00' });
    await recognize(actor, '2025-12-31');
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '3000': '-900.00' });
    await creditInvoice(actor, invoice, { issuedOn: '2025-12-31' });
    expect(await calendar.balances('2025-12-31')).toEqual({});
  });

  it('of a service that is broken off takes back what is not served alone', async () => {
    const { actor, customer, calendar } = await deferringCompany();
    const invoice = await issue(actor, subscription(customer));
    await recognize(actor, '2025-06-30');
    const cancelled = { issuedOn: '2025-07-05', serviceEndsOn: '2025-06-30', lines: [{ position: 1, quantity: '6' }] };
    const answer = await creditInvoice(actor, invoice, cancelled);
    expect(answer.body).toMatchObject({ totals: { net: '600.00', payable: '750.00' } });
    expect(await calendar.balances('2025-12-31')).toMatchObject({ '3000': '-600.00' });
    expect(await calendar.balances('2025-12-31')).not.toHaveProperty('2970');
    const taken = await partsOf(actor, `documentId=${answer.body.id}`);
    expect(amounts(taken)).toEqual(Array.from({ length: 6 }, () => '-100.00'));
    expect(await deferralOf(actor, invoice.id)).toMatchObject({
      status: 'recognized',
      recognizedAmount: '600.00',
      creditedAmount: '600.00',
    });
  });

  it('in parts of a currency that converts badly leaves nothing on the deferred account', async () => {
    const { actor, customer, calendar } = await deferringCompany();
    const rate = { currency: 'USD', exchangeRate: '0.9137', exchangeRateSource: 'agreed' };
    await actor.post('/v1/accounting/accounts', { code: '3999', name: 'Rounding', type: 'income' });
    const books = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
    const rounded = await actor.patch(
      `/v1/accounting/books/${actor.legalEntityId}`,
      { roundingAccountCode: '3999' },
      `"${books.body.version}"`,
    );
    expect(rounded.status).toBe(200);
    const line = { quantity: '7', unitPrice: '33.33', deferral: 'prorated', taxCodes: ['VAT25'] };
    const invoice = await issue(actor, { ...subscription(customer, line), ...rate });
    for (const [through, quantity] of [
      ['2025-02-28', '1'],
      ['2025-05-31', '2'],
      ['2025-08-31', '1'],
    ] as const) {
      await recognize(actor, through);
      const part = await creditInvoice(actor, invoice, { issuedOn: through, lines: [{ position: 1, quantity }] });
      expect(part.body).toMatchObject({ kind: 'credit_note' });
    }
    await creditInvoice(actor, invoice, { issuedOn: '2025-09-15' });
    await recognize(actor, '2025-12-31');
    const deferral = await deferralOf(actor, invoice.id);
    expect(deferral).toMatchObject({ creditedAmount: '233.31', remainingAmount: '0.00', functionalRemaining: '0.00' });
    expect(await calendar.balances('2025-12-31')).not.toHaveProperty('2970');
  });

  it('and a run at the same time leave what one after the other does', async () => {
    const { actor, customer, calendar } = await deferringCompany();
    const invoice = await issue(actor, subscription(customer));
    const answers = await Promise.all([
      actor.post(RUN, { through: '2025-08-31' }),
      creditInvoice(actor, invoice, { issuedOn: '2025-08-31', lines: [{ position: 1, quantity: '6' }] }),
      actor.post(RUN, { through: '2025-08-31' }),
      actor.post(RUN, { through: '2025-07-31' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200, 200]);
    await recognize(actor, '2025-08-31');
    expect(await calendar.balances('2025-08-31')).toMatchObject({ '3000': '-400.00', '2970': '-200.00' });
  });
});
