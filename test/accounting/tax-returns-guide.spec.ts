import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';
import { taxed } from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';

it('does what docs/tax-returns.md says', async () => {
  const actor = await newActor();
  await actor.openBooks('2024-01-01', '2024-12-31');
  const codes = { templateCode: 'eu_vat', validFrom: '2024-01-01', country: 'SE', standardRate: '0.25' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  await postDocuments(
    actor,
    taxed('2024-01-15', '1000.00'),
    taxed('2024-02-10', '400.00', { kind: 'purchase' }),
    taxed('2024-02-20', '2000.00', { kind: 'reverse_charge', taxCode: 'VAT-RC-PURCHASE' }),
  );
  const late = () => postDocuments(actor, taxed('2024-04-10', '80.00', { taxPointOn: '2024-03-28' }));
  expect(await follow('tax-returns.md', actor, { before: { late } })).toBeGreaterThan(8);
});
