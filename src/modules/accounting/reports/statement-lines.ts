import { Decimal } from '#kernel/decimal.js';
import type { AccountType } from '../chart/account-type.js';
import type { ChartAccount } from './report-books.reader.js';

export const statementLineKinds = ['group', 'account', 'result_of_year', 'result_of_earlier_years'] as const;
export type StatementLineKind = (typeof statementLineKinds)[number];

/** A line of a financial statement before it is written: one amount for each column, in the natural sign of its side. */
export interface StatementLine {
  kind: StatementLineKind;
  /** How many groups stand above it. */
  level: number;
  account: ChartAccount | null;
  amounts: readonly Decimal[];
}

/** Debits of assets and expenses are positive, credits of liabilities, equity and income. */
export function naturalSign(type: AccountType, balance: Decimal): Decimal {
  return type === 'asset' || type === 'expense' ? balance : balance.negated();
}

/** Column by column; no lists at all add up to zeros. */
export function addUp(lists: readonly (readonly Decimal[])[], columns: number): Decimal[] {
  return Array.from({ length: columns }, (_, at) => lists.reduce((total, one) => total.plus(one[at]!), new Decimal(0)));
}

/**
 * The accounts of one type as a tree in the order of their codes, each group before what it sums up. Accounts that are
 * zero in every column are left out, and groups without any account that is shown.
 *
 * @param amounts by account, one for each column; an account without any has none
 */
export function statementLines(
  chart: readonly ChartAccount[],
  type: AccountType,
  amounts: ReadonlyMap<string, readonly Decimal[]>,
  columns: number,
): StatementLine[] {
  const below = new Map<string | null, ChartAccount[]>();
  for (const account of chart) {
    if (account.type !== type) continue;
    const siblings = below.get(account.parentId);
    if (siblings) siblings.push(account);
    else below.set(account.parentId, [account]);
  }
  const visit = (account: ChartAccount, level: number): StatementLine[] => {
    if (!account.isGroup) {
      const own = amounts.get(account.id) ?? [];
      return own.some((one) => !one.isZero()) ? [{ kind: 'account', level, account, amounts: own }] : [];
    }
    const lines = (below.get(account.id) ?? []).flatMap((one) => visit(one, level + 1));
    if (lines.length === 0) return [];
    return [{ kind: 'group', level, account, amounts: totalOf(lines, columns) }, ...lines];
  };
  return (below.get(null) ?? []).flatMap((account) => visit(account, 0));
}

/** The total of lines: their sub-totals are not counted again. */
export function totalOf(lines: readonly StatementLine[], columns: number): Decimal[] {
  const counted = lines.filter(({ kind }) => kind !== 'group').map(({ amounts }) => amounts);
  return addUp(counted, columns);
}
