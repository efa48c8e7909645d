import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/cut-over.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  expect(await follow('cut-over.md', actor)).toBeGreaterThan(9);
});
