import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openReceivables } from '../support/receivables.js';

it('does what docs/cut-over.md says', async () => {
  const actor = await newActor();
  await openReceivables(actor);
  expect(await follow('cut-over.md', actor)).toBeGreaterThan(5);
});
