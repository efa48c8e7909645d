import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openReceipts } from '../support/receipts.js';
import { newCustomer } from '../support/receivables.js';

it('docs/taxes.md does what it says', async () => {
  const actor = await newActor();
  const { clearing } = await openReceipts(actor);
  const customer = await newCustomer(actor);
  const accounts = [
    { code: '2615', name: 'Output tax not yet due', type: 'liability' },
    { code: '2640', name: 'Input tax', type: 'asset' },
  ];
  for (const account of accounts) await actor.post('/v1/accounting/accounts', account);
  await actor.post('/v1/accounting/posting-accounts', { purpose: 'revenue', accountCode: '3000' });
  expect(await follow('taxes.md', actor, { known: { customer, clearing } })).toBe(9);
});
