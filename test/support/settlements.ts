import type { Actor } from './actor.js';

/** A receipt, a refund, a write-off and an applied deposit that stand, and what more of them is made of. */
export interface Settlements {
  receipt: { id: string; version: number };
  refund: { id: string; version: number };
  writeOff: { id: string; version: number };
  application: { id: string; version: number };
  partyId: string;
  /** A charge of 30.00 that is open, and a credit in EUR, of which 3.00 are; the books are in SEK. */
  chargeId: string;
  creditId: string;
  /** A deposit, of which 7.00 are left. */
  depositId: string;
  /** The ledger account of the money. */
  cashId: string;
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** A deposit of 8.00 on an account of its own; answers its item. */
async function deposit(
  actor: Actor,
  head: { legalEntityId: string; partyId: string; accountId: string },
): Promise<string> {
  const { legalEntityId } = head;
  const account = { legalEntityId, code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' };
  await actor.post('/v1/accounting/accounts', account);
  const named = { legalEntityId, purpose: 'customer_deposits', accountCode: '2450' };
  await actor.post('/v1/accounting/posting-accounts', named);
  const receipt = { ...head, receivedOn: '2026-01-11', amount: '8.00', deposit: true };
  const { entryId } = await created(actor, 'receipts', receipt);
  return (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data[0].id;
}

/** Adds a customer who has charges on the account of the code, has paid, was paid back, and will not pay the rest, and whose deposit paid a part. */
export async function addSettlements(actor: Actor, code: string): Promise<Settlements> {
  const { legalEntityId } = actor;
  const { id: partyId } = await created(actor, 'parties', { legalEntityId, name: 'Sundberg AB', isCustomer: true });
  const named = async (purpose: string, accountCode: string) => {
    const body = { legalEntityId, purpose, accountCode };
    const answer = await actor.post('/v1/accounting/posting-accounts', body);
    // Named before, where there are settlements already.
    if (answer.status !== 201 && answer.status !== 409) throw new Error(answer.text);
  };
  await named('receivables', code);
  await named('bad_debts', '4000');
  await named('exchange_gains', '3000');
  await named('exchange_losses', '4000');
  const charge = async (amount: string): Promise<string> => {
    const entry = await created(actor, 'journal-entries', {
      legalEntityId,
      entryDate: '2026-01-05',
      description: 'Invoice',
      post: true,
      lines: [
        { accountCode: code, debit: amount, partyId },
        { accountCode: '3000', credit: amount },
      ],
    });
    return (await actor.get(`/v1/accounting/open-items?entryId=${entry.id}`)).body.data[0].id;
  };
  const { body: cash } = await actor.get(`/v1/accounting/accounts?legalEntityId=${legalEntityId}&code=1000`);
  const head = { legalEntityId, partyId, reference: 'FURNISHED' };
  const accountId = cash.data[0].id;
  const [paid, lost, chargeId] = [await charge('20.00'), await charge('10.00'), await charge('30.00')];
  const receipt = await created(actor, 'receipts', {
    ...head,
    accountId,
    receivedOn: '2026-01-10',
    amount: '25.00',
    allocations: [{ openItemId: paid, amount: '20.00' }],
  });
  const euros = { accountId, exchangeRate: '11.00', exchangeRateSource: 'agreed' };
  const onAccount = { receivedOn: '2026-01-10', amount: '5.00', currency: 'EUR' };
  const second = await created(actor, 'receipts', { ...head, ...euros, ...onAccount });
  const { body } = await actor.get(`/v1/accounting/open-items?entryId=${second.entryId}`);
  const creditId = body.data[0].id;
  const items = [{ openItemId: creditId, amount: '2.00' }];
  const refund = await created(actor, 'refunds', { ...head, ...euros, refundedOn: '2026-01-11', items });
  const writeOff = await created(actor, 'write-offs', {
    ...head,
    writtenOffOn: '2026-01-12',
    reason: 'Insolvent',
    items: [{ openItemId: lost, amount: '4.00' }],
  });
  const depositId = await deposit(actor, { ...head, accountId });
  const application = await created(actor, 'deposit-applications', {
    ...head,
    depositItemId: depositId,
    appliedOn: '2026-01-12',
    allocations: [{ openItemId: lost, amount: '1.00' }],
  });
  // They never change: they have no version, and no operation asks for it.
  const place = ({ id }: { id: string }) => ({ id, version: 1 });
  return {
    receipt: place(receipt),
    refund: place(refund),
    writeOff: place(writeOff),
    application: place(application),
    partyId,
    chargeId,
    creditId,
    depositId,
    cashId: accountId,
  };
}
