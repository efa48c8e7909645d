import type { ProblemError } from '#kernel/problem.js';
import { accountSubtypes, isSubtypeOf } from './account-subtype.js';
import type { Account } from './account.entity.js';
import { isSectionOfType } from './cash-flow-section.js';
import { type PostingPurpose, postingPurposeRules } from './posting-purposes.js';

export type NewAccount = Pick<Account, 'type' | 'subtype' | 'cashFlowSection' | 'control' | 'currency' | 'isGroup'>;
export type ParentAccount = Pick<Account, 'code' | 'type' | 'isGroup' | 'status'>;

/**
 * Why an account cannot enter the chart like this; empty where it can. A parent is an active group of the same type, so
 * that the total of a group is the total of one type; a control account has a sub-ledger behind it, which only assets
 * and liabilities have.
 *
 * @param parentPointer the field that names the parent
 */
export function newAccountFaults(
  account: NewAccount,
  parent: ParentAccount | undefined,
  parentPointer: string,
): ProblemError[] {
  const faults = kindFaults(account);
  const refuse = (pointer: string, code: string, message: string) => faults.push({ pointer, code, message });
  if (account.control !== 'none') {
    if (account.isGroup) refuse('/control', 'group_with_control', 'A group takes no postings, so it controls nothing.');
    if (account.type !== 'asset' && account.type !== 'liability') {
      refuse('/control', 'control_type', `A control account is an asset or a liability, not of type ${account.type}.`);
    }
  }
  if (!parent) return faults;
  if (!parent.isGroup) {
    refuse(parentPointer, 'parent_is_no_group', `Account ${parent.code} takes postings itself; a parent is a group.`);
  } else if (parent.status !== 'active') {
    refuse(parentPointer, 'parent_inactive', `The group ${parent.code} is inactive.`);
  }
  if (parent.type !== account.type) {
    const message = `Account ${parent.code} is of type ${parent.type}; the accounts below it are too.`;
    refuse(parentPointer, 'parent_type', message);
  }
  return faults;
}

/**
 * Why an account of the type cannot be of the sub-type or take one currency only; empty where it can. What income and
 * expense accounts hold is taken to equity in the functional currency, so they, and equity with them, take any.
 */
export function kindFaults({
  type,
  subtype,
  cashFlowSection,
  currency,
  isGroup,
}: Pick<Account, 'type' | 'subtype' | 'cashFlowSection' | 'currency' | 'isGroup'>): ProblemError[] {
  const faults: ProblemError[] = [];
  const refuse = (pointer: string, code: string, message: string) => faults.push({ pointer, code, message });
  if (subtype !== null && isGroup) {
    refuse('/subtype', 'group_with_subtype', 'A group has no sub-type; the accounts below it have theirs.');
  } else if (subtype !== null && !isSubtypeOf(subtype, type)) {
    const known = accountSubtypes[type].join(', ');
    refuse('/subtype', 'subtype_of_other_type', `Sub-types of accounts of type ${type} are: ${known}.`);
  }
  if (cashFlowSection !== null && isGroup) {
    const message = 'A group stands in no section of the cash flow statement; the accounts below it do.';
    refuse('/cashFlowSection', 'group_with_section', message);
  } else if (cashFlowSection !== null && !isSectionOfType(cashFlowSection, type)) {
    const allowed = cashFlowSection === 'cash' ? 'assets and liabilities' : 'income and expenses';
    const message = `Only ${allowed} can stand in the section ${cashFlowSection}, not accounts of type ${type}.`;
    refuse('/cashFlowSection', 'section_of_other_type', message);
  }
  if (currency === null) return faults;
  if (isGroup) {
    refuse('/currency', 'group_with_currency', 'A group takes no postings, so it is of no one currency.');
  } else if (type !== 'asset' && type !== 'liability') {
    const message = `Only assets and liabilities can be of one currency, not accounts of type ${type}.`;
    refuse('/currency', 'currency_type', message);
  }
  return faults;
}

/** What an active account is needed for. */
export interface AccountUse {
  /** Code of an active account below the group. */
  activeChild: string | null;
  /** What the books name the account for. */
  booksPurpose: string | null;
  /** The first of what documents post to the account for. */
  postingPurpose: PostingPurpose | null;
}

/** Why the account has to stay active; undefined where it may become inactive. */
export function deactivationFault(
  code: string,
  { activeChild, booksPurpose, postingPurpose }: AccountUse,
): string | undefined {
  if (activeChild !== null) {
    return `The group ${code} has active accounts below it, such as ${activeChild}; deactivate them first.`;
  }
  if (booksPurpose !== null) {
    return `The books use account ${code} for ${booksPurpose}; name another account there first.`;
  }
  if (postingPurpose !== null) {
    const { name } = postingPurposeRules[postingPurpose];
    return `Documents post to account ${code} for ${name}; name another posting account first.`;
  }
  return undefined;
}
