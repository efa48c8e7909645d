import fc from 'fast-check';
import { type ContentSample, HEAD_BYTES, judgeContent, TAIL_BYTES } from './judge-content.js';
import { KEPT_TYPES, nameWithEnding, typeOfName } from './kept-types.js';

const PDF = 'application/pdf';
const PNG = 'image/png';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const bytes = (content: string | Buffer) => (Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8'));
const sampleOf = (content: string | Buffer, detected?: string): ContentSample => {
  const all = bytes(content);
  return { size: all.length, head: all.subarray(0, HEAD_BYTES), tail: all.subarray(-TAIL_BYTES), detected };
};
const judge = (content: string | Buffer, detected: string | undefined, type: string | undefined, name: string) =>
  judgeContent(sampleOf(content, detected), { type, name });

const pdf = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n';
/** The last record of an archive that begins at 0, with a comment. */
const archiveEnd = (comment = '') => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment)]);
};

it.each<[string, string | Buffer, string | undefined, string | undefined, string, string]>([
  ['a PDF', pdf, PDF, PDF, 'a.pdf', PDF],
  ['one that says nothing of its type', pdf, PDF, undefined, 'a', PDF],
  ['one sent as bytes', pdf, PDF, 'application/octet-stream', 'a.pdf', PDF],
  ['another name of the type', pdf, PDF, 'application/x-pdf', 'a.PDF', PDF],
  ['parameters of the type', 'a;b', undefined, 'text/csv; charset=windows-1252', 'a.csv', 'text/csv'],
  ['an ending that is no type', pdf, PDF, PDF, 'invoice.2024', PDF],
  ['a spreadsheet', archiveEnd(), XLSX, XLSX, 'a.xlsx', XLSX],
  ['plain text', 'Rent, March', undefined, 'text/plain', 'a.txt', 'text/plain'],
  ['a table called text', 'a,b\n1,2', undefined, 'text/plain', 'a.csv', 'text/plain'],
  ['a table by its name', 'a,b\n1,2', undefined, undefined, 'a.csv', 'text/csv'],
  ['letters of one byte', Buffer.from('H\xe4lsning', 'latin1'), undefined, 'text/plain', 'a.txt', 'text/plain'],
  ['UTF-16', Buffer.from('\ufeffa,b', 'utf16le'), undefined, 'text/csv', 'a.csv', 'text/csv'],
  ['JSON', ' {"html":"<script>"}', undefined, 'application/json', 'a.json', 'application/json'],
  ['XML', '<?xml version="1.0"?><Invoice/>', 'application/xml', 'text/xml', 'a.xml', 'application/xml'],
  ['a mail', 'From: a@b.se\r\n\r\n<html>', undefined, 'message/rfc822', 'a.eml', 'message/rfc822'],
])('takes %s', (_, content, detected, type, name, expected) => {
  expect(judge(content, detected, type, name)).toEqual({ type: expected });
});

it.each<[string, string | Buffer, string | undefined, string | undefined, string]>([
  ['a type that nobody keeps', '<html>', undefined, 'text/html', 'a.html'],
  ['SVG, declared', '<svg>', undefined, 'image/svg+xml', 'a.svg'],
  [
    'SVG as XML',
    `<?xml version="1.0"?>${' '.repeat(3000)}<svg onload="x">`,
    'application/xml',
    'application/xml',
    'a.xml',
  ],
  ['SVG with a prefix', '<x:svg xmlns:x="http://www.w3.org/2000/svg">', undefined, 'application/xml', 'a.xml'],
  ['a page as text', '\n <!DOCTYPE html><p>', undefined, 'text/plain', 'a.txt'],
  ['a script in a table', 'a,b\n<script>1</script>', undefined, 'text/csv', 'a.csv'],
  ['a page in front of a PDF', `<html>${pdf}`, undefined, PDF, 'a.pdf'],
  ['a page in a picture', `\u0089PNG\r\n<script>`, PNG, PNG, 'a.png'],
  ['PHP in a picture', `\u0089PNG\r\n<?php x`, PNG, PNG, 'a.png'],
  ['a program', 'MZ\u0090\u0000', 'application/x-msdownload', undefined, 'a.pdf'],
  ['a program of Linux', '\u007fELF', 'application/x-elf', undefined, 'a'],
  ['a script', '#!/bin/sh\nrm', undefined, 'text/plain', 'a.txt'],
  ['an archive', archiveEnd(), 'application/zip', undefined, 'a.xlsx'],
  ['an archive behind a PDF', Buffer.concat([bytes(pdf), archiveEnd()]), PDF, PDF, 'a.pdf'],
  ['one with a comment', Buffer.concat([bytes(pdf), archiveEnd('jar')]), PDF, PDF, 'a.pdf'],
  ['a spreadsheet with macros', archiveEnd(), 'application/vnd.ms-excel.sheet.macroenabled.12', undefined, 'a.xlsx'],
  ['bytes that are nothing', Buffer.from([1, 2, 3, 0, 255]), undefined, undefined, 'a'],
  ['text with U+0000', 'a\u0000b', undefined, 'text/plain', 'a.txt'],
])('does not keep %s', (_, content, detected, type, name) => {
  expect(judge(content, detected, type, name)).toMatchObject({ fault: 'not_kept' });
});

it.each<[string, string | Buffer, string | undefined, string | undefined, string, string]>([
  ['a PDF sent as a picture', pdf, PDF, PNG, 'a.png', 'Content-Type'],
  ['a PDF called a picture', pdf, PDF, PDF, 'a.png', '?name'],
  ['a picture called text', '\u0089PNG', PNG, undefined, 'a.txt', '?name'],
  ['text sent as a PDF', 'no PDF', undefined, PDF, 'a.pdf', 'Content-Type'],
  ['text sent as JSON', 'no JSON', undefined, 'application/json', 'a.json', 'Content-Type'],
  ['text sent as XML', 'no XML', undefined, 'application/xml', 'a.xml', 'Content-Type'],
  ['text sent as a mail', 'no mail', undefined, 'message/rfc822', 'a.eml', 'Content-Type'],
])('finds that %s is another type', (_, content, detected, type, name, pointer) => {
  expect(judge(content, detected, type, name)).toMatchObject({ fault: 'mismatch', pointer });
});

it('gives names an ending of their type', () => {
  expect(nameWithEnding('a.PDF', PDF)).toBe('a.PDF');
  expect(nameWithEnding('invoice.exe', PDF)).toBe('invoice.exe.pdf');
  expect(nameWithEnding('invoice', PDF)).toBe('invoice.pdf');
  expect(KEPT_TYPES.map((type) => typeOfName(nameWithEnding('a', type)))).toEqual(KEPT_TYPES);
});

it('judges whatever comes, and keeps nothing but the kept types', () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((array) => Buffer.from(array)),
    fc
      .array(fc.constantFrom('PK\u0005\u0006', '<', 'svg', ' ', '{', '%PDF', '\u0000'))
      .map((parts) => bytes(parts.join(''))),
  );
  fc.assert(
    fc.property(content, fc.option(fc.constantFrom(...KEPT_TYPES, 'text/html')), fc.string(), (file, type, name) => {
      const judged = judge(file, undefined, type ?? undefined, name);
      const outcome = judged.fault === undefined ? KEPT_TYPES.includes(judged.type) : judged.message !== '';
      expect(outcome).toBe(true);
    }),
  );
});
