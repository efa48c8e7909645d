import { type Actor, newActor } from '../support/actor.js';
import { pdfOf } from '../support/documents-out.js';
import { openDunning, remind } from '../support/dunning.js';
import { charge, newCustomer } from '../support/receivables.js';

// Dunning letters as they go to customers.

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await openDunning(actor);
});

it('is printed with what it asks for, the same at any time, and marked once it is cancelled', async () => {
  const customer = await newCustomer(actor, 'Südwind & Söhne GmbH');
  await charge(actor, customer, { amount: '1250.00', dueOn: '2026-03-10', reference: 'INV-17' });
  const [letter] = await remind(actor, '2026-03-20');
  const path = `/v1/accounting/dunning-letters/${letter.id}/pdf`;
  const { body: view } = await actor.get(`/v1/accounting/dunning-letters/${letter.id}`);
  const { name, title, pages, body } = await pdfOf(actor, path);
  expect([name, title]).toEqual([`attachment; filename="dunning-${letter.partyNumber}-2026-03-20.pdf"`, view.subject]);
  const text = pages.flat().join(' ');
  for (const said of ['Südwind & Söhne GmbH', 'INV-17', '1,250.00 EUR', 'Page 1 of 1']) expect(text).toContain(said);
  expect((await pdfOf(actor, path)).body.equals(body)).toBe(true);
  const cancelled = await actor.post(`/v1/accounting/dunning-letters/${letter.id}/cancel`, { reason: 'Paid' });
  expect(cancelled.status).toBe(200);
  expect((await pdfOf(actor, path)).pages.flat().join(' ')).toContain('CANCELLED');
});

it('is not there for others', async () => {
  const customer = await newCustomer(actor);
  await charge(actor, customer, { amount: '10.00', dueOn: '2026-03-10' });
  const [letter] = await remind(actor, '2026-03-20');
  const stranger = await newActor();
  expect(await stranger.get(`/v1/accounting/dunning-letters/${letter.id}/pdf`)).toMatchObject({ status: 404 });
});
