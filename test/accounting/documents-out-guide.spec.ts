import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openSales } from '../support/sales.js';

it('does what docs/documents-out.md says', async () => {
  const actor = await newActor();
  await openSales(actor);
  expect(await follow('documents-out.md', actor)).toBeGreaterThan(6);
});
