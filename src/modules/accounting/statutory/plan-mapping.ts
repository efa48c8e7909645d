import type { ProblemError } from '#kernel/problem.js';

/** An account that is to belong to a line of a statutory chart; null takes it out of the chart. */
export interface MappingWish {
  accountCode: string;
  lineCode: string | null;
  /** Where it stands in what was sent. */
  at: { pointer: string; line?: number };
}

export interface MappableAccount {
  id: string;
  code: string;
  isGroup: boolean;
  /** The line that it belongs to; null where it belongs to none. */
  lineId: string | null;
}

export interface MappingChanges {
  /** Accounts that belong to a line from now on, and belonged to none or to another. */
  set: { accountId: string; lineId: string }[];
  removed: string[];
  counts: { mapped: number; changed: number; removed: number; unchanged: number };
}

export type MappingPlan =
  { changes: MappingChanges; faults?: undefined } | { changes?: undefined; faults: ProblemError[] };

/** Decides what wishes make of a mapping: all of them, or the faults. */
export function planMapping(
  wishes: readonly MappingWish[],
  accounts: ReadonlyMap<string, MappableAccount>,
  lineIds: ReadonlyMap<string, string>,
): MappingPlan {
  const faults: ProblemError[] = [];
  const seen = new Set<string>();
  const changes: MappingChanges = { set: [], removed: [], counts: { mapped: 0, changed: 0, removed: 0, unchanged: 0 } };
  for (const { accountCode, lineCode, at } of wishes) {
    const refuse = (field: string, code: string, message: string) =>
      faults.push({ pointer: at.pointer && `${at.pointer}/${field}`, code, message, line: at.line });
    const account = accounts.get(accountCode);
    const lineId = lineCode === null ? null : lineIds.get(lineCode);
    if (!account) {
      refuse('accountCode', 'unknown_account', `The legal entity has no account ${accountCode}.`);
    } else if (account.isGroup) {
      const message = `Account ${accountCode} is a group; map the accounts below it.`;
      refuse('accountCode', 'account_is_group', message);
    } else if (seen.has(accountCode)) {
      refuse('accountCode', 'duplicate_account', `Account ${accountCode} stands there before.`);
    }
    seen.add(accountCode);
    if (lineId === undefined) refuse('lineCode', 'unknown_line', `The statutory chart has no line ${lineCode}.`);
    else if (account) change(account, lineId, changes);
  }
  return faults.length > 0 ? { faults } : { changes };
}

function change(account: MappableAccount, lineId: string | null, { set, removed, counts }: MappingChanges): void {
  if (account.lineId === lineId) {
    counts.unchanged += 1;
  } else if (lineId === null) {
    removed.push(account.id);
    counts.removed += 1;
  } else {
    set.push({ accountId: account.id, lineId });
    if (account.lineId === null) counts.mapped += 1;
    else counts.changed += 1;
  }
}
