import { colleagueOf, newActor } from '../support/actor.js';
import {
  creditInvoice,
  deferralOf,
  deferringCompany,
  openDeferrals,
  recognize,
  RUN,
  subscription,
} from '../support/deferrals.js';
import { newCustomer } from '../support/receivables.js';
import { issue } from '../support/sales.js';

describe('is refused', () => {
  const refusals: [string, object, string, string][] = [
    [
      'a service that ends before it begins',
      { service: { from: '2025-02-01', through: '2025-01-31' } },
      '/lines/0/service/through',
      'service_ends_early',
    ],
    [
      'a service of more than ten years',
      { service: { from: '2025-01-01', through: '2035-02-01' } },
      '/lines/0/service/through',
      'service_too_long',
    ],
    ['a deferral without a service', { service: undefined }, '/lines/0/service', 'service_required'],
  ];
  it.each(refusals)('%s', async (_what, change, pointer, code) => {
    const { actor, customer } = await deferringCompany();
    const answer = await actor.post('/v1/accounting/invoices', subscription(customer, change));
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  it('a deferral where no account for it is named, but not a service that is earned at once', async () => {
    const actor = await newActor();
    await openDeferrals(actor);
    const { body } = await actor.get('/v1/accounting/posting-accounts?purpose=deferred_revenue');
    await actor.delete(`/v1/accounting/posting-accounts/${body.data[0].id}`, `"${body.data[0].version}"`);
    const customer = await newCustomer(actor);
    const refused = await actor.post('/v1/accounting/invoices', subscription(customer));
    expect(refused.body).toMatchObject({ code: 'posting_account_missing' });
    const invoice = await issue(actor, subscription(customer, { deferral: 'none' }));
    expect(invoice.lines[0]).toMatchObject({ service: { from: '2025-01-01' }, deferral: null });
    expect(await deferralOf(actor, invoice.id)).toBeUndefined();
  });

  it('a credit note of no invoice that is deferred, and an end of a service that ends nothing', async () => {
    const { actor, customer } = await deferringCompany();
    const free = await actor.post('/v1/accounting/credit-notes', { ...subscription(customer), reason: 'Bonus' });
    expect(free.body.errors).toMatchObject([{ pointer: '/lines/0/deferral', code: 'deferred_credit' }]);
    const invoice = await issue(actor, subscription(customer));
    const answer = await creditInvoice(actor, invoice, { issuedOn: '2025-02-01', serviceEndsOn: '2025-12-31' });
    expect(answer.body).toMatchObject({
      code: 'credit_refused',
      errors: [{ pointer: '/serviceEndsOn', code: 'no_service_ends' }],
    });
  });

  it('a run beyond this month, of nobody who may, and an entry of others in its journal', async () => {
    const { actor, customer } = await deferringCompany();
    const early = await actor.post(RUN, { through: '2199-12-31' });
    expect(early.body).toMatchObject({
      code: 'deferral_refused',
      errors: [{ pointer: '/through', code: 'not_earned' }],
    });
    const auditor = await colleagueOf(actor, ['auditor']);
    expect((await auditor.post(RUN, {})).status).toBe(403);
    await issue(actor, subscription(customer));
    await recognize(actor, '2025-01-31');
    const entry = await actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate: '2025-02-01',
      journalCode: 'DEFERRED-REVENUE',
      description: 'By hand',
      lines: [
        { accountCode: '2970', debit: '1.00' },
        { accountCode: '3000', credit: '1.00' },
      ],
    });
    expect(entry.body.errors).toMatchObject([{ code: 'journal_of_documents' }]);
  });
});
