import { encodeCodePage437 } from './code-page-437.js';
import { readSieFile, type SieReadingOptions } from './read-sie-file.js';
import { SieFindings } from './sie-findings.js';

const head = [
  '#FLAGGA 0',
  '#SIETYP 4',
  '#RAR 0 20250101 20251231',
  '#KONTO 1910 "Kassa"',
  '#KONTO 3010 "Fsg"',
  '#UB 0 1910 0',
];
const firstLine = head.length + 1;

function read(lines: readonly string[], options: SieReadingOptions = {}) {
  const findings = new SieFindings();
  const file = readSieFile(encodeCodePage437(lines.join('\n')), options, findings);
  const places = (list: typeof findings.faults) => list.map(({ line, code }) => [line, code]);
  return { file, faults: places(findings.faults), remarks: places(findings.remarks), findings };
}

const voucher = (...rows: string[]) => ['#VER A 1 20250131 "Text"', '{', ...rows, '}'];

describe('readSieFile', () => {
  it('reads who wrote the file and whose books they are', () => {
    const { file, faults } = read([
      '#FLAGGA 1',
      '#PROGRAM "BL Administration" "2011.2"',
      '#FORMAT "PC8"',
      '#GEN 20111101 1',
      '#SIETYP 4E',
      '#ORGNR "556265-1892"',
      '#FTYP AB',
      '#FNAMN "Målerifirman AB"',
      '#ADRESS "" "Box 1" "112 64 Stockholm" ""',
      '#VALUTA nok',
      '#RAR 0 20090701 20100630',
      '#RAR -1 20080701 20090630',
      '#KONTO 1910 Kassa',
      '#UB 0 1910 0',
    ]);
    expect(faults).toEqual([]);
    expect(file).toMatchObject({
      isMarkedReceived: true,
      program: { name: 'BL Administration', version: '2011.2' },
      generatedOn: '2011-11-01',
      organizationNumber: '556265-1892',
      legalForm: 'AB',
      companyName: 'Målerifirman AB',
      currency: 'NOK',
      currencyLine: 10,
      lineCount: 14,
    });
    expect([...(file?.fiscalYears.values() ?? [])]).toEqual([
      { index: 0, startsOn: '2009-07-01', endsOn: '2010-06-30', line: 11 },
      { index: -1, startsOn: '2008-07-01', endsOn: '2009-06-30', line: 12 },
    ]);
  });

  it('takes SEK for the currency of a file without #VALUTA', () => {
    expect(read(head).file).toMatchObject({ currency: 'SEK', currencyLine: undefined });
  });

  it('reads the chart, whatever the order of an account and its details', () => {
    const { file } = read([
      ...head,
      '#KTYP 1930 T',
      '#KONTO 1930 ""',
      '#SRU 1930 7281',
      '#SRU 1930 7651',
      '#ENHET 3010 "Styck"',
      '#KONTO 3010 "Fsg"',
      '#DIM 20 "Avd"',
      '#UNDERDIM 21 "Underavd" 20',
      '#OBJEKT 20 "01" "Barnavd"',
    ]);
    expect(file?.accounts.get('1930')).toEqual({
      number: '1930',
      name: '',
      type: 'T',
      taxReturnCodes: ['7281', '7651'],
      line: firstLine + 1,
    });
    expect(file?.accounts.get('3010')).toMatchObject({ unit: 'Styck', line: 5 });
    expect(file?.dimensions).toEqual([
      { number: '20', name: 'Avd', parent: undefined, line: firstLine + 6 },
      { number: '21', name: 'Underavd', parent: '20', line: firstLine + 7 },
    ]);
    expect(file?.objects).toEqual([{ dimension: '20', object: '01', name: 'Barnavd', line: firstLine + 8 }]);
  });

  it('reads a dimension or object once, however often it is declared', () => {
    const declarations = ['#DIM 1 "Avd"', '#UNDERDIM 2 "Team" 1', '#OBJEKT 1 "A" "Verkstad"', '#OBJEKT 2 "A" "Team A"'];
    const { file, faults, remarks } = read([...head, ...declarations, ...declarations]);
    expect({ faults, remarks }).toEqual({ faults: [], remarks: [] });
    expect(file?.dimensions.map(({ number, line }) => [number, line])).toEqual([
      ['1', firstLine],
      ['2', firstLine + 1],
    ]);
    expect(file?.objects.map(({ dimension, object, line }) => [dimension, object, line])).toEqual([
      ['1', 'A', firstLine + 2],
      ['2', 'A', firstLine + 3],
    ]);
  });

  it.each([
    ['#DIM 1 "Avd"', '#DIM 1 "Avdelning"'],
    ['#DIM 1 "Avd"', '#UNDERDIM 1 "Avd" 2'],
    ['#OBJEKT 1 "A" "Verkstad"', '#OBJEKT 1 "A" "Butik"'],
  ])('remarks on another declaration: %s, then %s', (one, other) => {
    const { file, faults, remarks } = read([...head, one, other]);
    expect(faults).toEqual([]);
    expect(remarks).toEqual([[firstLine + 1, 'declared_differently']]);
    expect([...(file?.dimensions ?? []), ...(file?.objects ?? [])]).toMatchObject([{ line: firstLine }]);
  });

  it('reads balances of all years, with quantities and objects', () => {
    const { file } = read([
      ...head,
      '#IB -1 1910 -5.50 -3',
      '#RES 0 3010 -1',
      '#OIB 0 1910 {1 "1"} 7600',
      '#OUB 0 1910 {} 7600',
      '#PSALDO 0 202501 1910 {} 1 2',
      '#PSALDO 0 202502 1910 7',
      '#PBUDGET 0 202501 3010 {6 "P1"} -100000',
    ]);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(plain(file?.openingBalances)).toEqual([
      { yearIndex: -1, account: '1910', amount: '-5.5', quantity: '-3', line: firstLine },
    ]);
    expect(plain(file?.results)).toMatchObject([{ yearIndex: 0, account: '3010', amount: '-1' }]);
    expect(plain(file?.objectOpeningBalances)).toMatchObject([{ objects: [{ dimension: '1', object: '1' }] }]);
    expect(plain(file?.objectClosingBalances)).toMatchObject([{ objects: [], amount: '7600' }]);
    expect(plain(file?.periodBalances)).toMatchObject([
      { period: '202501', amount: '1', quantity: '2' },
      { period: '202502', amount: '7', objects: [] },
    ]);
    expect(plain(file?.periodBudgets)).toMatchObject([
      { amount: '-100000', objects: [{ dimension: '6', object: 'P1' }] },
    ]);
  });

  it('reads vouchers with their position, also when series and number repeat', () => {
    const { file, faults } = read([
      ...head,
      '#VER # 1 20250131 "Avskrivning" 20250202 "2 Christer"',
      '{',
      String.raw`#TRANS 1910 { "1" "1010"} -133 20250130 "1820\A012 Cykel" 2 CB`,
      '#TRANS 3010 133',
      '}',
      '#VER # 1 20250228',
      '{',
      '}',
    ]);
    expect(faults).toEqual([]);
    expect(JSON.parse(JSON.stringify(file?.vouchers))).toEqual([
      {
        position: 1,
        series: '#',
        number: '1',
        date: '2025-01-31',
        text: 'Avskrivning',
        registeredOn: '2025-02-02',
        signature: '2 Christer',
        line: firstLine,
        rows: [
          {
            kind: 'transaction',
            account: '1910',
            objects: [{ dimension: '1', object: '1010' }],
            amount: '-133',
            date: '2025-01-30',
            text: '1820\\A012 Cykel',
            quantity: '2',
            signature: 'CB',
            line: firstLine + 2,
          },
          {
            kind: 'transaction',
            account: '3010',
            objects: [],
            amount: '133',
            text: '',
            signature: '',
            line: firstLine + 3,
          },
        ],
      },
      {
        position: 2,
        series: '#',
        number: '1',
        date: '2025-02-28',
        text: '',
        signature: '',
        line: firstLine + 5,
        rows: [],
      },
    ]);
  });

  it('keeps added and struck rows apart from those that count', () => {
    const { file, faults } = read([
      ...head,
      ...voucher(
        '#TRANS 1910 {} -1000',
        '#BTRANS 3010 {} 800 20260101 "" "" "X"',
        '#RTRANS 3010 {1 "2"} 1000.00 20260101 "" "" "X"',
        '#TRANS 3010 { "1" "2"} 1000 20250131 ""',
      ),
    ]);
    expect(faults).toEqual([]);
    expect(file?.vouchers[0]?.rows.map(({ kind }) => kind)).toEqual(['transaction', 'struck', 'added', 'transaction']);
  });

  it.each<[string, string[], number, string]>([
    ['an unknown flag', ['#FLAGGA 7'], 0, 'unknown_flag'],
    ['a SIE file of balances only', ['#SIETYP 2'], 0, 'unsupported_type'],
    ['a transaction file by its type', ['#SIETYP 4I'], 0, 'unsupported_type'],
    ['another format', ['#FORMAT ANSI'], 0, 'unsupported_format'],
    ['an unknown label', ['#MOMS 1'], 0, 'unknown_label'],
    ['a bad account number', ['#KONTO 19A0 "x"'], 0, 'invalid_account_number'],
    ['a missing account number', ['#KONTO'], 0, 'field_missing'],
    ['two names for an account', ['#KONTO 1910 "Bank"'], 0, 'duplicate_account'],
    ['a bad account type', ['#KTYP 1910 X'], 0, 'unknown_account_type'],
    ['a decimal comma', ['#IB 0 1910 1,50'], 0, 'invalid_amount'],
    ['a plus sign', ['#IB 0 1910 +1'], 0, 'invalid_amount'],
    ['an exponent', ['#IB 0 1910 1e3'], 0, 'invalid_amount'],
    ['a missing amount', ['#IB 0 1910'], 0, 'field_missing'],
    ['an amount out of range', ['#IB 0 1910 -100000000000000'], 0, 'amount_out_of_range'],
    ['an amount of a thousand digits', [`#IB 0 1910 ${'9'.repeat(1000)}`], 0, 'invalid_amount'],
    ['a bad year index', ['#IB x 1910 1'], 0, 'invalid_year_index'],
    ['a bad period', ['#PSALDO 0 202513 1910 {} 1'], 0, 'invalid_period'],
    ['an impossible date', ['#RAR -1 20240230 20241231'], 0, 'invalid_date'],
    ['a year that ends before it starts', ['#RAR -1 20240101 20231231'], 0, 'invalid_fiscal_year'],
    ['a year given twice', ['#RAR 0 20250101 20251231'], 0, 'duplicate_label'],
    ['a currency given twice', ['#VALUTA SEK', '#VALUTA SEK'], 1, 'duplicate_label'],
    ['an object without its dimension', ['#OIB 0 1910 {1} 1'], 0, 'malformed_object_list'],
    ['a row outside a voucher', ['#TRANS 1910 {} 1'], 0, 'row_outside_voucher'],
    ['a voucher without a date', ['#VER A 1 "" "x"', '{', '}'], 0, 'field_missing'],
    ['a voucher on an impossible day', ['#VER A 1 20250229 "x"', '{', '}'], 0, 'invalid_date'],
    ['a row on an impossible day', voucher('#TRANS 1910 {} 1 20250229'), 2, 'invalid_date'],
    ['a row with a bad amount', voucher('#TRANS 1910 {} x'), 2, 'invalid_amount'],
    ['an opening brace too many', ['{'], 0, 'unexpected_brace'],
    ['a closing brace too many', [...voucher(), '}'], 3, 'unexpected_brace'],
    ['a record inside a voucher', voucher('#IB 0 1910 1'), 2, 'unexpected_record_in_voucher'],
    ['an unknown label inside a voucher', voucher('#MOMS 1'), 2, 'unknown_label'],
    ['a header without a block', ['#VER A 1 20250131', ...voucher()], 0, 'voucher_without_block'],
    ['a file that ends after a header', [...voucher(), '#VER A 2 20250131'], 3, 'voucher_without_block'],
    ['a file that ends inside a block', voucher('#TRANS 1910 {} 1').slice(0, -1), 0, 'voucher_not_closed'],
    ['a block that the next header interrupts', [...voucher().slice(0, -1), ...voucher()], 0, 'voucher_not_closed'],
    [
      'an added row without the row itself',
      voucher('#RTRANS 1910 {} 1', '#RTRANS 3010 {} 1', '#TRANS 3010 {} 1'),
      2,
      'added_row_without_transaction',
    ],
    ['an added row before the end', voucher('#RTRANS 1910 {} 1'), 2, 'added_row_without_transaction'],
    [
      'an added row with another amount',
      voucher('#RTRANS 1910 {} 1', '#TRANS 1910 {} 2'),
      2,
      'added_row_without_transaction',
    ],
    [
      'an added row with another account',
      voucher('#RTRANS 1910 {} 1', '#TRANS 3010 {} 1'),
      2,
      'added_row_without_transaction',
    ],
    [
      'an added row with another object',
      voucher('#RTRANS 1910 {1 2} 1', '#TRANS 1910 {1 3} 1'),
      2,
      'added_row_without_transaction',
    ],
    ['a checksum that does not come', ['#KSUMMA'], 0, 'checksum_missing'],
  ])('refuses %s', (_, lines, offset, code) => {
    // The head has the labels that stand once; a case about one of them replaces it.
    const isReplacement = /^#(FLAGGA|SIETYP)/.test(lines[0] ?? '');
    const label = lines[0]?.split(' ')[0] ?? '';
    const all = isReplacement ? [...head.filter((line) => !line.startsWith(label)), ...lines] : [...head, ...lines];
    const { file, faults } = read(all);
    expect(file).toBeUndefined();
    expect(faults).toEqual([[all.length - lines.length + 1 + offset, code]]);
  });

  it.each([
    ['#FLAGGA', '#FLAGGA'],
    ['#SIETYP', '#SIETYP'],
    ['#RAR', '#RAR 0'],
    ['#KONTO', '#KONTO'],
  ])('refuses a file without %s', (label, name) => {
    const lines = head.filter((line) => !line.startsWith(label));
    const { faults, findings } = read(lines);
    expect(faults).toEqual([[lines.length, 'missing_label']]);
    expect(findings.faults[0]?.message).toContain(`without ${name}`);
  });

  it('refuses a transaction file, which has vouchers and no balances', () => {
    const { faults } = read([...head.filter((line) => !line.startsWith('#UB')), ...voucher()]);
    expect(faults).toEqual([[head.length, 'transaction_file']]);
  });

  it('refuses a file that has nothing beyond the chart of accounts', () => {
    const lines = head.filter((line) => !line.startsWith('#UB'));
    expect(read(lines).faults).toEqual([[lines.length, 'no_balances']]);
  });

  it('finds all faults, in the order of the file', () => {
    const { faults } = read([...head, '#IB 0 1910 x', 'junk', '#WHAT', ...voucher('#TRANS 1910 {} 1 1')]);
    expect(faults).toEqual([
      [firstLine, 'invalid_amount'],
      [firstLine + 1, 'not_a_record'],
      [firstLine + 2, 'unknown_label'],
      [firstLine + 5, 'invalid_date'],
    ]);
  });

  it('passes over unknown labels when told to', () => {
    const { file, remarks } = read([...head, '#MOMS 1', ...voucher('#MOMS 2')], { ignoreUnknownLabels: true });
    expect(file).toBeDefined();
    expect(remarks).toEqual([
      [firstLine, 'unknown_label'],
      [firstLine + 3, 'unknown_label'],
    ]);
  });

  it.each<[string, string[], number, string]>([
    ['a quantity that is no number', ['#UB 0 3010 0 many'], 0, 'invalid_quantity'],
    ['a registration date that is none', ['#VER A 1 20250131 "" 0', '{', '}'], 0, 'invalid_date'],
    ['details of an account that is not declared', ['#SRU 1 7281'], 0, 'account_not_declared'],
  ])('remarks %s', (_, lines, offset, code) => {
    expect(read([...head, ...lines])).toMatchObject({ faults: [], remarks: [[firstLine + offset, code]] });
  });

  describe('checksum', () => {
    // CRC-32 by Python's zlib of #KONTO1915Kassa "special"#KONTO1930Räntor#VERA120250131Text#TRANS1910125 in cp437.
    const records = [
      '#KONTO 1915 "Kassa \\"special\\""',
      '#KONTO\t1930 "Räntor"',
      ...voucher('#TRANS 1910 { "1" "2"} 5'),
    ];

    it('is proved over labels and fields', () => {
      for (const value of ['3711260120', '-583707176']) {
        expect(read([...head, '#KSUMMA', ...records, `#KSUMMA ${value}`])).toMatchObject({ faults: [], remarks: [] });
      }
    });

    it('covers unknown labels, also with letters whose capitals the code page lacks', () => {
      const { file, remarks } = read([...head, '#KSUMMA', '#moms\u00ff 1', '#KSUMMA 3852352116'], {
        ignoreUnknownLabels: true,
      });
      expect(file).toBeDefined();
      expect(remarks).toEqual([[firstLine + 1, 'unknown_label']]);
    });

    it('is remarked when it differs', () => {
      const { faults, remarks } = read([...head, '#KSUMMA', ...records, '#KSUMMA 1']);
      expect(faults).toEqual([]);
      expect(remarks).toEqual([[firstLine + 1 + records.length, 'checksum_differs']]);
    });
  });
});
