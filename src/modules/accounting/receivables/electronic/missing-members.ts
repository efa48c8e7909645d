import { requireCurrency } from '#kernel/currency.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PrintedParty } from '../documents/sales-document.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import { vatIdOf } from './compose-electronic.js';
import { unplaced } from './electronic-lines.js';
import { isUnitCode } from './unit-codes.js';

export const electronicFormats = ['ubl', 'factur-x'] as const;
export type ElectronicFormat = (typeof electronicFormats)[number];

/**
 * What a document lacks for a format, each with where it is filled in: rules of EN 16931-1, and those that Peppol BIS
 * Billing 3.0 has beside them. What EN 16931 cannot express at all is told as well.
 */
export function missingMembers(document: SalesDocumentView, format: ElectronicFormat): ProblemError[] {
  return [
    ...sellerMissing(document, format),
    ...buyerMissing(document, format),
    ...documentMissing(document, format),
    ...taxesMissing(document),
    ...linesMissing(document),
  ];
}

const OF_SELLER = 'of the legal entity with updateLegalEntity';
const OF_BUYER = 'of the customer with updateParty';
const NEXT = 'documents that are issued then have it';

function sellerMissing(document: SalesDocumentView, format: ElectronicFormat): ProblemError[] {
  const { seller } = document;
  const lack = (member: string, text: string) => missing(`/seller/${member}`, `${text} ${OF_SELLER}: ${NEXT}.`);
  const isIdentified = seller.registrationNumber !== undefined || vatIdOf(seller) !== undefined;
  return [
    ...(seller.address ? [] : [lack('address', 'Set address')]),
    ...(!isIdentified
      ? [lack('registrationNumber', 'Set registrationNumber, or a VAT number in taxRegistrations,')]
      : []),
    ...(needsVatIdOfSeller(document) && vatIdOf(seller) === undefined
      ? [lack('taxIds', 'Set the VAT number in taxRegistrations')]
      : []),
    ...(format === 'ubl' && !seller.electronicAddress ? [lack('electronicAddress', 'Set electronicAddress')] : []),
    ...(format === 'ubl' && bothIn(document, 'DE') ? germanMissing(document) : []),
  ];
}

/** What Peppol asks of sellers in Germany for buyers there (DE-R-001 to DE-R-007). */
function germanMissing({ seller }: SalesDocumentView): ProblemError[] {
  const lack = (member: string, text: string) => missing(`/seller/${member}`, `${text} ${OF_SELLER}: ${NEXT}.`);
  const contact = seller.contact;
  return [
    ...(seller.paymentAccount ? [] : [lack('paymentAccount', 'Set an account in paymentAccounts')]),
    ...(contact?.email !== undefined && contact.phone !== undefined
      ? []
      : [lack('contact', 'Set salesContact, with email and phone,')]),
    ...(seller.address?.postalCode === undefined ? [lack('address/postalCode', 'Set postalCode in address')] : []),
  ];
}

function buyerMissing(document: SalesDocumentView, format: ElectronicFormat): ProblemError[] {
  const { buyer, taxes } = document;
  const lack = (member: string, text: string) => missing(`/buyer/${member}`, `${text} ${OF_BUYER}: ${NEXT}.`);
  const asks = (category: string) => taxes.some((one) => one.category === category);
  const isIdentified = vatIdOf(buyer) !== undefined || (buyer.taxIds ?? []).length > 0;
  const lacksVatId = asks('K') ? vatIdOf(buyer) === undefined : asks('AE') && !isIdentified;
  const german = bothIn(document, 'DE') && format === 'ubl';
  return [
    ...(buyer.address ? [] : [lack('address', 'Add an address')]),
    ...(lacksVatId ? [lack('taxIds', 'Add the VAT number to taxIds')] : []),
    ...(format === 'ubl' && !buyer.electronicAddress ? [lack('electronicAddress', 'Set electronicAddress')] : []),
    ...(german && buyer.address?.city === undefined ? [lack('address/city', 'Set city in the address')] : []),
    ...(german && buyer.address?.postalCode === undefined
      ? [lack('address/postalCode', 'Set postalCode in the address')]
      : []),
  ];
}

function documentMissing(document: SalesDocumentView, format: ElectronicFormat): ProblemError[] {
  const { buyerReference, orderReference, deliveredOn, taxes, currency } = document;
  const lacksReference = format === 'ubl' && buyerReference === null && orderReference === null;
  const isDelivered = deliveredOn !== null || taxes.every(({ category }) => category !== 'K');
  return [
    ...(lacksReference
      ? [missing('/buyerReference', 'Give buyerReference or orderReference when the document is issued.')]
      : []),
    ...(isDelivered
      ? []
      : [missing('/deliveredOn', 'Give deliveredOn when a supply to another member state is invoiced (BR-IC-11).')]),
    ...(requireCurrency(currency).minorUnits <= 2
      ? []
      : [inexpressible('/currency', 'Amounts of EN 16931 have two decimals at most (BR-DEC).')]),
  ];
}

function taxesMissing(document: SalesDocumentView): ProblemError[] {
  const categories = new Set(document.taxes.map(({ category }) => category));
  const others = document.taxes.flatMap(({ kind, taxCode }, index) =>
    kind === 'vat' ? [] : [inexpressible(`/taxes/${index}`, `EN 16931 knows VAT alone; ${taxCode} is another tax.`)],
  );
  const mixed =
    categories.has('O') && categories.size > 1
      ? [inexpressible('/taxes', 'What is outside the scope of VAT stands on a document of its own (BR-O-11).')]
      : [];
  // Where lines alone bear a tax, they are its base.
  const isSpread = document.lines.some(({ kind, taxPositions }) => kind !== 'item' && taxPositions === null);
  const unexplained = isSpread
    ? []
    : [...unplaced(document)].flatMap(([place, left]) =>
        left.isZero() ? [] : [inexpressible(`/taxes/${place - 1}`, 'Its lines do not sum to its base (BR-S-08).')],
      );
  return [...others, ...mixed, ...unexplained];
}

function linesMissing({ lines }: SalesDocumentView): ProblemError[] {
  return lines.flatMap(({ kind, unit, taxPositions }, index) => {
    const pointer = `/lines/${index}`;
    const places = taxPositions?.length ?? (kind === 'item' ? 0 : 1);
    const none = 'Each line has a tax code: one of the category E is exempt, one of O is outside the scope of VAT.';
    return [
      ...(places === 0 ? [missing(`${pointer}/taxCodes`, none)] : []),
      ...(places > 1 ? [inexpressible(`${pointer}/taxCodes`, 'A line of EN 16931 bears one VAT.')] : []),
      ...(unit === null || isUnitCode(unit)
        ? []
        : [inexpressible(`${pointer}/unit`, `${unit} is no code of UN/ECE Recommendation 20 (BR-CL-23).`)]),
    ];
  });
}

/** BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-IC-02, BR-G-02, and those of the islands. */
const needsVatIdOfSeller = ({ taxes }: SalesDocumentView) => taxes.some(({ category }) => category !== 'O');

const bothIn = ({ seller, buyer }: Record<'seller' | 'buyer', PrintedParty>, country: string) =>
  seller.address?.country === country && buyer.address?.country === country;

const missing = (pointer: string, message: string): ProblemError => ({ pointer, code: 'missing', message });
const inexpressible = (pointer: string, message: string): ProblemError => ({ pointer, code: 'not_in_format', message });
