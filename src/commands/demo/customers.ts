import type { CreateParty } from '#modules/accounting/parties/parties.dto.js';

/** Days that customers have to pay. */
export const TERM = 30;
export const TERMS_CODE = 'NET30';

const german = (name: string, line1: string, place: string, vatId: string) => ({ name, line1, place, vatId });

export const retailers = [
  german('Lichthaus Brandt', 'Große Bleichen 21', '20354 Hamburg', 'DE812947383'),
  german('Möbel Ostermann & Söhne', 'Am Wall 113', '28195 Bremen', 'DE267104532'),
  german('Nordlicht Einrichtungen', 'Holstenstraße 4', '24103 Kiel', 'DE293847560'),
  german('Atelier Seidel', 'Oderberger Straße 9', '10435 Berlin', 'DE118753017'),
  german('Café Kette Morgenrot', 'Limmerstraße 52', '30451 Hannover', 'DE255139877'),
  german('Hotel am Fleet', 'Admiralitätstraße 71', '20459 Hamburg', 'DE301277452'),
  german('Wohnwerk Leipzig', 'Karl-Heine-Straße 30', '04229 Leipzig', 'DE276540218'),
  german('Studio Amber', 'Brückstraße 14', '44135 Dortmund', 'DE288901233'),
] as const;

export const exportCustomer = { name: 'Harper Home Inc., Portland' } as const;

/** What is known of a customer besides the name, so that documents can be printed and sent. */
export function factsOfCustomer(name: string): Omit<CreateParty, 'name' | 'legalEntityId'> {
  const paymentTermsCode = TERMS_CODE;
  const retailer = retailers.find((one) => one.name === name);
  if (!retailer) {
    const address = {
      kind: 'billing' as const,
      line1: '1020 NW Marshall Street',
      postalCode: '97209',
      city: 'Portland',
    };
    return { language: 'en-US', addresses: [{ ...address, country: 'US' }], paymentTermsCode };
  }
  const { line1, place, vatId } = retailer;
  const [postalCode, city] = [place.slice(0, 5), place.slice(6)];
  return {
    language: 'de-DE',
    addresses: [{ kind: 'billing', line1, postalCode, city, country: 'DE' }],
    taxIds: [{ type: 'vat', country: 'DE', number: vatId }],
    electronicAddress: { scheme: '9930', id: vatId },
    paymentTermsCode,
  };
}

/** What the company prints on its documents. */
export const sellerFacts = {
  registrationNumber: 'HRB 158421',
  country: 'DE',
  address: { line1: 'Am Sandtorkai 50', postalCode: '20457', city: 'Hamburg', country: 'DE' },
  taxRegistrations: [{ country: 'DE', type: 'vat' as const, number: 'DE136695976' }],
  salesContact: { name: 'Buchhaltung', email: 'rechnung@hafenlicht.example', phone: '+49 40 555 0123' },
  electronicAddress: { scheme: '9930' as const, id: 'DE136695976' },
  paymentAccounts: [{ iban: 'DE02120300000000202051', bic: 'BYLADEM1001', bankName: 'Deutsche Kreditbank' }],
};
