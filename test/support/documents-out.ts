import { XMLParser } from 'fast-xml-parser';
import { readPdf } from '#platform/exports/rendering/pdf-text.fixture.js';
import { type Actor, newActor } from './actor.js';
import { fetchFile } from './raw-files.js';
import { chairs, openSales } from './sales.js';

export const sellerFacts = {
  registrationNumber: '556012-5790',
  address: { line1: 'Storgatan 1', postalCode: '111 22', city: 'Stockholm', country: 'SE' },
  taxRegistrations: [{ country: 'SE', type: 'vat', number: 'SE556012579001' }],
  salesContact: { name: 'Anna Berg', email: 'anna.berg@example.com', phone: '+46 8 123 45 67' },
  electronicAddress: { scheme: '0007', id: '5560125790' },
  paymentAccounts: [{ iban: 'SE4550000000058398257466', bic: 'ESSESESS', bankName: 'Handelsbanken' }],
};

const buyerFacts = {
  name: 'Nordlicht & Söhne GmbH',
  isCustomer: true,
  language: 'de-DE',
  addresses: [{ kind: 'billing', line1: 'Hafenstraße 7', postalCode: '20457', city: 'Hamburg', country: 'DE' }],
  taxIds: [{ type: 'vat', country: 'DE', number: 'DE136695976' }],
  electronicAddress: { scheme: '9930', id: 'DE136695976' },
};

/** Says of the only legal entity what its documents print. */
export async function describeSeller(actor: Actor, facts: object = sellerFacts): Promise<void> {
  const [entity] = (await actor.get('/v1/administration/legal-entities')).body.data;
  const answer = await actor.patch(`/v1/administration/legal-entities/${entity.id}`, facts, `"${entity.version}"`);
  if (answer.status !== 200) throw new Error(answer.text);
}

export async function newBuyer(actor: Actor, change: object = {}): Promise<string> {
  const answer = await actor.post('/v1/accounting/parties', { ...buyerFacts, ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

// What comes back is looked at by the tests, element by element.
// oxlint-disable-next-line no-explicit-any
export type ReadElement = any;

/** Elements by name without prefix; lists are lists also where they have one member. */
export function readXml(xml: string): ReadElement {
  const lists = new Set(['AllowanceCharge', 'TaxSubtotal', 'InvoiceLine', 'CreditNoteLine']);
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    parseTagValue: false,
    ignoreDeclaration: true,
    isArray: (name) => lists.has(name),
  });
  return Object.values(parser.parse(xml) as object)[0];
}

/** The document as UBL, read. */
export async function ublOf(actor: Actor, path: string): Promise<ReadElement> {
  const { status, headers, body } = await fetchFile(actor, path, 'application/xml');
  expect([status, headers['content-type']]).toEqual([200, 'application/xml']);
  return readXml(body.toString());
}

export async function openSeller(): Promise<{ actor: Actor; customer: string }> {
  const actor = await newActor();
  await openSales(actor);
  await describeSeller(actor);
  return { actor, customer: await newBuyer(actor) };
}

export const complete = (customer: string) =>
  chairs(customer, { buyerReference: 'Kostenstelle 4711', dueOn: '2026-04-04', deliveredOn: '2026-03-04' });
export const pathOf = (id: string, file: string, kind = 'invoices') => `/v1/accounting/${kind}/${id}/${file}`;

export async function pdfOf(actor: Actor, path: string) {
  const { status, headers, body } = await fetchFile(actor, path, 'application/pdf');
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return { body, name: headers['content-disposition'], ...(await readPdf(body)) };
}
