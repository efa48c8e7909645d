import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { newCustomer } from '../support/receivables.js';
import { openForeignBooks, postDollars } from '../support/revaluation.js';

it('does what docs/revaluation.md says', async () => {
  const actor = await newActor();
  await openForeignBooks(actor);
  const partyId = await newCustomer(actor);
  await postDollars(actor, '0.90', { 1100: '1000.00', 3000: '-1000.00' }, { partyId });
  await postDollars(actor, '0.88', { 1940: '2000.00', 2000: '-2000.00' });
  expect(await follow('revaluation.md', actor)).toBe(4);
});
