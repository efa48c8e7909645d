import type {
  ElectronicAdjustment,
  ElectronicDocument,
  ElectronicLine,
  ElectronicLineAdjustment,
  ElectronicParty,
  ElectronicSeller,
  ElectronicTax,
} from './electronic-document.js';
import type { XmlElement } from './xml-file.js';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const BIS = {
  customization: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  profile: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
} as const;
const VAT: XmlElement = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };

/** Invoice or CreditNote of UBL 2.1, as Peppol BIS Billing 3.0 asks for it. */
export function ublOf(document: ElectronicDocument): XmlElement {
  const isInvoice = document.kind === 'invoice';
  const name = isInvoice ? 'Invoice' : 'CreditNote';
  return {
    [name]: {
      '@xmlns': `${UBL}:${name}-2`,
      '@xmlns:cac': `${UBL}:CommonAggregateComponents-2`,
      '@xmlns:cbc': `${UBL}:CommonBasicComponents-2`,
      'cbc:CustomizationID': BIS.customization,
      'cbc:ProfileID': BIS.profile,
      'cbc:ID': document.number,
      'cbc:IssueDate': document.issuedOn,
      ...(isInvoice ? { 'cbc:DueDate': document.dueOn, 'cbc:InvoiceTypeCode': '380' } : taxPoint(document)),
      ...(isInvoice ? {} : { 'cbc:CreditNoteTypeCode': '381' }),
      'cbc:Note': document.notes.length > 0 ? document.notes.join('\n') : undefined,
      ...(isInvoice ? taxPoint(document) : {}),
      'cbc:DocumentCurrencyCode': document.currency,
      'cbc:BuyerReference': document.buyerReference,
      'cac:OrderReference': document.orderReference === undefined ? undefined : { 'cbc:ID': document.orderReference },
      'cac:BillingReference': document.credits && {
        'cac:InvoiceDocumentReference': {
          'cbc:ID': document.credits.number,
          'cbc:IssueDate': document.credits.issuedOn,
        },
      },
      'cac:AccountingSupplierParty': { 'cac:Party': partyOf(document.seller) },
      'cac:AccountingCustomerParty': { 'cac:Party': partyOf(document.buyer) },
      'cac:Delivery': deliveryOf(document),
      'cac:PaymentMeans': document.payment && paymentOf(document.payment, document.number),
      'cac:PaymentTerms': { 'cbc:Note': document.terms },
      'cac:AllowanceCharge': document.adjustments.map((one) => adjustmentOf(one, document.currency)),
      ...amountsOf(document),
      [isInvoice ? 'cac:InvoiceLine' : 'cac:CreditNoteLine']: document.lines.map((line) => lineOf(line, document)),
    },
  };
}

const taxPoint = ({ taxPointOn }: ElectronicDocument): XmlElement => ({ 'cbc:TaxPointDate': taxPointOn });

const amount = (value: string, currency: string): XmlElement => ({ '#text': value, '@currencyID': currency });

function partyOf(party: ElectronicParty | ElectronicSeller): XmlElement {
  const { electronicAddress, address } = party;
  const contact = 'contact' in party ? party.contact : undefined;
  return {
    'cbc:EndpointID': electronicAddress && { '#text': electronicAddress.id, '@schemeID': electronicAddress.scheme },
    'cac:PartyIdentification': party.identifier === undefined ? undefined : { 'cbc:ID': party.identifier },
    'cac:PostalAddress': {
      'cbc:StreetName': address.line1,
      'cbc:AdditionalStreetName': address.line2,
      'cbc:CityName': address.city,
      'cbc:PostalZone': address.postalCode,
      'cbc:CountrySubentity': address.region,
      'cac:Country': { 'cbc:IdentificationCode': address.country },
    },
    'cac:PartyTaxScheme': party.vatId === undefined ? undefined : { 'cbc:CompanyID': party.vatId, ...VAT },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': party.name, 'cbc:CompanyID': party.registration },
    'cac:Contact': contact && {
      'cbc:Name': contact.name,
      'cbc:Telephone': contact.phone,
      'cbc:ElectronicMail': contact.email,
    },
  };
}

