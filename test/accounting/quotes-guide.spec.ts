import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/quotes.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  expect(await follow('quotes.md', actor)).toBe(9);
});
