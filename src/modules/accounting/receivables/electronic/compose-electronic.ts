import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { PrintedParty } from '../documents/sales-document.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { ElectronicDocument, ElectronicParty, ElectronicTax } from './electronic-document.js';
import { adjustmentsOf, lineOf, taxOf } from './electronic-lines.js';

/** What is to be known of a document beside what it says itself. */
export interface ElectronicContext {
  /** The invoice that a credit note takes back. */
  credits: { number: string; issuedOn: string } | undefined;
  /** When and how it is paid, in words of its language. */
  terms: string;
  notes: readonly string[];
}

/** Makes of an issued document what EN 16931 knows of it. Nothing may be missing: see `missingMembers`. */
export function composeElectronic(document: SalesDocumentView, context: ElectronicContext): ElectronicDocument {
  const { minorUnits } = requireCurrency(document.currency);
  const taxes = document.taxes.map(taxOf);
  const hasVat = document.taxes.some(({ category }) => category !== 'O');
  const isIntraCommunity = document.taxes.some(({ category }) => category === 'K');
  const adjustments = adjustmentsOf(document, taxes, minorUnits);
  const { seller, buyer, totals, instalments, issuedOn } = document;
  const account = seller.paymentAccount;
  return {
    kind: document.kind,
    number: document.number,
    issuedOn,
    dueOn: document.kind === 'invoice' && instalments.length === 1 ? instalments[0]!.dueOn : undefined,
    taxPointOn: document.taxPointOn === issuedOn ? undefined : document.taxPointOn,
    currency: document.currency,
    buyerReference: document.buyerReference ?? undefined,
    orderReference: document.orderReference ?? undefined,
    notes: context.notes,
    credits: context.credits,
    seller: { ...partyOf(seller, hasVat), registration: seller.registrationNumber, contact: seller.contact },
    buyer: { ...partyOf(buyer, hasVat), identifier: buyer.number },
    deliveredOn: document.deliveredOn ?? undefined,
    deliveredTo: isIntraCommunity ? buyer.address!.country : undefined,
    payment: account && {
      code: document.currency === 'EUR' ? '58' : '30',
      iban: account.iban,
      bic: account.bic,
    },
    terms: context.terms,
    adjustments,
    taxes: breakdownOf(document, taxes, minorUnits),
    totals: {
      ...totals,
      prepaid: document.paidAtIssue,
      payable: document.dueAtIssue,
      allowances: total(adjustments, 'allowance', minorUnits),
      charges: total(adjustments, 'charge', minorUnits),
    },
    lines: document.lines
      .filter(({ kind }) => kind === 'item')
      .map((line) => lineOf(line, taxes[line.taxPositions![0]! - 1]!, document, minorUnits)),
  };
}

/** Documents outside the scope of VAT name no VAT number of either side (BR-O-02 to BR-O-04). */
function partyOf(party: PrintedParty, hasVat: boolean): ElectronicParty {
  return {
    name: party.name,
    identifier: undefined,
    registration: party.taxIds?.find(({ type }) => type !== 'vat')?.number,
    vatId: hasVat ? vatIdOf(party) : undefined,
    electronicAddress: party.electronicAddress,
    address: party.address!,
  };
}

/** Of the country where it is, if there are several; with the prefix that BR-CO-09 asks for. */
export function vatIdOf({ taxIds = [], address }: PrintedParty): string | undefined {
  const known = taxIds.filter(({ type }) => type === 'vat');
  const found = known.find(({ country }) => country === address?.country) ?? known[0];
  if (!found) return undefined;
  const number = found.number.replaceAll(/[\s./-]/g, '').toUpperCase();
  const prefix = found.country === 'GR' ? 'EL' : found.country;
  return /^[A-Z]{2}/.test(number) ? number : `${prefix}${number}`;
}

/** One for each category and rate (BR-S-08 and those like it), whatever the tax codes are called. */
function breakdownOf(
  { taxes: kept }: SalesDocumentView,
  taxes: readonly ElectronicTax[],
  minorUnits: number,
): ElectronicDocument['taxes'] {
  const keyOf = ({ category, percent = '' }: ElectronicTax) => `${category} ${percent}`;
  const keys = [...new Set(taxes.map(keyOf))];
  return keys.map((key) => {
    const members = kept.filter((_, index) => keyOf(taxes[index]!) === key);
    const alike = taxes.filter((one) => keyOf(one) === key);
    const texts = [...new Set(alike.flatMap(({ exemptionText }) => exemptionText ?? []))];
    return {
      ...alike[0]!,
      exemptionText: texts.length > 0 ? texts.join('; ') : undefined,
      base: sum(members.map(({ base }) => new Decimal(base))).toFixed(minorUnits),
      tax: sum(members.map(({ tax }) => new Decimal(tax))).toFixed(minorUnits),
    };
  });
}

const total = (adjustments: ElectronicDocument['adjustments'], kind: string, minorUnits: number) =>
  sum(adjustments.filter((one) => one.kind === kind).map(({ amount }) => new Decimal(amount)))
    .plus(zero)
    .toFixed(minorUnits);
