import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/invoices.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  expect(await follow('invoices.md', actor)).toBeGreaterThan(5);
});
