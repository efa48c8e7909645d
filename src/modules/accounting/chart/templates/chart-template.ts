import { type AccountSubtype, accountSubtypes, isSubtypeOf } from '../account-subtype.js';
import { type AccountControl, type AccountType, accountTypes } from '../account-type.js';
import { type CashFlowSection, isSectionOfType } from '../cash-flow-section.js';
import type { PostingPurpose } from '../posting-purposes.js';

/**
 * Code, name and sub-type of an account that takes postings, what it controls, if anything, and its section of the cash
 * flow statement where that is not the one of its sub-type.
 */
type TemplateLeaf = readonly [
  code: string,
  name: string,
  subtype: AccountSubtype,
  control?: AccountControl,
  cashFlowSection?: CashFlowSection,
];

/** A group with the groups and accounts below it. */
export interface TemplateGroup {
  readonly code: string;
  readonly name: string;
  readonly groups?: readonly TemplateGroup[];
  readonly accounts?: readonly TemplateLeaf[];
}

export const chartTemplateCodes = ['ifrs_general', 'us_small_business'] as const;
export type ChartTemplateCode = (typeof chartTemplateCodes)[number];

/** A chart of accounts to start from: one tree of groups for each type. */
export interface ChartTemplate {
  readonly code: ChartTemplateCode;
  readonly name: string;
  readonly description: string;
  readonly retainedEarningsAccountCode: string;
  readonly roundingAccountCode: string;
  /** The account for each purpose of documents. */
  readonly postingAccountCodes: Readonly<Record<PostingPurpose, string>>;
  readonly chart: Readonly<Record<AccountType, TemplateGroup>>;
}

export interface TemplateAccount {
  readonly code: string;
  readonly name: string;
  readonly type: AccountType;
  readonly subtype: AccountSubtype | null;
  readonly cashFlowSection: CashFlowSection | null;
  readonly control: AccountControl;
  readonly isGroup: boolean;
  readonly parentCode: string | null;
}

/** All accounts of a template, a group before what stands below it. */
export function accountsOf({ chart }: ChartTemplate): TemplateAccount[] {
  return accountTypes.flatMap((type) => below(chart[type], type, null));
}

function below(group: TemplateGroup, type: AccountType, parentCode: string | null): TemplateAccount[] {
  const { code, name, groups = [], accounts = [] } = group;
  return [
    { code, name, type, subtype: null, cashFlowSection: null, control: 'none', isGroup: true, parentCode },
    ...accounts.map((leaf) => accountOf(leaf, type, code)),
    ...groups.flatMap((inner) => below(inner, type, code)),
  ];
}

function accountOf(leaf: TemplateLeaf, type: AccountType, parentCode: string): TemplateAccount {
  const [code, name, subtype, control = 'none', cashFlowSection = null] = leaf;
  if (!isSubtypeOf(subtype, type)) {
    throw new Error(`${code} is of sub-type ${subtype}, not one of ${accountSubtypes[type].join(', ')}`);
  }
  if (cashFlowSection !== null && !isSectionOfType(cashFlowSection, type)) {
    throw new Error(`${code} is of type ${type} and cannot be of the section ${cashFlowSection}`);
  }
  return { code, name, type, subtype, cashFlowSection, control, isGroup: false, parentCode };
}
