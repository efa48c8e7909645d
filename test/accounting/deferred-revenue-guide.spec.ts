import { newActor } from '../support/actor.js';
import { openDeferrals } from '../support/deferrals.js';
import { follow } from '../support/guide.js';

it('does what docs/deferred-revenue.md says', async () => {
  const actor = await newActor();
  await openDeferrals(actor);
  expect(await follow('deferred-revenue.md', actor)).toBeGreaterThan(5);
});
