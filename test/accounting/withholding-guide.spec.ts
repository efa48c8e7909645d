import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openReceipts } from '../support/receipts.js';

it('does what docs/withholding.md says', async () => {
  const actor = await newActor();
  const { bankAccountId: bank } = await openReceipts(actor);
  expect(await follow('withholding.md', actor, { known: { bank } })).toBe(14);
});
