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

const UNECE = 'urn:un:unece:uncefact:data';

/** CrossIndustryInvoice of UN/CEFACT D16B, as Factur-X 1.0 and ZUGFeRD 2 ask for it in the profile EN 16931. */
export function ciiOf(document: ElectronicDocument): XmlElement {
  return {
    'rsm:CrossIndustryInvoice': {
      '@xmlns:rsm': `${UNECE}:standard:CrossIndustryInvoice:100`,
      '@xmlns:ram': `${UNECE}:standard:ReusableAggregateBusinessInformationEntity:100`,
      '@xmlns:udt': `${UNECE}:standard:UnqualifiedDataType:100`,
      '@xmlns:qdt': `${UNECE}:standard:QualifiedDataType:100`,
      'rsm:ExchangedDocumentContext': {
        'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': 'urn:cen.eu:en16931:2017' },
      },
      'rsm:ExchangedDocument': {
        'ram:ID': document.number,
        'ram:TypeCode': document.kind === 'invoice' ? '380' : '381',
        'ram:IssueDateTime': dateTime(document.issuedOn),
        'ram:IncludedNote': document.notes.map((note) => ({ 'ram:Content': note })),
      },
      'rsm:SupplyChainTradeTransaction': {
        'ram:IncludedSupplyChainTradeLineItem': document.lines.map(lineOf),
        'ram:ApplicableHeaderTradeAgreement': {
          'ram:BuyerReference': document.buyerReference,
          'ram:SellerTradeParty': partyOf(document.seller),
          'ram:BuyerTradeParty': partyOf(document.buyer),
          'ram:BuyerOrderReferencedDocument':
            document.orderReference === undefined ? undefined : { 'ram:IssuerAssignedID': document.orderReference },
        },
        'ram:ApplicableHeaderTradeDelivery': deliveryOf(document),
        'ram:ApplicableHeaderTradeSettlement': settlementOf(document),
      },
    },
  };
}

/** Format 102 of UNTDID 2379: CCYYMMDD. */
const dateTime = (day: string, prefix = 'udt'): XmlElement => ({
  [`${prefix}:DateTimeString`]: { '#text': day.replaceAll('-', ''), '@format': '102' },
});

function partyOf(party: ElectronicParty | ElectronicSeller): XmlElement {
  const { electronicAddress, address } = party;
  const contact = 'contact' in party ? party.contact : undefined;
  return {
    'ram:ID': party.identifier,
    'ram:Name': party.name,
    'ram:SpecifiedLegalOrganization': party.registration === undefined ? undefined : { 'ram:ID': party.registration },
    'ram:DefinedTradeContact': contact && {
      'ram:PersonName': contact.name,
      'ram:TelephoneUniversalCommunication':
        contact.phone === undefined ? undefined : { 'ram:CompleteNumber': contact.phone },
      'ram:EmailURIUniversalCommunication': contact.email === undefined ? undefined : { 'ram:URIID': contact.email },
    },
    'ram:PostalTradeAddress': {
      'ram:PostcodeCode': address.postalCode,
      'ram:LineOne': address.line1,
      'ram:LineTwo': address.line2,
      'ram:CityName': address.city,
      'ram:CountryID': address.country,
      'ram:CountrySubDivisionName': address.region,
    },
    'ram:URIUniversalCommunication': electronicAddress && {
      'ram:URIID': { '#text': electronicAddress.id, '@schemeID': electronicAddress.scheme },
    },
    'ram:SpecifiedTaxRegistration':
      party.vatId === undefined ? undefined : { 'ram:ID': { '#text': party.vatId, '@schemeID': 'VA' } },
  };
}

function deliveryOf({ deliveredOn, deliveredTo }: ElectronicDocument): XmlElement {
  return {
    'ram:ShipToTradeParty':
      deliveredTo === undefined ? undefined : { 'ram:PostalTradeAddress': { 'ram:CountryID': deliveredTo } },
    'ram:ActualDeliverySupplyChainEvent':
      deliveredOn === undefined ? undefined : { 'ram:OccurrenceDateTime': dateTime(deliveredOn) },
  };
}

