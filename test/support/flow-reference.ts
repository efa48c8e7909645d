import { largestRemainder } from '#kernel/largest-remainder.js';
import { type FlowEntry, flowAccounts, moneyAccounts } from './flow-books.js';

// The rules of the statement of cash flows once more, entry by entry and in cents.

const others = new Set(['1500', '1509', '2500', '2900', '2990', '3500']);
const differences = new Set(['3900', '4900']);
const results = new Set(['3000', '3500', '3900', '4000', '4100', '4500', '4800', '4900']);

interface Flow {
  accountCode: string;
  figure: 'receipt' | 'payment' | 'exchange' | 'not_cash';
  cents: number;
}

/** The amounts of the statement by section, account and figure: `operating 1100 receipt`. */
export function referenceFlows(entries: readonly FlowEntry[], from: string, to: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const entry of countedIn(entries, from, to)) {
    for (const { accountCode, figure, cents } of flowsOf(entry)) {
      const key = `${accountCode} ${figure}`;
      sums.set(key, (sums.get(key) ?? 0) + cents);
    }
  }
  return new Map([...sums].filter(([, cents]) => cents !== 0));
}

export interface Told extends FlowEntry {
  isReversal: boolean;
}

/** The entries with their reversals, which have their kind and stand on the last day. */
export function toldEntries(entries: readonly FlowEntry[]): Told[] {
  return entries.flatMap((entry) => {
    const own = { ...entry, isReversal: false };
    if (!entry.isReversed) return [own];
    const lines = entry.lines.map((line) => ({ ...line, cents: -line.cents }));
    return [own, { ...entry, entryDate: '2026-12-31', lines, isReversal: true }];
  });
}

/** Opening entries of the fiscal year that holds the first day are what the books began with. */
export function isOpeningOf({ kind, entryDate }: FlowEntry, from: string): boolean {
  return kind === 'opening' && entryDate <= `${from.slice(0, 4)}-12-31`;
}

function countedIn(entries: readonly FlowEntry[], from: string, to: string): Told[] {
  return toldEntries(entries).filter((entry) => {
    if (entry.entryDate < from || entry.entryDate > to || isOpeningOf(entry, from)) return false;
    return entry.kind === 'regular' || entry.lines.some(({ accountCode }) => moneyAccounts.includes(accountCode));
  });
}

function flowsOf({ lines, isReversal }: Told): Flow[] {
  const net = flowAccounts
    .map((code) => ({ code, cents: sumOf(lines.filter(({ accountCode }) => accountCode === code)) }))
    .filter(({ cents }) => cents !== 0);
  const money = sumOf(lines.filter(({ accountCode }) => moneyAccounts.includes(accountCode)));
  const rest = net.filter(({ code }) => !moneyAccounts.includes(code));
  const facing = rest.filter(({ cents }) => money !== 0 && cents > 0 === money < 0);
  const first = facing.filter(({ code }) => !differences.has(code));
  const payers = first.length > 0 ? first : facing;
  const paid = spread(money, payers);
  const flows = [...paid].map(([accountCode, cents]): Flow => {
    const figure = differences.has(accountCode) ? 'exchange' : cents > 0 === isReversal ? 'payment' : 'receipt';
    return { accountCode, figure, cents };
  });
  const left = rest.map(({ code, cents }) => ({ code, cents: -cents - (paid.get(code) ?? 0) }));
  const moved = sumOf(left.filter(({ code }) => others.has(code)));
  const meeting = left.filter(({ code, cents }) => !others.has(code) && cents !== 0 && cents > 0 !== moved > 0);
  const met = moved === 0 ? [] : [...spread(moved, meeting)];
  return [...flows, ...met.map(([accountCode, cents]): Flow => ({ accountCode, figure: 'not_cash', cents }))];
}

const sumOf = (some: readonly { cents: number }[]) => some.reduce((total, { cents }) => total + cents, 0);

function spread(total: number, some: readonly { code: string; cents: number }[]): Map<string, number> {
  if (total === 0) return new Map();
  const weights = some.map(({ cents }) => BigInt(Math.abs(cents)));
  const shares = largestRemainder(BigInt(total), weights);
  return new Map(some.map(({ code }, at) => [code, Number(shares[at])]));
}

export const isResultAccount = (code: string): boolean => results.has(code);
export const isOtherAccount = (code: string): boolean => others.has(code);
