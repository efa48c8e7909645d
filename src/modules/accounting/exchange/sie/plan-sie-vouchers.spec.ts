import { encodeCodePage437 } from './code-page-437.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';

const head = [
  '#FLAGGA 0',
  '#SIETYP 4',
  '#RAR 0 20250101 20251231',
  '#KONTO 1910 "Kassa"',
  '#KONTO 1930 "Bank"',
  '#KONTO 2081 "Aktiekapital"',
  '#KONTO 3010 "Fsg"',
  '#IB 0 1930 100',
  '#IB 0 2081 -100',
];
/** Closings that follow from `head` without vouchers. */
const still = ['#UB 0 1930 100', '#UB 0 2081 -100'];
const sale = ['#VER A 1 20250131 "Kontant"', '{', '#TRANS 1910 {} 50', '#TRANS 3010 {} -50', '}'];
const sold = [...still, '#UB 0 1910 50', '#RES 0 3010 -50'];

/** Reads and plans the lines into books that are empty. */
function decide(lines: readonly string[]) {
  const findings = new SieFindings();
  const file = readSieFile(encodeCodePage437(lines.join('\n')), {}, findings);
  if (!file) throw new Error(JSON.stringify(findings.faults));
  const books = {
    functionalCurrency: 'SEK',
    accounts: new Map(),
    fiscalYears: [],
    balancesBefore: new Map(),
    previousImports: [],
  };
  const plan = planSieImport(file, 'ab'.repeat(32), {}, books, findings);
  const places = (list: typeof findings.faults) => list.map(({ line, code }) => [line, code]);
  return { plan, findings, faults: places(findings.faults), remarks: places(findings.remarks) };
}

describe('a voucher', () => {
  const rows = (...lines: string[]) => ['#VER A 1 20250131 "Text"', '{', ...lines, '}'];

  it('counts #TRANS rows once, leaves out struck and zero rows, and names itself when it has no text', () => {
    const { plan, faults } = decide([
      ...head,
      ...sold,
      '#VER B "" 20250131 ""',
      '{',
      '#TRANS 1910 {} 30',
      '#RTRANS 1910 {} 20',
      '#TRANS 1910 {} 20',
      '#TRANS 1930 {} 0',
      '#BTRANS 3010 {} -40',
      '#TRANS 3010 {} -50',
      '}',
    ]);
    expect(faults).toEqual([]);
    expect(plan?.zeroRowsDropped).toBe(1);
    expect(plan?.vouchers[0]).toMatchObject({ series: 'B', number: '', text: 'Voucher B' });
    expect(plan?.vouchers[0]?.lines.map(({ amount }) => amount.toFixed())).toEqual(['30', '20', '-50']);
  });

  it('may name an account that is not declared where no amount is posted to it', () => {
    const lines = rows('#TRANS 5555 {} 0', '#BTRANS 5555 {} 7', '#TRANS 1910 {} 50', '#TRANS 3010 {} -50');
    const { plan, faults } = decide([...head, ...sold, ...lines]);
    expect(faults).toEqual([]);
    expect(plan?.closings.some(({ accountCode }) => accountCode === '5555')).toBe(false);
  });

  it.each([
    ['no_rows', rows()],
    ['zero_amounts_only', rows('#TRANS 1910 {} 0', '#BTRANS 1910 {} 5')],
    ['struck_rows_only', rows('#BTRANS 1910 {} 5')],
  ])('is skipped and named: %s', (reason, lines) => {
    const { plan } = decide([...head, ...still, ...lines]);
    expect(plan?.vouchers).toEqual([]);
    expect(plan?.skippedVouchers).toEqual([{ series: 'A', number: '1', position: 1, lineNumber: 12, reason }]);
  });

  it('is told apart by its position when series and number repeat', () => {
    const { plan } = decide([
      ...head,
      ...sold,
      ...sale,
      ...sale.map((line) => line.replace('} 50', '} 0').replace('-50', '0')),
    ]);
    expect([...(plan?.vouchers ?? []), ...(plan?.skippedVouchers ?? [])]).toMatchObject([
      { position: 1 },
      { position: 2 },
    ]);
  });

  it.each([
    ['does not balance', rows('#TRANS 1910 {} 50.25', '#TRANS 3010 {} -50'), 'voucher_unbalanced', '0.25'],
    ['is dated before the year', sale.with(0, '#VER A 1 20241231'), 'voucher_outside_fiscal_year', '2024-12-31'],
    ['is dated after the year', sale.with(0, '#VER A 1 20260101'), 'voucher_outside_fiscal_year', '2026-01-01'],
    [
      'has too many rows',
      rows(...Array.from({ length: 5002 }, (_, i) => `#TRANS 1910 {} ${i % 2 ? 1 : -1}`)),
      'voucher_too_long',
      '5002',
    ],
    ['has a long series', sale.with(0, `#VER ${'X'.repeat(17)} 1 20250131`), 'voucher_name_too_long', '16'],
    ['has a long number', sale.with(0, `#VER A ${'1'.repeat(51)} 20250131`), 'voucher_name_too_long', '50'],
  ])('is refused when it %s', (_, lines, code, detail) => {
    const { plan, findings } = decide([...head, ...sold, ...lines]);
    expect(plan).toBeUndefined();
    expect(findings.faults).toContainEqual({ line: 14, code, message: expect.stringContaining(detail) as string });
  });

  it('remarks other dates, undeclared objects once, and long texts', () => {
    const lines = rows(
      `#TRANS 1910 {1 "1" 6 "9"} 50 20250130 "${'x'.repeat(501)}"`,
      '#TRANS 3010 {6 "9"} -50 20250131',
    );
    const { plan, remarks } = decide([...head, '#OBJEKT 1 "1" "x"', ...sold, ...lines]);
    expect(remarks).toEqual([
      [17, 'text_cut'],
      [17, 'row_date_differs'],
      [17, 'object_not_declared'],
    ]);
    expect(plan?.vouchers[0]?.lines[0]?.text).toHaveLength(500);
    expect(plan?.vouchers[0]).toMatchObject({ date: '2025-01-31' });
    expect(plan?.vouchers[0]?.lines[0]?.objects).toEqual([
      { dimension: '1', object: '1' },
      { dimension: '6', object: '9' },
    ]);
  });
});

