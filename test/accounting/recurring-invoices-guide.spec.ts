import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/recurring-invoices.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  expect(await follow('recurring-invoices.md', actor)).toBe(7);
});
