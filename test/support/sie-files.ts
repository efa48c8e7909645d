import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/data/sie');

/** An export of an accounting product, where such files stand beside the repository. */
export function realSieFile(name: string): Buffer | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Closing balances by account as a file has them, read by nothing of the code under test. */
export function closingsIn(file: Buffer): Record<string, string> {
  const matches = file.toString('latin1').matchAll(/^#(?:UB|RES) 0 (\d+) (-?[\d.]+)\s*$/gm);
  return Object.fromEntries(Array.from(matches, ([, account, amount]) => [account!, Number(amount).toFixed(2)]));
}

/** The same by object: account, dimension and object to amount. */
export function objectClosingsIn(file: Buffer): Record<string, string> {
  const matches = file.toString('latin1').matchAll(/^#OUB 0 (\d+) \{(\S+) "([^"]*)"\} (-?[\d.]+)\s*$/gm);
  return Object.fromEntries(
    Array.from(matches, ([, account, dimension, object, amount]) => {
      return [`${account} ${dimension} ${object}`, Number(amount).toFixed(2)];
    }),
  );
}

/** Amounts by account in whole units, debit positive. */
export type SieAmounts = Readonly<Record<string, number>>;

export interface SieVoucherText {
  series?: string;
  /** `YYYYMMDD`; 31 January where left out. */
  date?: string;
  rows: SieAmounts;
}

export interface SieYearText {
  year?: number;
  opening?: SieAmounts;
  /** Income and expense of the year before (#RES -1). */
  previous?: SieAmounts;
  vouchers?: readonly SieVoucherText[];
  /** Further lines, after the chart. */
  more?: readonly string[];
  /** Changes the lines before they become a file. */
  change?: (lines: string[]) => readonly string[];
}

/** The lines of a small SIE 4E file whose closing balances follow from openings and vouchers. */
export function sieLines({
  year = 2025,
  opening = {},
  previous = {},
  vouchers = [],
  more = [],
}: SieYearText): string[] {
  const closing: Record<string, number> = { ...opening };
  for (const { rows } of vouchers) {
    for (const [account, amount] of Object.entries(rows)) closing[account] = (closing[account] ?? 0) + amount;
  }
  const accounts = [...new Set([...Object.keys(closing), ...Object.keys(previous)])].sort();
  const amounts = (label: string, of: SieAmounts) =>
    Object.entries(of).map(([code, amount]) => `${label} ${code} ${amount}`);
  return [
    '#FLAGGA 0',
    '#PROGRAM "Test" 1.0',
    '#FORMAT PC8',
    '#SIETYP 4',
    '#FNAMN "Exempel AB"',
    `#RAR 0 ${year}0101 ${year}1231`,
    `#RAR -1 ${year - 1}0101 ${year - 1}1231`,
    ...accounts.map((code) => `#KONTO ${code} "Account ${code}"`),
    ...more,
    ...amounts('#IB 0', opening),
    ...amounts('#RES -1', previous),
    ...Object.entries(closing).map(([code, amount]) => `${code < '3' ? '#UB' : '#RES'} 0 ${code} ${amount}`),
    ...vouchers.flatMap(({ series = 'A', date = `${year}0131`, rows }, index) => [
      `#VER ${series} ${index + 1} ${date} "Voucher ${index + 1}"`,
      '{',
      ...amounts('#TRANS', rows).map((row) => row.replace(/^(#TRANS \d+)/, '$1 {}')),
      '}',
    ]),
  ];
}

/** The same as the bytes of a file. */
export function sieFile({ change = (lines) => lines, ...year }: SieYearText): Buffer {
  return Buffer.from(`${change(sieLines(year)).join('\r\n')}\r\n`, 'latin1');
}

/** A company's first year: 100 put in, sales of 50, costs of 20. */
export const firstYear: SieYearText = {
  opening: { '1930': 100, '2081': -100 },
  vouchers: [
    { rows: { '1910': 50, '3010': -50 } },
    { series: 'B', date: '20250615', rows: { '4010': 20, '1930': -20 } },
  ],
};

/** The year after it, by a program that has carried the result of 30 into equity. */
export const secondYear: SieYearText = {
  year: 2026,
  opening: { '1910': 50, '1930': 80, '2081': -100, '2099': -30 },
  previous: { '3010': -50, '4010': 20 },
  vouchers: [{ rows: { '1930': 7, '3010': -7 } }],
};
