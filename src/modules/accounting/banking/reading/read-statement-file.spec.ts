import fc from 'fast-check';
import type { CsvStatementMapping } from '../csv/csv-statement-mapping.js';
import { readStatementFile } from './read-statement-file.js';
import { StatementFindings } from './statement-findings.js';

const csv: CsvStatementMapping = {
  name: 'Sparkasse',
  delimiter: 'semicolon',
  dateFormat: 'day_month_year',
  decimalSeparator: 'comma',
  groupSeparator: 'point',
  lineOrder: 'newest_first',
  columns: {
    bookingDay: 'Day',
    amounts: 'Amount',
    remittance: 'Text',
    counterpartyAccount: 'IBAN',
    balances: 'Balance',
  },
};

function read(file: string | Uint8Array, mapping?: CsvStatementMapping) {
  const findings = new StatementFindings();
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const found = readStatementFile(bytes, mapping && { mapping, currency: 'EUR' }, findings);
  const lines = found?.statements.flatMap((one) => one.lines) ?? [];
  return { found, findings, lines, faults: findings.faults.map(({ line, code }) => `${line} ${code}`) };
}

const entry = (body: string, rest = '') =>
  `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>${rest}<Sts>BOOK</Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt>${body}</Ntry>`;
const camt = (
  entries: string,
  message = '053.001.08',
  [root, record] = ['BkToCstmrStmt', 'Stmt'] as readonly string[],
) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}"><${root}><${record}><Id>A&amp;B</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${entries}</${record}></${root}></Document>`;
const swift = (lines: string) =>
  `:20:A\n:25:DE02120300000000202051EUR\n:28C:1/1\n:60F:C260101EUR100,00\n${lines}\n:62F:C260131EUR100,00\n-`;

