import { newActor } from '../support/actor.js';
import { follow } from '../support/guide.js';

it('does what docs/tax-returns.md says', async () => {
  const actor = await newActor();
  await actor.openBooks('2024-01-01', '2024-12-31');
  const codes = { templateCode: 'eu_vat', validFrom: '2024-01-01', country: 'SE', standardRate: '0.25' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  expect(await follow('tax-returns.md', actor)).toBeGreaterThan(16);
});
