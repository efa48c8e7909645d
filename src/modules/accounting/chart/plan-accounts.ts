import type { ProblemError } from '#kernel/problem.js';
import { newAccountFaults } from './account-rules.js';
import { chartStateFaults } from './chart-state-faults.js';
import {
  type AccountImportMode,
  type AccountProposal,
  type Chart,
  type ChartAccount,
  type DifferingField,
  differingFields,
  type PlannedAccount,
} from './planned-account.js';

export type AccountsPlan =
  | { accounts: PlannedAccount[]; faults?: undefined; conflicts?: undefined }
  | { accounts?: undefined; faults: ProblemError[]; conflicts: ProblemError[] };

/**
 * Decides what proposed accounts make of a chart: all of them, or the faults of the proposals and the conflicts with the
 * chart. Pure. Parents are named by code, in any order.
 */
export function planAccounts(
  proposals: readonly AccountProposal[],
  chart: Chart,
  mode: AccountImportMode,
): AccountsPlan {
  const { planned, faults, conflicts, contradicted } = meet(proposals, chart, mode);
  const final = new Map(chart);
  for (const { account } of planned.values()) final.set(account.code, account);
  for (const one of planned.values()) {
    if (one.outcome === 'created') faults.push(...creationFaults(one, final, contradicted));
    else if (one.outcome === 'changed') faults.push(...placed(newAccountFaults(one.account, undefined, ''), one));
  }
  faults.push(...cycleFaults(planned));
  if (faults.length === 0) conflicts.push(...chartStateFaults(planned, chart, final));
  if (faults.length > 0 || conflicts.length > 0) return { faults, conflicts };
  return { accounts: [...planned.values()] };
}

/** Looks up each proposal in the chart. */
function meet(proposals: readonly AccountProposal[], chart: Chart, mode: AccountImportMode) {
  const faults: ProblemError[] = [];
  const conflicts: ProblemError[] = [];
  const contradicted = new Set<string>();
  const planned = new Map<string, PlannedAccount>();
  for (const proposal of proposals) {
    const { code, line } = proposal;
    const earlier = planned.get(code);
    const existing = chart.get(code);
    if (earlier) {
      const message = `Account ${code} stands in the file before, on line ${earlier.line}.`;
      faults.push({ pointer: '', code: 'duplicate_code', message, line });
    } else if (existing) {
      const known = conflicts.length;
      planned.set(code, metAgain(proposal, existing, mode, conflicts));
      if (conflicts.length > known) contradicted.add(code);
    } else {
      planned.set(code, createdFrom(proposal));
    }
  }
  return { planned, faults, conflicts, contradicted };
}

function createdFrom({ line, ...proposal }: AccountProposal): PlannedAccount {
  const { isGroup = false, subtype = null, cashFlowSection = null, control = 'none', currency = null } = proposal;
  const { parentCode = null, status = 'active' } = proposal;
  const kind = { ...proposal, isGroup, subtype, cashFlowSection, control, currency, parentCode, status };
  const account = { ...kind, booksPurpose: null, postingPurpose: null };
  return { line: line ?? null, outcome: 'created', account, differs: [] };
}

/** What an import in the mode `upsert` changes. */
const changeable: ReadonlySet<DifferingField> = new Set(['name', 'subtype', 'cash_flow_section', 'status']);

const valueOf = (account: AccountProposal | ChartAccount, field: DifferingField) => {
  if (field === 'cash_flow_section') return account.cashFlowSection;
  return account[field === 'parent' ? 'parentCode' : field];
};

/** An account that the chart has already. Its type and whether it is a group decide what it is, so they have to agree. */
function metAgain(
  proposal: AccountProposal,
  existing: ChartAccount,
  mode: AccountImportMode,
  conflicts: ProblemError[],
): PlannedAccount {
  const { code, line } = proposal;
  const refuse = (fault: string, message: string) => conflicts.push({ pointer: '', code: fault, message, line });
  if (proposal.type !== existing.type) {
    refuse('account_type', `Account ${code} is of type ${existing.type} in the chart, not ${proposal.type}.`);
  }
  if (proposal.isGroup !== undefined && proposal.isGroup !== existing.isGroup) {
    refuse('account_is_group', `Account ${code} ${existing.isGroup ? 'is a group' : 'takes postings'} in the chart.`);
  }
  const differs = differingFields.filter((field) => {
    const sent = valueOf(proposal, field);
    return sent !== undefined && sent !== valueOf(existing, field);
  });
  if (mode === 'create') {
    return { line: line ?? null, outcome: 'unchanged', account: existing, differs };
  }
  for (const field of differs.filter((one) => !changeable.has(one))) {
    const shown = valueOf(existing, field) ?? 'none';
    refuse('account_fixed', `The ${field} of account ${code} is ${shown} in the chart, and no import changes it.`);
  }
  const { name, subtype = existing.subtype, status = existing.status } = proposal;
  const { cashFlowSection = existing.cashFlowSection } = proposal;
  const outcome = differs.length > 0 ? 'changed' : 'unchanged';
  const account = { ...existing, name, subtype, cashFlowSection, status };
  return { line: line ?? null, outcome, account, differs: [] };
}

function creationFaults(one: PlannedAccount, final: Chart, contradicted: ReadonlySet<string>): ProblemError[] {
  const { account, line } = one;
  const { code, parentCode } = account;
  const parent = parentCode === null ? undefined : final.get(parentCode);
  // Whether the parent is active is a matter of the whole chart; and one that is something else there is told by itself.
  const judged = parent && !contradicted.has(parent.code) ? { ...parent, status: 'active' as const } : undefined;
  const faults = placed(newAccountFaults(account, judged, '/parentCode'), one);
  if (parentCode === null || parent) return faults;
  const message = `Account ${code} is below ${parentCode}, which neither the chart nor the file has.`;
  return [{ pointer: '', code: 'unknown_parent', message, line: line ?? undefined }, ...faults];
}

/** The same faults, told of the account's line. */
function placed(faults: readonly ProblemError[], { account, line }: PlannedAccount): ProblemError[] {
  return faults.map((fault) => ({
    ...fault,
    pointer: '',
    message: `Account ${account.code}: ${fault.message}`,
    line: line ?? undefined,
  }));
}

/** New accounts that stand below themselves. The chart has no such, and its accounts stay where they are. */
function cycleFaults(planned: ReadonlyMap<string, PlannedAccount>): ProblemError[] {
  const rooted = new Set<string>();
  const faults: ProblemError[] = [];
  for (const start of planned.values()) {
    const path = new Set<string>();
    let at: PlannedAccount | undefined = start;
    while (at?.outcome === 'created' && !rooted.has(at.account.code) && !path.has(at.account.code)) {
      path.add(at.account.code);
      at = at.account.parentCode === null ? undefined : planned.get(at.account.parentCode);
    }
    if (at && path.has(at.account.code)) {
      const message = `Account ${at.account.code} stands below itself, by way of ${at.account.parentCode}.`;
      faults.push({ pointer: '', code: 'parent_cycle', message, line: at.line ?? undefined });
    }
    for (const code of path) rooted.add(code);
  }
  return faults;
}
