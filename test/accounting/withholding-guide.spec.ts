import { newActor } from '../support/actor.js';
import { mt940, statementImports } from '../support/bank-statements.js';
import { follow } from '../support/guide.js';
import { openReceipts } from '../support/receipts.js';

it('does what docs/withholding.md says', async () => {
  const actor = await newActor();
  const { bankAccountId: bank } = await openReceipts(actor);
  const paid = () =>
    actor.upload(
      `${statementImports}?bankAccountId=${bank}`,
      mt940('1', '0.00', '424.00', [['2026-05-04', '424.00', 'INV-2026-000002']]),
    );
  expect(await follow('withholding.md', actor, { known: { bank }, before: { line: paid } })).toBe(25);
});