describe('camt', () => {
  it('divides a batch, and says where its parts are not the whole', () => {
    const tx = (amount: string, id: string, more = '') =>
      `<TxDtls><Refs><EndToEndId>${id}</EndToEndId><MndtId>M1</MndtId></Refs><Amt Ccy="EUR">${amount}</Amt>${more}<RltdPties><Dbtr><Pty><Nm>Ann &lt;1&gt;</Nm></Pty></Dbtr></RltdPties></TxDtls>`;
    const { lines, findings } = read(
      camt(entry(`<NtryDtls>${tx('10.00', 'A')}${tx('20.00', 'NOTPROVIDED')}</NtryDtls>`)),
    );
    expect(lines[0]).toMatchObject({ amount: '30.00', endToEndReference: null, counterparty: { name: null } });
    expect(lines[0]?.details).toMatchObject([
      { amount: '10.00', endToEndReference: 'A', mandateReference: 'M1', counterparty: { name: 'Ann <1>' } },
      { amount: '20.00', endToEndReference: null },
    ]);
    expect(findings.remarks).toEqual([]);
    const other = read(camt(entry(`<NtryDtls>${tx('10.00', 'A')}${tx('5.00', 'B')}</NtryDtls>`)));
    expect(other.findings.remarks).toMatchObject([{ line: 2, code: 'details_differ' }]);
    const back = read(
      camt(entry(`<NtryDtls>${tx('40', 'A')}${tx('10', 'B', '<CdtDbtInd>DBIT</CdtDbtInd>')}</NtryDtls>`)),
    );
    expect(back.findings.remarks).toEqual([]);
  });

  it('knows who stands at the other end of what is taken back, other currencies and charges', () => {
    const details =
      '<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="USD">33.00</Amt><CcyXchg><XchgRate>0.91</XchgRate></CcyXchg></InstdAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy="EUR">0.50</Amt></Rcrd></Chrgs><RltdPties><Dbtr><Nm>We</Nm></Dbtr><Cdtr><Nm>They</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>';
    const { lines } = read(camt(entry(details, '<RvslInd>true</RvslInd>')));
    expect(lines[0]).toMatchObject({
      isReversal: true,
      counterparty: { name: 'They' },
      original: { amount: '33.00', currency: 'USD', rate: '0.91' },
      charges: [{ amount: '0.50', currency: 'EUR' }],
    });
  });

  it('passes over what is not booked', () => {
    const { lines, findings } = read(camt(entry('').replace('BOOK', 'PDNG') + entry('')));
    expect(lines).toHaveLength(1);
    expect(findings.remarks).toMatchObject([{ code: 'not_booked' }]);
  });

  it.each([
    ['052.001.02', ['BkToCstmrAcctRpt', 'Rpt'], 'report'],
    ['053.001.02', ['BkToCstmrStmt', 'Stmt'], 'statement'],
    ['053.001.13', ['BkToCstmrStmt', 'Stmt'], 'statement'],
    ['054.001.08', ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'], 'notification'],
  ])('takes camt.%s', (version, names, kind) => {
    const { found, faults } = read(camt(entry(''), version, names));
    expect(faults).toEqual([]);
    expect(found).toMatchObject({ format: 'camt', statements: [{ kind, reference: 'A&B' }] });
  });

  it.each([
    ['an impossible day', camt(entry('').replace('01-31', '02-30')), ['2 invalid_date']],
    ['no side', camt(entry('').replace('CRDT', '')), ['2 side_missing']],
    ['no amount', camt(entry('').replace(/<Amt.*?<\/Amt>/, '')), ['2 amount_missing']],
    ['a word for an amount', camt(entry('').replace('30.00', '1e9')), ['2 invalid_amount']],
    ['an open tag', camt('<Ntry>'), ['2 broken_xml']],
    [
      'a document type',
      camt('').replace('<Document', '<!DOCTYPE a [<!ENTITY b "c">]>\n<Document'),
      ['1 xml_document_type'],
    ],
    ['elements too deep', camt('<a>'.repeat(60)), ['1 xml_too_deep']],
    ['another message', camt('').replaceAll('Stmt>', 'Other>'), ['2 no_statements']],
  ])('refuses %s', (_, text, expected) => expect(read(text).faults).toEqual(expected));
});

describe('MT940', () => {
  it.each([
    [
      '/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/J JANSEN/REMI/FACTUUR 2026-17/EREF/E1',
      {
        endToEndReference: 'E1',
        remittance: 'FACTUUR 2026-17',
        counterparty: { name: 'J JANSEN', iban: 'NL91ABNA0417164300', number: null, bic: 'ABNANL2A' },
      },
    ],
    [
      '/EREF/E2//MARF/M2//CNTP/NL91ABNA0417164300/ABNANL2A/J JANSEN///REMI/USTD//FACTUUR 17/',
      { endToEndReference: 'E2', mandateReference: 'M2', remittance: 'FACTUUR 17', counterparty: { name: 'J JANSEN' } },
    ],
    [
      '/EREF/NOTPROVIDED/REMI/STRD/CUR/9012345678901234',
      { endToEndReference: null, creditorReference: '9012345678901234' },
    ],
    [
      '166?00GUTSCHRIFT?20EREF+E3?21MREF+M3?22SVWZ+RF18 5390 0754 7034?30COBADEFFXXX?31DE02120300000000202051?32ANN',
      {
        endToEndReference: 'E3',
        mandateReference: 'M3',
        creditorReference: 'RF18539007547034',
        counterparty: { name: 'ANN', iban: 'DE02120300000000202051', number: null, bic: 'COBADEFFXXX' },
      },
    ],
    ['Zahlung 21 00000 00003 13947 14300 09017 danke', { creditorReference: '210000000003139471430009017' }],
  ])('reads :86:%s', (text, expected) => {
    expect(read(swift(`:61:2601310131C1,00NTRFNONREF//B1\n:86:${text}`)).lines[0]).toMatchObject(expected);
  });

  it('takes the year of a booking date from the value date', () => {
    const days = (line: string) => read(swift(line)).lines.map(({ bookedOn, valuedOn }) => [bookedOn, valuedOn]);
    expect(days(':61:2512310102C1,00NTRFNONREF')).toEqual([['2026-01-02', '2025-12-31']]);
    expect(days(':61:2601011231C1,00NTRFNONREF')).toEqual([['2025-12-31', '2026-01-01']]);
    expect(read(swift(':61:2601010230C1,00NTRFNONREF')).faults).toEqual(['5 invalid_date']);
    expect(read(swift(':61:nothing')).faults).toEqual(['5 broken_line']);
  });
});

describe('OFX', () => {
  const ofx = (line: string) =>
    `OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>\n<STMTTRN>${line}</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

  it('takes elements without end tags and without values', () => {
    const { lines, faults } = read(
      ofx('<TRNTYPE>DEBIT<DTPOSTED>20260131<TRNAMT>-5,50<FITID>1<CHECKNUM><NAME>A &amp; B'),
    );
    expect(faults).toEqual([]);
    expect(lines).toMatchObject([{ amount: '-5.50', counterparty: { name: 'A & B' }, bankReference: '1' }]);
  });

  it.each([
    ['<DTPOSTED>20260230<TRNAMT>1<FITID>1', ['3 invalid_date']],
    ['<DTPOSTED>20260131<TRNAMT>x<FITID>1', ['3 invalid_amount']],
    ['<DTPOSTED>20260131<TRNAMT>1', ['3 field_missing']],
    ['<DTPOSTED>20260131<TRNAMT>1<FITID>1<CURRENCY><CURSYM>USD<CURRATE>1</CURRENCY>', ['3 foreign_amount']],
    ['</NONE>', ['3 broken_ofx']],
  ])('refuses %s', (line, expected) => expect(read(ofx(line)).faults).toEqual(expected));
});

describe('CSV', () => {
  const head = 'Day;Amount;Text;IBAN;Balance\n';

  it('is a statement in the order of time with the balances that it tells', () => {
    const { found, faults } = read(
      `${head}31.01.2026;-1.250,50;Rent;DE02120300000000202051;-250,50\n30.01.2026;1.000;Sale;;1.000\n`,
      csv,
    );
    expect(faults).toEqual([]);
    expect(found?.statements[0]).toMatchObject({
      balances: [
        { type: 'opening', amount: '0.00', date: '2026-01-30' },
        { type: 'closing', amount: '-250.50', date: '2026-01-31' },
      ],
      lines: [
        { place: 3, amount: '1000.00' },
        { place: 2, amount: '-1250.50', counterparty: { iban: 'DE02120300000000202051' } },
      ],
    });
  });

  it.each([
    ['31.02.2026;1;;;', ['2 invalid_date']],
    [';1;;;', ['2 cell_missing']],
    ['31.01.2026;;;;', ['2 cell_missing']],
    ['31.01.2026;1.5;;;', ['2 invalid_number']],
    ['31.01.2026;1;;;5\n30.01.2026;1;;;5', ['2 balance_differs']],
  ])('refuses %s', (rows, expected) => expect(read(`${head}${rows}\n`, csv).faults).toEqual(expected));

  it('takes sides by columns or by a word, files without a header, and other encodings', () => {
    const plain = { ...csv, lineOrder: 'oldest_first', hasHeader: false, linesBeforeHeader: 1 } as const;
    const sides = { bookingDay: '1', debits: '2', credits: '3', remittance: '4' };
    const text = 'Konto 1\n31.01.2026;-5,00;;Büro\n31.01.2026;;7,00;x\n31.01.2026;5,00;;y\n';
    const { lines } = read(Buffer.from(text, 'latin1'), { ...plain, encoding: 'windows_1252', columns: sides });
    expect(lines.map(({ amount, remittance }) => [amount, remittance])).toEqual([
      ['-5.00', 'Büro'],
      ['7.00', 'x'],
      ['-5.00', 'y'],
    ]);
    const word = { ...plain, debitWord: 'Af', columns: { bookingDay: '1', amounts: '2', side: '3' } };
    expect(read('\n31.01.2026;5;Af\n31.01.2026;5;Bij\n', word).lines.map(({ amount }) => amount)).toEqual([
      '-5.00',
      '5.00',
    ]);
  });
});

it('never throws, whatever the bytes', () => {
  const samples = [
    camt(entry('<NtryDtls><TxDtls/></NtryDtls>')),
    swift(':61:2601310131C1,00NTRFNONREF\n:86:166?20EREF+A'),
    '<OFX><A>1<B></A></OFX>',
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }))
    .map(([text, at, length, other]) => {
      const place = at % text.length;
      return Buffer.from(text.slice(0, place) + other + text.slice(place + length));
    });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    damaged,
    fc
      .array(fc.constantFrom(':20:', ':61:', '<OFX>', '<', '>', '</', '&', '\n', '\0', '1', '?', '/REMI/'))
      .map((parts) => Buffer.from(parts.join(''))),
  );
  fc.assert(
    fc.property(bytes, fc.boolean(), (file, asCsv) => {
      const { found, findings } = read(file, asCsv ? csv : undefined);
      expect(found !== undefined || findings.refused).toBe(true);
    }),
  );
});
