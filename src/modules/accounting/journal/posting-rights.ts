import type { Acting } from '#platform/database/acting.js';
import { accountingPermissions } from '../accounting.permissions.js';
import type { PostingRights } from './planned-entry.js';

/** What a person may do beyond ordinary posting. */
export function rightsOf({ permissions }: Acting): PostingRights {
  return {
    postToControlAccounts: permissions.has(accountingPermissions.postToControlAccounts.name),
    passSoftClose: permissions.has(accountingPermissions.passSoftClose.name),
  };
}

/** A module answers for what it posts: it owns its control accounts, and passes no closed period. */
export const moduleRights: PostingRights = { postToControlAccounts: true, passSoftClose: false };

/** An import posts what its file has, and nothing besides. */
export const importRights: PostingRights = { ...moduleRights, leavesDefaultsOut: true, leavesPartiesOut: true };