describe('a closing balance', () => {
  it.each([
    [
      '#UB differs',
      [...sold.with(2, '#UB 0 1910 51'), ...sale],
      12,
      'closes with 51.00 by #UB 0, but #IB 0 and the vouchers give 50.00.',
    ],
    [
      '#RES differs',
      [...sold.with(3, '#RES 0 3010 -49'), ...sale],
      13,
      'closes with -49.00 by #RES 0, but the vouchers give -50.00.',
    ],
    ['#UB is missing for a movement', [...sold.toSpliced(2, 1), ...sale], 15, 'closes with 0.00 by #UB 0'],
    ['#UB is missing for an opening', still.slice(0, 1), 9, 'but #IB 0 and the vouchers give -100.00.'],
    ['#RES is missing', [...sold.slice(0, 3), ...sale], 16, 'closes with 0.00 by #RES 0'],
    [
      '#RES has no vouchers',
      [...still, '#RES 0 3010 -5'],
      12,
      'closes with -5.00 by #RES 0, but the vouchers give 0.00.',
    ],
  ])('is refused when %s', (_, lines, line, message) => {
    const { findings } = decide([...head, ...lines]);
    expect(findings.faults).toEqual([
      { line, code: 'closing_differs', message: expect.stringContaining(message) as string },
    ]);
  });

  it('may be left out when it is zero', () => {
    const back = sale.with(2, '#TRANS 1910 {} -50').with(3, '#TRANS 3010 {} 50');
    const { plan, faults } = decide([...head, ...still, ...sale, ...back]);
    expect(faults).toEqual([]);
    expect(plan?.closings.map(({ accountCode, expected }) => [accountCode, expected.toFixed()])).toEqual([
      ['1910', '0'],
      ['1930', '100'],
      ['2081', '-100'],
      ['3010', '0'],
    ]);
  });
});