function deliveryOf({ deliveredOn, deliveredTo }: ElectronicDocument): XmlElement | undefined {
  if (deliveredOn === undefined && deliveredTo === undefined) return undefined;
  return {
    'cbc:ActualDeliveryDate': deliveredOn,
    'cac:DeliveryLocation':
      deliveredTo === undefined
        ? undefined
        : { 'cac:Address': { 'cac:Country': { 'cbc:IdentificationCode': deliveredTo } } },
  };
}

const paymentOf = ({ code, iban, bic }: NonNullable<ElectronicDocument['payment']>, reference: string): XmlElement => ({
  'cbc:PaymentMeansCode': code,
  'cbc:PaymentID': reference,
  'cac:PayeeFinancialAccount': {
    'cbc:ID': iban,
    'cac:FinancialInstitutionBranch': bic === undefined ? undefined : { 'cbc:ID': bic },
  },
});

function adjustmentOf(one: ElectronicLineAdjustment | ElectronicAdjustment, currency: string): XmlElement {
  return {
    'cbc:ChargeIndicator': one.kind === 'charge' ? 'true' : 'false',
    'cbc:AllowanceChargeReason': one.reason,
    'cbc:MultiplierFactorNumeric': one.percent,
    'cbc:Amount': amount(one.amount, currency),
    'cbc:BaseAmount': one.base === undefined ? undefined : amount(one.base, currency),
    'cac:TaxCategory': 'tax' in one ? { ...categoryOf(one.tax), ...VAT } : undefined,
  };
}

const categoryOf = ({ category, percent }: ElectronicTax): XmlElement => ({
  'cbc:ID': category,
  'cbc:Percent': percent,
});

function amountsOf({ currency, taxes, totals }: ElectronicDocument): XmlElement {
  const optional = (value: string) => (Number(value) === 0 ? undefined : amount(value, currency));
  return {
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(totals.tax, currency),
      'cac:TaxSubtotal': taxes.map((tax) => ({
        'cbc:TaxableAmount': amount(tax.base, currency),
        'cbc:TaxAmount': amount(tax.tax, currency),
        'cac:TaxCategory': {
          ...categoryOf(tax),
          'cbc:TaxExemptionReasonCode': tax.exemptionCode,
          'cbc:TaxExemptionReason': tax.exemptionText,
          ...VAT,
        },
      })),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(totals.lineNet, currency),
      'cbc:TaxExclusiveAmount': amount(totals.net, currency),
      'cbc:TaxInclusiveAmount': amount(totals.gross, currency),
      'cbc:AllowanceTotalAmount': optional(totals.allowances),
      'cbc:ChargeTotalAmount': optional(totals.charges),
      'cbc:PrepaidAmount': optional(totals.prepaid),
      'cbc:PayableRoundingAmount': optional(totals.rounding),
      'cbc:PayableAmount': amount(totals.payable, currency),
    },
  };
}

function lineOf(line: ElectronicLine, { currency, kind }: ElectronicDocument): XmlElement {
  const { unit, priceBaseQuantity } = line;
  return {
    'cbc:ID': line.position,
    [kind === 'invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity']: {
      '#text': line.quantity,
      '@unitCode': unit,
    },
    'cbc:LineExtensionAmount': amount(line.net, currency),
    'cac:AllowanceCharge': line.adjustments.map((one) => adjustmentOf(one, currency)),
    'cac:Item': {
      'cbc:Name': line.name,
      'cac:SellersItemIdentification': line.itemCode === undefined ? undefined : { 'cbc:ID': line.itemCode },
      'cac:ClassifiedTaxCategory': { ...categoryOf(line.tax), ...VAT },
    },
    'cac:Price': {
      'cbc:PriceAmount': amount(line.price, currency),
      'cbc:BaseQuantity':
        priceBaseQuantity === undefined ? undefined : { '#text': priceBaseQuantity, '@unitCode': unit },
    },
  };
}
