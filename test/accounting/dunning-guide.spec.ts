import { newActor } from '../support/actor.js';
import { openDunning } from '../support/dunning.js';
import { follow } from '../support/guide.js';

it('does what docs/dunning.md says', async () => {
  const actor = await newActor();
  await openDunning(actor, []);
  expect(await follow('dunning.md', actor)).toBeGreaterThan(15);
});
