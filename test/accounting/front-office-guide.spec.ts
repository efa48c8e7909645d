import { newActor } from '../support/actor.js';
import { openShop } from '../support/front-office.js';
import { follow } from '../support/guide.js';

it('does what docs/front-office.md says', async () => {
  const actor = await newActor();
  await openShop(actor, { code: 'other' });
  expect(await follow('front-office.md', actor)).toBe(9);
});
