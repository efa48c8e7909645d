import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Decimal, sum } from '#kernel/decimal.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';
import type { BooksSnapshot, SieImportPlan } from './sie-import-plan.js';
import { reportOf, type SieImportReport } from './sie-import-report.js';
import type { SieFile } from './sie-file.js';

/** Exports of accounting products stand in a folder beside the repository, where there is one. */
function realFiles(): string | undefined {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const files = join(folder, '..', 'shared', 'data', 'sie');
  return existsSync(files) ? files : undefined;
}

const folder = realFiles();

const emptyBooks: BooksSnapshot = {
  functionalCurrency: 'EUR',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};

function imported(name: string): { file: SieFile; plan: SieImportPlan; report: SieImportReport } {
  const bytes = readFileSync(join(folder ?? '', name));
  const findings = new SieFindings();
  const file = readSieFile(bytes, {}, findings);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plan = file && planSieImport(file, sha256, {}, emptyBooks, findings);
  if (!file || !plan) throw new Error(JSON.stringify(findings.faults));
  return { file, plan, report: reportOf(file, plan, findings) };
}
it('x', () => {
  for (const n of ['BL0001_typ4.SE', 'SIE_exempelfil.se']) {
    const { plan, report } = imported(n);
    console.log(
      JSON.stringify(
        {
          ...report,
          accounts: report.accounts.length,
          closings: report.closings.map((c) =>
            [c.accountCode, c.label, c.expected.toFixed(2), c.computed.equals(c.expected)].join(' '),
          ),
        },
        null,
        1,
      ),
    );
    console.log(
      plan.openingEntry?.lines.length,
      plan.openingEntry?.lines.at(-1),
      sum(plan.closings.map((c) => c.expected)).toFixed(),
    );
    const debit = (ls: any) => sum(ls.map((l: any) => l.amount).filter((a: Decimal) => a.isPositive())).toFixed(2);
    console.log(
      'opening debit',
      debit(plan.openingEntry?.lines ?? []),
      'movement',
      debit(plan.vouchers.flatMap((v) => v.lines)),
      'closing debit',
      debit(plan.closings.map((c) => ({ amount: c.expected }))),
    );
  }
});
