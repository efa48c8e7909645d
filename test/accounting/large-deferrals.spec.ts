import { deferringCompany, recognize, subscription } from '../support/deferrals.js';
import { issue } from '../support/sales.js';

jest.setTimeout(120_000);

const INVOICES = 3;
const LINES = 1000;

it('recognizes what three thousand lines have earned in one entry, whose lines are as many as accounts', async () => {
  const { actor, customer, calendar } = await deferringCompany();
  const service = { from: '2025-01-01', through: '2025-02-28' };
  const [line] = subscription(customer, { quantity: '1', unitPrice: '2.00', service, taxCodes: ['VAT25'] }).lines;
  for (let count = 0; count < INVOICES; count++) {
    await issue(actor, { ...subscription(customer), lines: Array.from({ length: LINES }, () => line) });
  }
  const { recognitions } = await recognize(actor, '2025-01-31');
  expect(recognitions).toMatchObject([{ parts: INVOICES * LINES, amount: `${INVOICES * LINES}.00` }]);
  const { body } = await actor.get(`/v1/accounting/journal-entries/${recognitions[0].entryId}`);
  expect(body.lines).toHaveLength(2);
  expect(await calendar.balances('2025-01-31')).toMatchObject({ '2970': '-3000.00', '3000': '-3000.00' });
});
