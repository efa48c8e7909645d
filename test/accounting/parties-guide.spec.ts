import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';

it('does what the guide to customers and vendors says', async () => {
  const actor = await newActor();
  await actor.openBooks();
  expect(await follow('parties.md', actor)).toBeGreaterThan(8);
});
