import { Problem, type ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';

export type SettlementKind = 'receipt' | 'refund' | 'write_off' | 'deposit_application';

const refusals = {
  receipt: accountingProblems.receipt_refused,
  refund: accountingProblems.refund_refused,
  write_off: accountingProblems.write_off_refused,
  deposit_application: accountingProblems.deposit_application_refused,
} as const;

/** Where nothing but what is open is wrong, the request is right and others were first. */
export function settlementRefusal(kind: SettlementKind, errors: ProblemError[]): Problem {
  const isOver = errors.every(({ code }) => code === 'over_allocated');
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return (isOver ? accountingProblems.over_allocated : refusals[kind])(detail, errors);
}

/** The fields of the request that the ledger's own words are about. */
const fieldsOfLedger: Readonly<Record<string, string>> = {
  exchangeRate: '/exchangeRate',
  exchangeRateSource: '/exchangeRateSource',
  exchangeRateType: '/exchangeRateType',
  effectiveOn: 'date',
  entryDate: 'date',
};

/** Does the work; what the ledger refuses of it is told of the request, which knows of no entries. */
export async function inWordsOfRequest<T>(dateField: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const placed = error.errors.map((one) => {
      const field = fieldsOfLedger[one.pointer.split('/').at(-1)!];
      return { ...one, pointer: field === 'date' ? dateField : (field ?? '') };
    });
    const { code, status, title, detail, headers } = error;
    throw new Problem(code, status, title, detail, placed).withHeaders(headers);
  }
}
