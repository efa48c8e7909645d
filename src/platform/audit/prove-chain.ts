import type { Statement, Transaction } from '../database/transaction.js';
import { reportProgress } from '../jobs/job-progress.js';
import {
  type AuditChainCheckView,
  type AuditChainFindingView,
  type AuditFault,
  MOST_FINDINGS,
} from './audit-chain.dto.js';

/** Each seal covers some thousands of facts at most; a statement that reads so many of them stays within its time. */
const SEALS_AT_ONCE = 50;

const HEAD: Statement = {
  name: 'audit_chain_head',
  text: `
    SELECT s.sequence, encode(s.root, 'hex') AS root, s.sealed_at, waiting.count AS waiting
    FROM (SELECT count(*)::int FROM platform.unsealed_audit_entry u WHERE u.organization_id = $1) waiting
    LEFT JOIN LATERAL (
      SELECT * FROM platform.audit_seal s WHERE s.organization_id = $1 ORDER BY s.sequence DESC LIMIT 1) s ON true`,
};
const COUNTS: Statement = {
  name: 'audit_chain_counts',
  text: `
    SELECT count(*) AS seals, coalesce(sum(cardinality(s.places)), 0) AS sealed
    FROM platform.audit_seal s WHERE s.organization_id = $1`,
};
const ROOT: Statement = {
  name: 'audit_chain_root',
  text: `SELECT encode(s.root, 'hex') AS root FROM platform.audit_seal s WHERE s.organization_id = $1 AND s.sequence = $2`,
};
const CHECK_SEALS: Statement = { name: 'check_seals', text: 'SELECT * FROM platform.check_seals($1, $2)' };
const CHECK_ENTRIES: Statement = { name: 'check_audit_entries', text: 'SELECT * FROM platform.check_audit_entries()' };

interface Head {
  /** A bigint, as text. */
  sequence: string | null;
  root: string | null;
  sealed_at: Date | null;
  waiting: number;
}

interface Fault {
  fault: AuditFault;
  sequence: string | null;
  record_type: string | null;
  series: string | null;
  place: string | null;
  record_id: string | null;
}

export const faultMessages: Readonly<Record<AuditFault, string>> = {
  row_added: 'It is neither sealed nor waiting to be: it was added past the audit trail, or its seal was dropped.',
  row_changed: 'It is not what was sealed.',
  row_dropped: 'It is gone.',
  seal_changed: 'The root of the seal does not follow from its content and the root before it.',
  seal_dropped: 'One or more seals from here on are gone.',
  personal_value_changed: 'It is not the value that the audit entry commits to.',
  personal_value_dropped: 'The value that the audit entry commits to is gone without having been erased.',
  root_differs: 'The chain does not have this root here: it was written anew, or cut off before it.',
};

/** A seal whose root was kept elsewhere; without both, none was. */
export interface KeptRoot {
  sequence?: number;
  rootHash?: string;
}

/** The half of a kept root that is missing where the other is there. */
export function missingOf({ sequence, rootHash }: KeptRoot): keyof KeptRoot | undefined {
  if ((sequence === undefined) === (rootHash === undefined)) return undefined;
  return sequence === undefined ? 'sequence' : 'rootHash';
}

/** Proves all of the organization's chain, and the kept root if there is one; says how far it is where a job does it. */
export async function proveChain(transaction: Transaction, kept: KeptRoot): Promise<AuditChainCheckView> {
  const head = await readHead(transaction);
  const [counts] = await transaction.rows<{ seals: string; sealed: string }>(COUNTS, [transaction.organizationId]);
  const faults = [
    ...(await rootFaults(transaction, kept)),
    ...(await sealFaults(transaction, Number(head.sequence ?? 0))),
    ...(await transaction.rows<Fault>(CHECK_ENTRIES, [])),
  ];
  return {
    status: faults.length === 0 ? 'intact' : 'broken',
    checkedAt: (await transaction.startedAt).toISOString(),
    sealCount: Number(counts!.seals),
    sealedCount: Number(counts!.sealed),
    waitingCount: head.waiting,
    findingCount: faults.length,
    findings: faults.slice(0, MOST_FINDINGS).map(findingOf),
  };
}

export async function readHead(transaction: Transaction): Promise<Head> {
  return (await transaction.rows<Head>(HEAD, [transaction.organizationId]))[0]!;
}

async function rootFaults(transaction: Transaction, { sequence, rootHash }: KeptRoot): Promise<Fault[]> {
  if (sequence === undefined) return [];
  const [seal] = await transaction.rows<{ root: string }>(ROOT, [transaction.organizationId, sequence]);
  if (seal?.root === rootHash) return [];
  const nowhere = { record_type: null, series: null, place: null, record_id: null };
  return [{ fault: 'root_differs', sequence: String(sequence), ...nowhere }];
}

async function sealFaults(transaction: Transaction, last: number): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let first = 1; first <= last; first += SEALS_AT_ONCE) {
    await reportProgress({ step: 'seals', done: first - 1, outOf: last });
    const range = [first, Math.min(first + SEALS_AT_ONCE - 1, last)];
    faults.push(...(await transaction.rows<Fault>(CHECK_SEALS, range)));
  }
  await reportProgress({ step: 'entries', done: 0, outOf: null });
  return faults;
}

function findingOf({ fault, sequence, record_type, series, place, record_id }: Fault): AuditChainFindingView {
  const where = [series, place].filter(Boolean).join('/');
  return {
    fault,
    sequence: sequence === null ? null : Number(sequence),
    recordType: record_type,
    place: where === '' ? null : where,
    recordId: record_id,
    message: faultMessages[fault],
  };
}
