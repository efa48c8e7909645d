import type { AccountSubtype } from './account-subtype.js';
import type { AccountControl, AccountType, ActiveStatus } from './account-type.js';
import type { CashFlowSection } from './cash-flow-section.js';
import type { PostingPurpose } from './posting-purposes.js';

/** An account as a file or template has it; what is undefined it does not say. */
export interface AccountProposal {
  /** Line of the file, where it comes from one. */
  line?: number;
  code: string;
  name: string;
  type: AccountType;
  isGroup?: boolean;
  subtype?: AccountSubtype | null;
  cashFlowSection?: CashFlowSection | null;
  control?: AccountControl;
  currency?: string | null;
  parentCode?: string | null;
  status?: ActiveStatus;
}

/** An account of the chart. */
export interface ChartAccount {
  code: string;
  name: string;
  type: AccountType;
  isGroup: boolean;
  subtype: AccountSubtype | null;
  cashFlowSection: CashFlowSection | null;
  control: AccountControl;
  currency: string | null;
  parentCode: string | null;
  status: ActiveStatus;
  /** What the books name the account for. */
  booksPurpose: string | null;
  /** The first of what documents post to the account for. */
  postingPurpose: PostingPurpose | null;
}

export type Chart = ReadonlyMap<string, ChartAccount>;

/** `create` adds what is missing; `upsert` also changes name, status, sub-type and section of what is there. */
export const accountImportModes = ['create', 'upsert'] as const;
export type AccountImportMode = (typeof accountImportModes)[number];

export const accountOutcomes = ['created', 'changed', 'unchanged'] as const;

/** Fields in which an account of the chart may differ from the one that was sent. */
export const differingFields = [
  'name',
  'subtype',
  'cash_flow_section',
  'status',
  'control',
  'currency',
  'parent',
] as const;
export type DifferingField = (typeof differingFields)[number];

export interface PlannedAccount {
  line: number | null;
  outcome: (typeof accountOutcomes)[number];
  /** As it will be in the chart. */
  account: ChartAccount;
  /** What the chart has otherwise, and keeps. */
  differs: DifferingField[];
}
