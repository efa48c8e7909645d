import type { ProblemError } from '#kernel/problem.js';
import type { Account } from './account.entity.js';

export type NewAccount = Pick<Account, 'type' | 'control' | 'isGroup'>;
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
  const faults: ProblemError[] = [];
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

/** What an active account is needed for. */
export interface AccountUse {
  /** Code of an active account below the group. */
  activeChild: string | null;
  /** What the books name the account for. */
  booksPurpose: string | null;
}

/** Why the account has to stay active; undefined where it may become inactive. */
export function deactivationFault(code: string, { activeChild, booksPurpose }: AccountUse): string | undefined {
  if (activeChild !== null) {
    return `The group ${code} has active accounts below it, such as ${activeChild}; deactivate them first.`;
  }
  if (booksPurpose !== null) {
    return `The books use account ${code} for ${booksPurpose}; name another account there first.`;
  }
  return undefined;
}
