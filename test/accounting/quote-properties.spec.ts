import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import '../support/properties.js';
import { type Actor, newActor } from '../support/actor.js';
import { offer, quote, REVISIONS, step } from '../support/quotes.js';
import { newCustomer } from '../support/receivables.js';
import { openSales } from '../support/sales.js';

let actor: Actor;
let customer: string;
beforeAll(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

const decimal = (units: number, scale: number) => (units / 10 ** scale).toFixed(scale);
const line = record({
  description: constantFrom('Chair', 'Desk'),
  quantity: integer({ min: 1, max: 99_999 }).map((units) => decimal(units, 3)),
  unitPrice: integer({ min: 1, max: 999_999 }).map((units) => decimal(units, 3)),
  taxCodes: constantFrom(['VAT25'], ['VAT6'], []),
});
const content = record({
  lines: array(line, { minLength: 1, maxLength: 6 }),
  pricesIncludeTax: boolean(),
  adjustments: constantFrom(
    [],
    [{ kind: 'charge', amount: '9.95', taxCodes: ['VAT25'] }],
    [{ kind: 'allowance', rate: '0.035', taxCodes: ['VAT25'] }],
  ),
});

it('an invoice comes to what its quote came to, whatever it says', async () => {
  await assert(
    asyncProperty(content, async (said) => {
      const day = '2026-03-05';
      const one = await quote(actor, offer(customer, said), [
        ['send', { sentOn: day }],
        ['accept', { answeredOn: day }],
      ]);
      const { body } = await step(actor, one.id, 'invoice', { issuedOn: '2026-04-07' });
      expect(body).toMatchObject({ status: 'converted' });
      const invoice = (await actor.get(`/v1/accounting/invoices/${body.documentId}`)).body;
      const sent = (await actor.get(`${REVISIONS}?quoteId=${one.id}`)).body.data[0];
      expect([sent.totals, sent.taxes, sent.currency]).toEqual([invoice.totals, invoice.taxes, invoice.currency]);
      expect(invoice.lines).toMatchObject(sent.lines);
    }),
    { numRuns: 15 },
  );
});
