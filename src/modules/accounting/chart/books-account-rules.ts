import type { AccountType } from './account-type.js';
import type { Account } from './account.entity.js';

/** What books name an account for. */
export interface BooksPurpose {
  /** As in “the account for …”. */
  readonly name: string;
  readonly types: readonly AccountType[];
}

/** What decides whether an account can be named for a purpose. */
export type NamedAccount = Pick<Account, 'code' | 'type' | 'isGroup' | 'status'>;

export interface NamingFault {
  code: string;
  message: string;
}

/** Takes the result of each year when it is closed. */
export const retainedEarnings: BooksPurpose = { name: 'retained earnings', types: ['equity'] };
/** Takes what remains of converted amounts that balance before they are rounded. */
export const roundingDifferences: BooksPurpose = { name: 'rounding differences', types: ['income', 'expense'] };

/** Why the account cannot serve the purpose; undefined where it can. */
export function booksAccountFault(
  { name, types }: BooksPurpose,
  { code, type, isGroup, status }: NamedAccount,
): NamingFault | undefined {
  if (isGroup) return { code: 'account_is_group', message: `Account ${code} is a group and takes no postings.` };
  if (status !== 'active') return { code: 'account_inactive', message: `Account ${code} is inactive.` };
  if (types.includes(type)) return undefined;
  const message = `The account for ${name} is of type ${types.join(' or ')}; ${code} is of type ${type}.`;
  return { code: 'account_type', message };
}
