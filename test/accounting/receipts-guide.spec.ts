import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { openReceipts } from '../support/receipts.js';

it('does what docs/receipts.md says', async () => {
  const actor = await newActor();
  const { bankAccountId: bank, clearing } = await openReceipts(actor);
  expect(await follow('receipts.md', actor, { known: { bank, clearing } })).toBe(19);
});
