import fc from 'fast-check';
import { encodeCodePage437 } from './code-page-437.js';
import { planSieImport } from './plan-sie-import.js';
import { readSieFile } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';
import { sum } from '#kernel/decimal.js';

const letters = [...'abcxyz0189 #{}"\\/,.-_åäöÅÄÖéü½'];
// A backslash at the end would escape the closing quote; blanks at the ends of a field are not kept.
const text = fc
  .array(fc.constantFrom(...letters), { maxLength: 12 })
  .map((characters) => characters.join('').trim().replace(/\\+$/, '').trim());
const word = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
const amount = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 99 })).map(([whole, cents]) => {
  return cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
});
const date = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const compact = (day: string) => day.replaceAll('-', '');
const objects = fc.array(fc.record({ dimension: fc.constantFrom('1', '2', '6'), object: word }), { maxLength: 2 });
const account = fc.constantFrom('1910', '1930', '3010', '9999');
const yearIndex = fc.constantFrom(0, -1);

const row = fc.record({
  kind: fc.constantFrom('transaction' as const, 'struck' as const),
  account,
  objects,
  amount,
  date,
  text,
  quantity: amount,
  signature: text,
});
const model = fc.record({
  names: fc.record({ '1910': text, '1930': text, '3010': text, '9999': text }),
  company: text,
  balances: fc.array(fc.record({ yearIndex, account, amount, quantity: amount }), { minLength: 1, maxLength: 5 }),
  budgets: fc.array(
    fc.record({ yearIndex, period: fc.constantFrom('202501', '202512'), account, objects, amount, quantity: amount }),
    {
      maxLength: 3,
    },
  ),
  vouchers: fc.array(
    fc.record({
      series: fc.oneof(word, fc.constant('#'), fc.constant('')),
      number: word,
      date,
      text,
      registeredOn: date,
      signature: text,
      rows: fc.array(row, { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
});
type Model = typeof model extends fc.Arbitrary<infer Value> ? Value : never;

/** How a file is laid out, which its meaning does not depend on. */
const layout = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  blank: fc.constantFrom(' ', '\t', '   '),
  quotesAll: fc.boolean(),
  trailing: fc.constantFrom('', ' ', ' \t'),
  blankLines: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes the model as SIE text and, beside it, what reading has to give: the model with the line of each record. */
function render(content: Model, { lineEnd, blank, quotesAll, trailing, blankLines }: Layout) {
  const lines: string[] = [];
  const field = (value: string) => {
    const needsQuotes = quotesAll || value === '' || /[\s{}"]/.test(value);
    return needsQuotes ? `"${value.replaceAll('"', '\\"')}"` : value;
  };
  const list = (references: Model['vouchers'][number]['rows'][number]['objects']) =>
    `{${references.map(({ dimension, object }) => `${field(dimension)}${blank}${field(object)}`).join(blank)}}`;
  const write = (...parts: string[]) => {
    if (blankLines) lines.push(trailing);
    return lines.push(parts.join(blank) + trailing);
  };
  write('#FLAGGA', field('0'));
  write('#SIETYP', '4');
  write('#FNAMN', field(content.company));
  write('#RAR', '0', '20250101', '20251231');
  const accounts = Object.entries(content.names).map(([number, name]) => {
    return { number, name, taxReturnCodes: [], line: write('#KONTO', field(number), field(name)) };
  });
  const openingBalances = content.balances.map((each) => {
    const line = write('#IB', field(String(each.yearIndex)), each.account, field(each.amount), each.quantity);
    return { ...each, line };
  });
  const periodBudgets = content.budgets.map((each) => {
    const amounts = [list(each.objects), field(each.amount), field(each.quantity)];
    return { ...each, line: write('#PBUDGET', String(each.yearIndex), each.period, each.account, ...amounts) };
  });
  const vouchers = content.vouchers.map((voucher, index) => {
    const names = [field(voucher.series), field(voucher.number), compact(voucher.date), field(voucher.text)];
    const line = write('#VER', ...names, compact(voucher.registeredOn), field(voucher.signature));
    write('{');
    const rows = voucher.rows.map((each) => {
      const label = each.kind === 'struck' ? '#BTRANS' : '#TRANS';
      const figures = [list(each.objects), field(each.amount), compact(each.date), field(each.text)];
      return { ...each, line: write(label, each.account, ...figures, each.quantity, field(each.signature)) };
    });
    write('}');
    return { ...voucher, position: index + 1, line, rows };
  });
  const expected = { companyName: content.company, accounts, openingBalances, periodBudgets, vouchers };
  return { bytes: encodeCodePage437(lines.join(lineEnd)), expected };
}

/** As JSON, with amounts as the shortest decimal text. */
function plain(value: unknown): object {
  const read: object = JSON.parse(
    JSON.stringify(value, (key, each: unknown) => {
      const isNumber = (key === 'amount' || key === 'quantity') && typeof each === 'string';
      return isNumber && each.includes('.') ? each.replace(/0+$/, '') : each;
    }),
  );
  return read;
}

describe('a rendered file', () => {
  it('is read back as it was, whatever its layout', () => {
    fc.assert(
      fc.property(model, layout, (content, format) => {
        const { bytes, expected } = render(content, format);
        const findings = new SieFindings();
        const file = readSieFile(bytes, {}, findings);
        expect(findings.faults).toEqual([]);
        const read = file && { ...file, accounts: [...file.accounts.values()] };
        expect(plain(read)).toMatchObject(plain(expected));
      }),
      { numRuns: 200 },
    );
  });
});

describe('damaged bytes', () => {
  const sample = encodeCodePage437(
    [
      '#FLAGGA 0',
      '#FORMAT PC8',
      '#SIETYP 4',
      '#RAR 0 20250101 20251231',
      '#RAR -1 20240101 20241231',
      '#KONTO 1910 "Kassa"',
      '#KONTO 2091 "Balanserat resultat"',
      '#KONTO 3010 "Försäljning"',
      '#IB 0 1910 100',
      '#UB 0 1910 350.50',
      '#RES 0 3010 -250.50',
      '#RES -1 3010 -100',
      '#VER A 1 20250131 "Kontant försäljning"',
      '{',
      '#RTRANS 1910 {} 250.50',
      '#TRANS 1910 {} 250.50',
      '#TRANS 3010 {"1" "2"} -250.50 20250131 "\\"rad\\""',
      '}',
    ].join('\r\n'),
  );
  const books = {
    functionalCurrency: 'SEK',
    accounts: new Map(),
    fiscalYears: [],
    balancesBefore: new Map(),
    previousImports: [],
  };

  /** Reads and plans; a result comes without faults and balances, none comes with faults. */
  function expectDecision(bytes: Uint8Array): boolean {
    const findings = new SieFindings();
    const file = readSieFile(bytes, {}, findings);
    const plan = file && planSieImport(file, '0'.repeat(64), {}, books, findings);
    expect(plan === undefined).toBe(findings.refused);
    for (const { lines } of plan?.vouchers ?? []) expect(sum(lines.map((line) => line.amount)).isZero()).toBe(true);
    for (const { expected, computed } of plan?.closings ?? []) expect(computed.equals(expected)).toBe(true);
    return plan !== undefined;
  }

  it('start from a file that is accepted', () => {
    expect(expectDecision(sample)).toBe(true);
  });

  it('never make reading or planning fail', () => {
    const edit = fc.record({ at: fc.nat(sample.length), remove: fc.nat(20), insert: fc.uint8Array({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let bytes: number[] = [...sample];
        for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at, remove, ...insert);
        expectDecision(Uint8Array.from(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('are refused when the file is cut off anywhere before its last brace', () => {
    for (let length = 0; length < sample.length; length++)
      expect(expectDecision(sample.subarray(0, length))).toBe(false);
  });

  it('are refused when they are noise', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc
        .array(fc.constantFrom(...Buffer.from('#{}"\\ \n0VERTANSKO-.')), { maxLength: 3000 })
        .map((each) => Uint8Array.from(each)),
    );
    fc.assert(
      fc.property(noise, (bytes) => {
        expect(expectDecision(bytes)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