function settlementOf(document: ElectronicDocument): XmlElement {
  const { payment, credits, totals, currency } = document;
  const optional = (value: string) => (Number(value) === 0 ? undefined : value);
  return {
    'ram:PaymentReference': payment && document.number,
    'ram:InvoiceCurrencyCode': currency,
    'ram:SpecifiedTradeSettlementPaymentMeans': payment && {
      'ram:TypeCode': payment.code,
      'ram:PayeePartyCreditorFinancialAccount': { 'ram:IBANID': payment.iban },
      'ram:PayeeSpecifiedCreditorFinancialInstitution':
        payment.bic === undefined ? undefined : { 'ram:BICID': payment.bic },
    },
    'ram:ApplicableTradeTax': document.taxes.map((tax) => ({
      'ram:CalculatedAmount': tax.tax,
      'ram:TypeCode': 'VAT',
      'ram:ExemptionReason': tax.exemptionText,
      'ram:BasisAmount': tax.base,
      'ram:CategoryCode': tax.category,
      'ram:ExemptionReasonCode': tax.exemptionCode,
      'ram:TaxPointDate': document.taxPointOn === undefined ? undefined : taxPoint(document.taxPointOn),
      'ram:RateApplicablePercent': tax.percent,
    })),
    'ram:SpecifiedTradeAllowanceCharge': document.adjustments.map(adjustmentOf),
    'ram:SpecifiedTradePaymentTerms': {
      'ram:Description': document.terms,
      'ram:DueDateDateTime': document.dueOn === undefined ? undefined : dateTime(document.dueOn),
    },
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
      'ram:LineTotalAmount': totals.lineNet,
      'ram:ChargeTotalAmount': optional(totals.charges),
      'ram:AllowanceTotalAmount': optional(totals.allowances),
      'ram:TaxBasisTotalAmount': totals.net,
      'ram:TaxTotalAmount': { '#text': totals.tax, '@currencyID': currency },
      'ram:RoundingAmount': optional(totals.rounding),
      'ram:GrandTotalAmount': totals.gross,
      'ram:TotalPrepaidAmount': optional(totals.prepaid),
      'ram:DuePayableAmount': totals.payable,
    },
    'ram:InvoiceReferencedDocument': credits && {
      'ram:IssuerAssignedID': credits.number,
      'ram:FormattedIssueDateTime': dateTime(credits.issuedOn, 'qdt'),
    },
  };
}

const taxPoint = (day: string): XmlElement => ({
  'udt:DateString': { '#text': day.replaceAll('-', ''), '@format': '102' },
});

const categoryOf = ({ category, percent }: ElectronicTax): XmlElement => ({
  'ram:TypeCode': 'VAT',
  'ram:CategoryCode': category,
  'ram:RateApplicablePercent': percent,
});

const adjustmentOf = (one: ElectronicLineAdjustment | ElectronicAdjustment): XmlElement => ({
  'ram:ChargeIndicator': { 'udt:Indicator': one.kind === 'charge' ? 'true' : 'false' },
  'ram:CalculationPercent': one.percent,
  'ram:BasisAmount': one.base,
  'ram:ActualAmount': one.amount,
  'ram:Reason': one.reason,
  'ram:CategoryTradeTax': 'tax' in one ? categoryOf(one.tax) : undefined,
});

function lineOf(line: ElectronicLine): XmlElement {
  const { unit, priceBaseQuantity } = line;
  return {
    'ram:AssociatedDocumentLineDocument': { 'ram:LineID': line.position },
    'ram:SpecifiedTradeProduct': { 'ram:SellerAssignedID': line.itemCode, 'ram:Name': line.name },
    'ram:SpecifiedLineTradeAgreement': {
      'ram:NetPriceProductTradePrice': {
        'ram:ChargeAmount': line.price,
        'ram:BasisQuantity':
          priceBaseQuantity === undefined ? undefined : { '#text': priceBaseQuantity, '@unitCode': unit },
      },
    },
    'ram:SpecifiedLineTradeDelivery': { 'ram:BilledQuantity': { '#text': line.quantity, '@unitCode': unit } },
    'ram:SpecifiedLineTradeSettlement': {
      'ram:ApplicableTradeTax': categoryOf(line.tax),
      'ram:SpecifiedTradeAllowanceCharge': line.adjustments.map(adjustmentOf),
      'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': line.net },
    },
  };
}
