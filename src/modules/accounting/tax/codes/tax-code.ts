import type { ActiveStatus } from '../../chart/account-type.js';
import type { TaxCategory, TaxComputation, TaxKind } from '../calculation/tax-component.js';

export const taxUses = ['sale', 'purchase', 'both'] as const;
export type TaxUse = (typeof taxUses)[number];

/** What a tax code says, apart from what names it. */
export interface TaxCodeContent {
  appliesTo: TaxUse;
  /** Null for a group, as all that is of its parts. */
  kind: TaxKind | null;
  category: TaxCategory | null;
  computation: TaxComputation | null;
  isReverseCharge: boolean;
  isCashBasis: boolean;
  recoverableShare: string;
  exemptionCode: string | null;
  exemptionText: string | null;
  outputAccountCode: string | null;
  inputAccountCode: string | null;
  cashBasisAccountCode: string | null;
}

export interface TaxCodeNames {
  code: string;
  name: string;
  description: string | null;
  printedLabel: string | null;
  country: string | null;
}

/** A part of a group, with the parts before it that belong to its base. */
export interface TaxPart {
  code: string;
  onTopOf: string[];
}

export interface TaxRateRow {
  id: string;
  validFrom: string;
  validTo: string | null;
  rate: string;
  currency: string | null;
}

/** A tax code as the database gives it. */
export interface TaxCodeRow extends TaxCodeNames, TaxCodeContent {
  id: string;
  legalEntityId: string;
  isGroup: boolean;
  components: TaxPart[];
  /** The earliest first. */
  rates: TaxRateRow[];
  status: ActiveStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
