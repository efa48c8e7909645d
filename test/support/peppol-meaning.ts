import type { ReadElement } from './documents-out.js';

// What a document of UBL says, as `readXml` gives it.

const addressOf = ({ StreetName, AdditionalStreetName, CityName, PostalZone, Country }: ReadElement) => ({
  line1: StreetName,
  line2: AdditionalStreetName,
  postalCode: PostalZone,
  city: CityName,
  country: Country.IdentificationCode,
});
const electronicOf = ({ EndpointID: endpoint }: ReadElement) => ({
  scheme: endpoint['@_schemeID'],
  id: endpoint['#text'],
});
const textOf = (value: ReadElement) => value?.['#text'] ?? value;

export function sellerOf({ AccountingSupplierParty: { Party: party } }: ReadElement) {
  const address = addressOf(party.PostalAddress);
  return {
    name: party.PartyLegalEntity.RegistrationName,
    registrationNumber: textOf(party.PartyLegalEntity.CompanyID),
    address,
    taxRegistrations: [{ country: address.country, type: 'vat', number: party.PartyTaxScheme.CompanyID }],
    electronicAddress: electronicOf(party),
  };
}

/** Its VAT number has check digits that do not fit, which nobody can have: it has none here. */
export function buyerOf({ AccountingCustomerParty: { Party: party } }: ReadElement) {
  const address = addressOf(party.PostalAddress);
  return {
    name: party.PartyLegalEntity.RegistrationName,
    language: 'en',
    addresses: [{ kind: 'billing', ...address }],
    taxIds: [{ type: 'other', country: address.country, number: textOf(party.PartyLegalEntity.CompanyID) }],
    electronicAddress: electronicOf(party),
  };
}

/** What an example says that is kept of a document, numbers as numbers. */
export function meaningOf(document: ReadElement) {
  const number = (value: ReadElement) => (value === undefined ? 0 : Number(textOf(value)));
  const tax = ({ ID, Percent }: ReadElement) => [ID, Number(Percent)];
  const party = ({ Party: one }: ReadElement) => [
    electronicOf(one),
    one.PartyLegalEntity.RegistrationName,
    textOf(one.PartyLegalEntity.CompanyID),
    addressOf(one.PostalAddress),
  ];
  const { LegalMonetaryTotal: totals, TaxTotal, AccountingSupplierParty: seller } = document;
  const names = ['LineExtension', 'TaxExclusive', 'TaxInclusive', 'AllowanceTotal', 'ChargeTotal', 'Payable'];
  return {
    profile: [document.CustomizationID, document.ProfileID],
    type: document.InvoiceTypeCode ?? document.CreditNoteTypeCode,
    days: [document.IssueDate, document.DueDate],
    currency: document.DocumentCurrencyCode,
    references: [document.BuyerReference, document.OrderReference?.ID],
    parties: [seller, document.AccountingCustomerParty].map(party),
    vatId: seller.Party.PartyTaxScheme.CompanyID,
    adjustments: (document.AllowanceCharge ?? [])
      .map((one: ReadElement) => [
        one.ChargeIndicator,
        one.AllowanceChargeReason,
        number(one.Amount),
        tax(one.TaxCategory),
      ])
      .toSorted(),
    tax: number(TaxTotal.TaxAmount),
    taxes: TaxTotal.TaxSubtotal.map((one: ReadElement) => {
      return [number(one.TaxableAmount), number(one.TaxAmount), tax(one.TaxCategory)];
    }),
    totals: names.map((name) => [name, number(totals[`${name}Amount`])]),
    lines: (document.InvoiceLine ?? document.CreditNoteLine).map((line: ReadElement) => {
      const quantity = line.InvoicedQuantity ?? line.CreditedQuantity;
      const unit = quantity['@_unitCode'];
      const { Name: name, ClassifiedTaxCategory: category } = line.Item;
      const amounts = [number(quantity), number(line.LineExtensionAmount), number(line.Price.PriceAmount)];
      return [line.ID, name, unit, ...amounts, tax(category)];
    }),
  };
}
