import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sum, type Decimal } from '#kernel/decimal.js';
import { decodeCodePage437 } from './code-page-437.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';
import type { BooksSnapshot } from './sie-import-plan.js';
import { reportOf } from './sie-import-report.js';

/** Exports of accounting products stand in a folder beside the repository, where there is one. */
function findFolder(): string | undefined {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const folder = join(root, '..', 'shared', 'data', 'sie');
  return existsSync(folder) ? folder : undefined;
}

const folder = findFolder();
const bytesOf = (name: string) => readFileSync(join(folder ?? '', name));

const books: BooksSnapshot = {
  functionalCurrency: 'SEK',
  accounts: new Map(),
  fiscalYears: [],
  balancesBefore: new Map(),
  previousImports: [],
};

function decide(bytes: Uint8Array) {
  const findings = new SieFindings();
  const file = readSieFile(bytes, {}, findings);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plan = file && planSieImport(file, sha256, {}, books, findings);
  return { file, plan, findings };
}

function imported(name: string) {
  const { file, plan, findings } = decide(bytesOf(name));
  if (!file || !plan) throw new Error(JSON.stringify(findings.faults));
  return { file, plan, report: reportOf(file, plan, findings) };
}

/** Closing balances as they stand in the file, read without any of the code under test but the code page. */
function closingsIn(name: string): Map<string, string> {
  const matches = decodeCodePage437(bytesOf(name)).matchAll(/^#(?:UB|RES) 0 (\d+) (\S+)\s*$/gm);
  return new Map(Array.from(matches, ([, account = '', amount]) => [account, Number(amount).toFixed(2)]));
}

/** The same by account and object. */
function objectClosingsIn(name: string): Map<string, string> {
  const matches = decodeCodePage437(bytesOf(name)).matchAll(/^#OUB 0 (\d+) \{(\d+) "([^"]*)"\} (\S+)\s*$/gm);
  return new Map(
    Array.from(matches, ([, account = '', dimension = '', object = '', amount]) => {
      return [`${account} ${dimension} ${object}`, Number(amount).toFixed(2)];
    }),
  );
}

const debits = (lines: readonly { amount: Decimal }[]) =>
  sum(lines.map(({ amount }) => amount).filter((amount) => amount.isPositive())).toFixed(2);

if (!folder) {
  it('real SIE files are not beside this checkout: nothing was checked against them', () => {
    expect(folder).toBeUndefined();
  });
} else {
  describe('BL0001_typ4.SE', () => {
    const { file, plan, report } = imported('BL0001_typ4.SE');

    it('closes all 45 accounts as the file says', () => {
      const closings = new Map(plan.closings.map(({ accountCode, computed }) => [accountCode, computed.toFixed(2)]));
      expect(closings.size).toBe(45);
      expect(closings).toEqual(closingsIn('BL0001_typ4.SE'));
      expect(sum(plan.closings.map(({ computed }) => computed)).isZero()).toBe(true);
      expect(debits(plan.closings.map(({ computed }) => ({ amount: computed })))).toBe('1905597.74');
    });

    it('opens with balances that sum to zero', () => {
      expect(plan.opening).toMatchObject({ treatment: 'posted', completion: undefined });
      // 26 accounts, of which the bank account is divided: three objects have a part of it each.
      expect(plan.openingEntry?.lines).toHaveLength(29);
      expect(debits(plan.openingEntry?.lines ?? [])).toBe('1515792.07');
      expect(
        plan.openingEntry?.lines
          .filter(({ accountCode }) => accountCode === '1930')
          .map(({ objects, amount }) => [
            ...objects.map(({ dimension, object }) => `${dimension}/${object}`),
            amount.toFixed(2),
          ]),
      ).toEqual([['1/1', '7600.00'], ['1/2', '1000.00'], ['2/A', '7600.00'], ['607379.28']]);
    });

    it('closes every account and object as the file says', () => {
      const closings = plan.objectClosings.map(({ accountCode, objects, computed }) => {
        const [only] = objects;
        return [`${accountCode} ${only?.dimension} ${only?.object}`, computed.toFixed(2)] as const;
      });
      expect(closings).toHaveLength(12);
      expect(new Map(closings)).toEqual(objectClosingsIn('BL0001_typ4.SE'));
    });

    it('has the dimensions of the file, with the objects that it declares and those that it only uses', () => {
      expect(report.dimensions).toEqual([
        { code: '1', name: 'Kostnadsställe', kind: 'cost_centre', isNew: true, values: 16, valuesCreated: 16 },
        { code: '2', name: 'Kostnadsbärare', kind: 'custom', isNew: true, values: 7, valuesCreated: 7 },
        { code: '6', name: 'Projekt', kind: 'project', isNew: true, values: 16, valuesCreated: 16 },
      ]);
    });

    it('posts 83 vouchers and skips the one that was struck', () => {
      expect(plan.vouchers).toHaveLength(83);
      expect(debits(plan.vouchers.flatMap(({ lines }) => lines))).toBe('1014803.21');
      expect(plan.skippedVouchers).toEqual([
        { series: 'A', number: '8', position: 20, lineNumber: 612, reason: 'zero_amounts_only' },
      ]);
      expect(plan.vouchers.filter(({ series, number }) => series === '#' && number === '1')).toHaveLength(12);
    });

    it('reports what it holds', () => {
      expect(file).toMatchObject({
        companyName: 'SEEE Speak Easy Executive English AB',
        organizationNumber: '556265-1892',
        generatedOn: '2011-11-01',
        currency: 'SEK',
      });
      expect(report.fiscalYear).toEqual({ startsOn: '2009-07-01', endsOn: '2010-06-30' });
      expect(report.counts).toEqual({
        accounts: 117,
        accountsCreated: 117,
        dimensions: 3,
        objects: 23,
        dimensionsCreated: 3,
        objectsCreated: 39,
        voucherObjects: 127,
        openingBalances: 54,
        closingBalances: 54,
        results: 26,
        objectBalances: 27,
        periodBalances: 0,
        periodBudgets: 24,
        vouchers: 84,
        vouchersPosted: 83,
        vouchersSkipped: 1,
        rows: 405,
        linesPosted: 403,
        zeroRowsDropped: 2,
        rowsAdded: 6,
        rowsStruck: 3,
      });
      const codes = report.remarks.map(({ code }) => code);
      expect(codes.filter((code) => code === 'account_without_name')).toHaveLength(4);
      expect(codes.filter((code) => code === 'object_not_declared')).toHaveLength(16);
      expect(codes).toHaveLength(20);
    });

    it('is typed by BAS where it says nothing', () => {
      const typed = new Map(plan.accounts.map(({ code, type, control }) => [code, `${type} ${control}`]));
      expect(typed.get('1510')).toBe('asset receivable');
      expect(typed.get('1930')).toBe('asset bank');
      expect(typed.get('2099')).toBe('equity none');
      expect(typed.get('2118')).toBe('liability none');
      expect(typed.get('2440')).toBe('liability payable');
      expect(typed.get('9999')).toBe('expense none');
    });

    it('is refused when it is cut off after any of its lines', () => {
      const bytes = bytesOf('BL0001_typ4.SE');
      const ends = Array.from(bytes.keys()).filter((index) => bytes[index] === 0x0a);
      for (const end of ends.slice(0, -1).filter((_, index) => index % 9 === 0)) {
        expect(decide(bytes.subarray(0, end + 1)).findings.refused).toBe(true);
      }
    });
  });

  describe('SIE_exempelfil.se', () => {
    const { plan, report } = imported('SIE_exempelfil.se');

    it('closes all 50 accounts as the file says, beside the one that takes the previous result', () => {
      const closings = new Map(plan.closings.map(({ accountCode, computed }) => [accountCode, computed.toFixed(2)]));
      const inFile = closingsIn('SIE_exempelfil.se');
      expect(inFile.size).toBe(50);
      expect(inFile.has('2098')).toBe(false);
      expect(closings).toEqual(new Map([...inFile, ['2098', '-63532.92']]));
      expect(sum(plan.closings.map(({ computed }) => computed)).isZero()).toBe(true);
      expect(debits(plan.closings.map(({ computed }) => ({ amount: computed })))).toBe('1441137.86');
    });

    it('opens with the previous year’s result carried to retained earnings', () => {
      expect(plan.opening.difference.toFixed(2)).toBe('63532.92');
      expect(plan.opening.completion).toMatchObject({ reason: 'previous_result', accountCode: '2098' });
      expect(plan.opening.completion?.amount.toFixed(2)).toBe('-63532.92');
      expect(plan.openingEntry?.lines).toHaveLength(34);
      expect(debits(plan.openingEntry?.lines ?? [])).toBe('109692.66');
    });

    it('posts all 26 vouchers', () => {
      expect(debits(plan.vouchers.flatMap(({ lines }) => lines))).toBe('2095874.90');
      expect(report.counts).toMatchObject({ accounts: 540, vouchers: 26, vouchersPosted: 26, linesPosted: 148 });
      expect(report.remarks).toEqual([]);
    });
  });

  it.each(['latin1', 'utf8', 'utf16le'] as const)('real files are refused when saved as %s', (encoding) => {
    for (const name of ['BL0001_typ4.SE', 'SIE_exempelfil.se']) {
      // Saved by an editor: the letters that Latin-1 does not have become something else.
      const text = decodeCodePage437(bytesOf(name)).replace('┼', 'Å');
      expect(decide(Buffer.from(text, encoding)).findings.faults).toHaveLength(1);
    }
  });
}
