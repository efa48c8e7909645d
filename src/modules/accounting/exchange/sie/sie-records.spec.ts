import { SieFindings } from './sie-findings.js';
import { maxFieldLength, maxLineLength, readSieRecords } from './sie-records.js';

function read(text: string) {
  const findings = new SieFindings();
  const records = [...readSieRecords(text, findings)];
  return { records, faults: findings.faults.map(({ line, code }) => [line, code]) };
}

describe('readSieRecords', () => {
  it.each([
    ['fields between blanks', '#IB 0 1930 23780.78', ['0', '1930', '23780.78']],
    ['fields between tabs and several blanks', '#IB\t0  1930 \t 1', ['0', '1930', '1']],
    ['quoted fields', '#KONTO 1510 "Kund fordringar"', ['1510', 'Kund fordringar']],
    ['empty fields', '#VER "" "" 20081216 ""', ['', '', '20081216', '']],
    ['escaped quotes', String.raw`#KONTO 1915 "Kassa \"special\""`, ['1915', 'Kassa "special"']],
    ['escaped quotes without quotes around', String.raw`#FNAMN 6\"`, ['6"']],
    [
      'backslashes that escape nothing',
      String.raw`#TRANS 1 {} 1 "" "1820\A012 \\ Cykel"`,
      ['1', [], '1', '', String.raw`1820\A012 \\ Cykel`],
    ],
    ['an escaped backslash before a quote', String.raw`#FNAMN "a\\" b"`, [String.raw`a\" b`]],
    ['a path that ends in a backslash', String.raw`#FNR "C:\BOOKS\"`, ['C:\\BOOKS\\']],
    ['an empty object list', '#TRANS 1229  {} -133', ['1229', [], '-133']],
    ['an empty object list with a blank', '#TRANS 1229 { } -133', ['1229', [], '-133']],
    ['an object list', '#OIB 0 1930 {1 "1"} 7600', ['0', '1930', ['1', '1'], '7600']],
    [
      'an object list with a blank',
      '#TRANS 9999 { "1" "1100" "6" "1118"} 5367',
      ['9999', ['1', '1100', '6', '1118'], '5367'],
    ],
    ['an unquoted object list', '#TRANS 9999 {1 1100 6 P1} 5367', ['9999', ['1', '1100', '6', 'P1'], '5367']],
    ['an object list without blanks around', '#TRANS 9999 {"1" "2"}5', ['9999', ['1', '2'], '5']],
    ['braces inside quotes', '#FNAMN "a {b} c"', ['a {b} c']],
    ['a number sign as field', '#VER # 1', ['#', '1']],
  ])('reads %s', (_, text, fields) => {
    expect(read(text)).toEqual({ records: [{ label: text.slice(0, text.search(/\s/)), fields, line: 1 }], faults: [] });
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ])('counts lines that end in %s, and passes over blank ones', (_, end) => {
    const { records } = read(['', '#FLAGGA 0 ', ' \t', '#VER A 1', '{', '  #TRANS 1910 {} 1', '}', ''].join(end));
    expect(records.map(({ label, line }) => [label, line])).toEqual([
      ['#FLAGGA', 2],
      ['#VER', 4],
      ['{', 5],
      ['#TRANS', 6],
      ['}', 7],
    ]);
  });

  it('reads labels in any case', () => {
    expect(read('#Flagga 0').records).toMatchObject([{ label: '#FLAGGA' }]);
  });

  it.each([
    ['text that is no record', 'hello', 'not_a_record'],
    ['an XML file', '<?xml version="1.0"?>', 'not_a_record'],
    ['an unclosed quote', '#FNAMN "Bolaget', 'unclosed_quote'],
    ['an unclosed object list', '#OIB 0 1930 {1 "1" 7600', 'unclosed_object_list'],
    ['an object list inside an object list', '#OIB 0 1930 {1 {2} 7600', 'unclosed_object_list'],
    ['a quote inside a quoted field', '#FNAMN "Bolaget "Kalle" AB"', 'stray_quote'],
    ['a long field', `#FNAMN "${'x'.repeat(maxFieldLength + 1)}"`, 'field_too_long'],
    ['a long line', `#FNAMN ${'x '.repeat(maxLineLength / 2)}`, 'line_too_long'],
  ])('finds %s and reads on', (_, broken, code) => {
    const { records, faults } = read(`#FLAGGA 0\n${broken}\n#SIETYP 4`);
    expect(faults).toEqual([[2, code]]);
    expect(records.map(({ label }) => label)).toEqual(['#FLAGGA', '#SIETYP']);
  });

  it('keeps a hundred faults and counts the rest', () => {
    const findings = new SieFindings();
    expect([...readSieRecords('x\n'.repeat(250), findings)]).toEqual([]);
    expect(findings.faults).toHaveLength(100);
    expect(findings.faultsLeftOff).toBe(150);
    expect(findings.refused).toBe(true);
  });
});
