import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/quotes.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  const created = async (path: string, body: object): Promise<string> => {
    const { status, text, body: made } = await actor.post(`/v1/accounting/${path}`, body);
    if (status !== 201) throw new Error(`${path} was answered ${text}`);
    return made.id;
  };
  const clearing = await created('accounts', { code: '1950', name: 'Clearing', type: 'asset' });
  await created('accounts', { code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' });
  await created('posting-accounts', { purpose: 'customer_deposits', accountCode: '2450' });
  expect(await follow('quotes.md', actor, { known: { clearing } })).toBe(11);
});
