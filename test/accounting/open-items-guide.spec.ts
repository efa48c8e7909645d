import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openReceivables } from '../support/receivables.js';

it('does what docs/open-items.md says', async () => {
  const actor = await newActor();
  await openReceivables(actor);
  expect(await follow('open-items.md', actor)).toBeGreaterThan(6);
});
