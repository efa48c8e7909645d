import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';

it('does what docs/cash-flow.md says', async () => {
  expect(await follow('cash-flow.md', await newActor())).toBeGreaterThan(14);
});
