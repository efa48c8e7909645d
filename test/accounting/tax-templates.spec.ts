import { type Actor, newActor } from '../support/actor.js';

const templates = '/v1/accounting/tax-codes/import-template';
const calculations = '/v1/accounting/tax-calculations';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
});

const validFrom = '2020-01-01';
const outcomesOf = (parts: { outcome: string }[]) => [...new Set(parts.map(({ outcome }) => outcome))];

/** Tax codes of a line of 100.00, and what is paid for it. */
async function taxed(direction: string, line: object = {}, document: object = {}) {
  const { body } = await actor.post(calculations, {
    currency: 'EUR',
    direction,
    taxPointOn: '2026-03-05',
    ...document,
    lines: [
      {
        quantity: '1',
        unitPrice: '100',
        ...line,
      },
    ],
  });
  const { totals } = body;
  return [...body.lines[0].taxCodes, totals.gross, totals.selfAssessed];
}

it('brings VAT of a Member State', async () => {
  const eu = { templateCode: 'eu_vat', validFrom, country: 'SE', standardRate: '0.25', reducedRate: '0.12' };
  const dry = await actor.post(`${templates}?dryRun=true`, eu);
  expect(dry).toMatchObject({ status: 200, body: { status: 'dry_run' } });
  expect((await actor.get('/v1/accounting/tax-codes')).body.data).toEqual([]);
  const { body } = await actor.post(templates, eu);
  expect(body.accounts.map(({ code }: { code: string }) => code)).toEqual(['2100', '1200']);
  expect({ ...body, status: 'dry_run' }).toEqual(dry.body);
  const business = { partyTaxClass: 'eu_business' };
  expect([
    await taxed('sale'),
    await taxed('sale', { itemTaxClass: 'reduced' }),
    await taxed('sale', { itemTaxClass: 'services' }, business),
    await taxed('sale', {}, business),
    await taxed('sale', {}, { partyTaxClass: 'non_eu' }),
    await taxed('purchase', {}, business),
  ]).toEqual([
    ['VAT-STD', '125.00', '0.00'],
    ['VAT-RED', '112.00', '0.00'],
    ['VAT-RC-SALE', '100.00', '0.00'],
    ['VAT-IC-SALE', '100.00', '0.00'],
    ['VAT-EXPORT', '100.00', '0.00'],
    ['VAT-IC-PURCHASE', '100.00', '25.00'],
  ]);
  const again = (await actor.post(templates, eu)).body;
  expect([again.status, outcomesOf([...again.taxCodes, ...again.rules])]).toEqual(['nothing_new', ['unchanged']]);
});

it('brings VAT of the United Kingdom, and leaves what is there', async () => {
  const rates = [{ validFrom, rate: '0' }];
  const zero = { code: 'VAT0', name: 'Ours', category: 'Z', appliesTo: 'both', rates };
  await actor.post('/v1/accounting/tax-codes', zero);
  await actor.post('/v1/accounting/tax-rules', { name: 'Ours', direction: 'sale', priority: 1000, taxCode: 'VAT0' });
  const { body } = await actor.post(templates, { templateCode: 'uk_vat', validFrom });
  expect(body.taxCodes).toContainEqual({ code: 'VAT0', name: 'Ours', outcome: 'unchanged' });
  expect(outcomesOf(body.rules)).toEqual(['created', 'skipped']);
  expect(await taxed('purchase', {}, { partyTaxClass: 'non_uk' })).toEqual(['IMPORT-PVA', '100.00', '20.00']);
});

it('brings sales taxes of a state, by destination', async () => {
  const us = { templateCode: 'us_sales_tax', validFrom, subdivision: 'NY', stateRate: '0.04', cityRate: '0.045' };
  expect((await actor.post(templates, us)).status).toBe(200);
  const place = { country: 'US', subdivision: 'NY' };
  expect([
    await taxed('sale', {}, place),
    await taxed('sale', {}, { ...place, partyTaxClass: 'resale' }),
    await taxed('sale', {}, { ...place, subdivision: 'OR' }),
  ]).toEqual([
    ['NY-SALES', '108.50', '0.00'],
    ['RESALE', '100.00', '0.00'],
    ['NOT-COLLECTED', '100.00', '0.00'],
  ]);
});

it('tells what a template needs, and where its facts are from', async () => {
  const { body } = await actor.get('/v1/accounting/tax-templates');
  expect(body.templates.map(({ code, needs }: { code: string; needs: string[] }) => [code, ...needs])).toEqual([
    ['eu_vat', 'country', 'standardRate'],
    ['uk_vat'],
    ['us_sales_tax', 'subdivision', 'stateRate'],
  ]);
  const refused = await actor.post(templates, { templateCode: 'eu_vat', validFrom, country: 'SE' });
  expect(refused.status).toBe(422);
  expect(refused.body.errors).toMatchObject([{ pointer: '/standardRate', code: 'parameter_missing' }]);
});
