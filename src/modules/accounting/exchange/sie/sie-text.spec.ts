import { decodeCodePage437, encodeCodePage437 } from './code-page-437.js';
import { SieFindings } from './sie-findings.js';
import { readSieText } from './sie-text.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const pc8 = encodeCodePage437;

describe('code page 437', () => {
  it('has a character of its own for each of the 256 bytes', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeCodePage437(bytes);
    expect(new Set(text).size).toBe(256);
    expect(encodeCodePage437(text)).toEqual(bytes);
  });

  // Byte values from the mapping that Unicode, Inc. publishes for the code page.
  it.each([
    [0x7e, '~'],
    [0x80, 'Ç'],
    [0x81, 'ü'],
    [0x82, 'é'],
    [0x84, 'ä'],
    [0x86, 'å'],
    [0x8e, 'Ä'],
    [0x8f, 'Å'],
    [0x90, 'É'],
    [0x94, 'ö'],
    [0x99, 'Ö'],
    [0x9d, '¥'],
    [0xa5, 'Ñ'],
    [0xb0, '░'],
    [0xc5, '┼'],
    [0xe1, 'ß'],
    [0xf1, '±'],
    [0xff, '\u00a0'],
  ])('reads byte %p as %p', (byte, character) => {
    expect(decodeCodePage437(Uint8Array.of(byte))).toBe(character);
  });

  it('refuses to write what it does not have', () => {
    expect(() => encodeCodePage437('€')).toThrow(RangeError);
  });

  it.each([0, 1, 8191, 8192, 8193, 50_000])('reads a text of %p characters', (length) => {
    const text = 'Räksmörgås ≤ 17 ½ '.repeat(3000).slice(0, length);
    expect(decodeCodePage437(encodeCodePage437(text))).toBe(text);
  });
});

describe('readSieText', () => {
  const read = (bytes: Uint8Array) => {
    const findings = new SieFindings();
    return { text: readSieText(bytes, findings), faults: findings.faults };
  };

  it.each([
    ['plain ASCII', pc8('#FLAGGA 0\r\n#FNAMN "A"\n\tx\r'), '#FLAGGA 0\r\n#FNAMN "A"\n\tx\r'],
    ['Swedish letters', pc8('#FNAMN "Målerifirman Ö"'), '#FNAMN "Målerifirman Ö"'],
    ['an end-of-file mark of DOS', Uint8Array.of(...pc8('#FLAGGA 0\n'), 0x1a), '#FLAGGA 0\n'],
    ['few strange bytes among letters', pc8('#OBJEKT 6 "┼1" "årsta ö"'), '#OBJEKT 6 "┼1" "årsta ö"'],
    ['frames around letters', pc8('─ Ö ä å'), '─ Ö ä å'],
  ])('reads %s', (_, bytes, text) => {
    expect(read(bytes)).toEqual({ text, faults: [] });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty_file', 1],
    ['only the end-of-file mark', Uint8Array.of(0x1a), 'empty_file', 1],
    ['UTF-8 with a mark', utf8('\ufeff#FLAGGA 0'), 'wrong_encoding', 1],
    ['UTF-16 little endian', Buffer.from('\ufeff#FLAGGA 0', 'utf16le'), 'wrong_encoding', 1],
    ['UTF-16 big endian', Buffer.from('\ufeff#FLAGGA 0', 'utf16le').swap16(), 'wrong_encoding', 1],
    ['UTF-16 without a mark', Buffer.from('#FLAGGA 0', 'utf16le'), 'control_character', 1],
    ['NUL bytes', pc8('#FLAGGA 0\n#FNAMN "\0"'), 'control_character', 2],
    ['an end-of-file mark inside', pc8('#FLAGGA 0\n\x1a#X'), 'control_character', 2],
    ['a delete character', pc8('a\rb\r\nc\nd\x7f'), 'control_character', 4],
    ['UTF-8', utf8('#FLAGGA 0\n#FNAMN "Målerifirman"'), 'wrong_encoding', 2],
    ['UTF-8 with capitals whose second byte is a letter of the code page', utf8('#FNAMN "ÄÅÖ"'), 'wrong_encoding', 1],
    ['UTF-8 cut off inside a letter', utf8('#FNAMN "Målö').subarray(0, -1), 'wrong_encoding', 1],
    ['Latin-1', latin1('#FLAGGA 0\r\n\r\n#FNAMN "Målerifirman"'), 'wrong_encoding', 3],
    ['Windows-1252 with curly quotes', latin1('#FNAMN "\x93Gräs\x94 och bär på ön"'), 'wrong_encoding', 1],
  ])('refuses %s', (_, bytes, code, line) => {
    const { text, faults } = read(bytes);
    expect(text).toBeUndefined();
    expect(faults).toMatchObject([{ code, line }]);
  });
});
