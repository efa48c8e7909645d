import type { Decimal } from '#kernel/decimal.js';
import { sum } from '#kernel/decimal.js';
import type { SieBalance, SieFile } from './sie-file.js';
import type { SieFindings } from './sie-findings.js';
import { objectFigures, type SieObjectFigure } from './sie-objects.js';

/** An amount (debit positive) and the line that it comes from. */
export interface SieFigure {
  amount: Decimal;
  line: number;
}

export type SieFigures = ReadonlyMap<string, SieFigure>;

/** What a file says of its year 0, by account. */
export interface SieYearFigures {
  /** #IB 0 */
  openings: SieFigures;
  /** #UB 0 */
  closings: SieFigures;
  /** #RES 0 */
  results: SieFigures;
  /** Sum of the #TRANS rows that have an amount; the line is that of the first. */
  movements: SieFigures;
  /** #OIB 0 */
  objectOpenings: readonly SieObjectFigure[];
  /** #OUB 0 */
  objectClosings: readonly SieObjectFigure[];
  /** Sum of #RES -1: the result of the year before, a profit being negative. `undefined` where the file has none. */
  previousResult?: Decimal;
}

/** Gathers the figures of year 0. Two balances of one kind for one account contradict each other: a fault. */
export function figuresOfYear(file: SieFile, findings: SieFindings): SieYearFigures {
  const previous = file.results.filter(({ yearIndex }) => yearIndex === -1);
  return {
    openings: byAccount('#IB', file.openingBalances, findings),
    closings: byAccount('#UB', file.closingBalances, findings),
    results: byAccount('#RES', file.results, findings),
    movements: movementsOf(file),
    objectOpenings: objectFigures('#OIB', file.objectOpeningBalances, findings),
    objectClosings: objectFigures('#OUB', file.objectClosingBalances, findings),
    previousResult: previous.length > 0 ? sum(previous.map(({ amount }) => amount)) : undefined,
  };
}

function byAccount(label: string, balances: readonly SieBalance[], findings: SieFindings): SieFigures {
  const figures = new Map<string, SieFigure>();
  for (const { yearIndex, account, amount, line } of balances) {
    if (yearIndex !== 0) continue;
    const known = figures.get(account);
    if (!known) figures.set(account, { amount, line });
    else findings.fault(line, 'duplicate_balance', `${label} 0 of account ${account} is also on line ${known.line}.`);
  }
  return figures;
}

function movementsOf(file: SieFile): SieFigures {
  const figures = new Map<string, SieFigure>();
  for (const { rows } of file.vouchers) {
    for (const { kind, account, amount, line } of rows) {
      if (kind !== 'transaction' || amount.isZero()) continue;
      const known = figures.get(account);
      figures.set(account, known ? { amount: known.amount.plus(amount), line: known.line } : { amount, line });
    }
  }
  return figures;
}
