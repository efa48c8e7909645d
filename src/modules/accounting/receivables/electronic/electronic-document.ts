import type { ElectronicAddress } from '#kernel/electronic-address.js';
import type { PrintedAddress, SalesKind } from '../documents/sales-document.js';

/**
 * An issued document in the terms of EN 16931-1, whose numbers (BT, BG) stand beside. Amounts and rates are decimal text as
 * they are written; amounts of both kinds are above zero. What is undefined is left out of the file.
 */
export interface ElectronicDocument {
  kind: SalesKind;
  /** BT-1 */
  number: string;
  /** BT-2 */
  issuedOn: string;
  /** BT-9 */
  dueOn: string | undefined;
  /** BT-7 */
  taxPointOn: string | undefined;
  /** BT-5 */
  currency: string;
  /** BT-10 */
  buyerReference: string | undefined;
  /** BT-13 */
  orderReference: string | undefined;
  /** BT-22 */
  notes: readonly string[];
  /** BG-3 */
  credits: { number: string; issuedOn: string } | undefined;
  seller: ElectronicSeller;
  buyer: ElectronicParty;
  /** BT-72 */
  deliveredOn: string | undefined;
  /** BT-80, where the category of a tax asks for it. */
  deliveredTo: string | undefined;
  /** BG-17; the code of UNTDID 4461 is BT-81. */
  payment: { code: '30' | '58'; iban: string; bic: string | undefined } | undefined;
  /** BT-20 */
  terms: string;
  /** BG-20 and BG-21 */
  adjustments: readonly ElectronicAdjustment[];
  /** BG-23 */
  taxes: readonly (ElectronicTax & { base: string; tax: string })[];
  totals: ElectronicTotals;
  /** BG-25 */
  lines: readonly ElectronicLine[];
}

export interface ElectronicParty {
  name: string;
  /** BT-46: what the seller calls the buyer. */
  identifier: string | undefined;
  /** BT-30, BT-47 */
  registration: string | undefined;
  /** BT-31, BT-48 */
  vatId: string | undefined;
  /** BT-34, BT-49 */
  electronicAddress: ElectronicAddress | undefined;
  address: PrintedAddress;
}

export interface ElectronicSeller extends ElectronicParty {
  /** BG-6 */
  contact: { name: string; email?: string; phone?: string } | undefined;
}

/** BT-118 to BT-121: the category of UNCL5305, and the rate in percent, which category O has none of. */
export interface ElectronicTax {
  category: string;
  percent: string | undefined;
  exemptionCode: string | undefined;
  exemptionText: string | undefined;
}

/** An allowance (taken off) or charge (added), with an amount that has no sign of its own. */
export interface ElectronicLineAdjustment {
  kind: 'allowance' | 'charge';
  amount: string;
  reason: string;
  /** In percent, of `base`; undefined where an amount was given. */
  percent: string | undefined;
  base: string | undefined;
}

export interface ElectronicAdjustment extends ElectronicLineAdjustment {
  tax: ElectronicTax;
}

export interface ElectronicLine {
  /** BT-126 */
  position: string;
  /** BT-153 */
  name: string;
  /** BT-155 */
  itemCode: string | undefined;
  /** BT-129 */
  quantity: string;
  /** BT-130 */
  unit: string;
  /** BT-146, not below zero. */
  price: string;
  /** BT-149 */
  priceBaseQuantity: string | undefined;
  adjustments: readonly ElectronicLineAdjustment[];
  /** BT-131 */
  net: string;
  tax: ElectronicTax;
}

export interface ElectronicTotals {
  /** BT-106 */
  lineNet: string;
  /** BT-107 */
  allowances: string;
  /** BT-108 */
  charges: string;
  /** BT-109 */
  net: string;
  /** BT-110 */
  tax: string;
  /** BT-112 */
  gross: string;
  /** BT-113 */
  prepaid: string;
  /** BT-114 */
  rounding: string;
  /** BT-115 */
  payable: string;
}
