import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { type ExportHeader, ExportWriter } from './export-format.js';
import { type ExportPart, readExport } from './read-export.js';

const header: Omit<ExportHeader, 'format' | 'version'> = {
  schema: 'Accounting1764000005000',
  organization: { id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', name: 'Exempel & Söner' },
  exportedAt: '2026-03-05T08:30:00.123456Z',
};

async function write(tables: Record<string, { columns: string[]; rows: (string | null)[][] }>): Promise<string> {
  let text = '';
  const writer = new ExportWriter((more) => {
    text += more;
    return Promise.resolve();
  });
  await writer.header(header);
  for (const [table, { columns, rows }] of Object.entries(tables)) {
    await writer.begin({ table, columns });
    await writer.lines(rows.map((row) => JSON.stringify(row)));
  }
  await writer.end();
  return text;
}

async function read(file: string | Buffer, pieces = 7): Promise<ExportPart[]> {
  const bytes = Buffer.from(file);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieces) chunks.push(bytes.subarray(at, at + pieces));
  const parts: ExportPart[] = [];
  for await (const part of readExport(Readable.from(chunks))) parts.push(part);
  return parts;
}

const whole = () =>
  write({
    'a.one': {
      columns: ['id', 'name'],
      rows: [
        ['1', 'Söner\n\u2028"'],
        ['2', null],
      ],
    },
    'a.two': { columns: ['id'], rows: [] },
  });
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** With the digest and the counts put right, as somebody would who means it. */
const resealed = (lines: string[], rows: object) => {
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}${JSON.stringify({ rows, sha256: digestOf(text) })}\n`;
};

it('gives what was written', async () => {
  const text = await whole();
  const sha256 = digestOf(text.slice(0, text.lastIndexOf('{"rows"')));
  expect(await read(text)).toEqual([
    { kind: 'header', header: { format: 'bureau.organization', version: 1, ...header } },
    { kind: 'table', table: 'a.one', columns: ['id', 'name'] },
    { kind: 'row', row: ['1', 'Söner\n\u2028"'] },
    { kind: 'row', row: ['2', null] },
    { kind: 'table', table: 'a.two', columns: ['id'] },
    { kind: 'end', rows: { 'a.one': 2, 'a.two': 0 }, sha256 },
  ]);
});

it('gives any texts back, however the file arrives', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.option(fc.string({ unit: 'grapheme' })), { minLength: 2, maxLength: 2 })),
      fc.integer({ min: 1, max: 64 }),
      async (rows, pieces) => {
        const parts = await read(await write({ t: { columns: ['a', 'b'], rows } }), pieces);
        expect(parts.flatMap((part) => (part.kind === 'row' ? [part.row] : []))).toEqual(rows);
      },
    ),
  ));

it('notices wherever the file is torn off', async () => {
  const bytes = Buffer.from(await whole());
  for (let length = 1; length < bytes.length; length++) {
    await expect(read(bytes.subarray(0, length), 64)).rejects.toThrow(/torn off/);
  }
});

it('notices any byte that is another', async () => {
  const bytes = Buffer.from(await whole());
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    await expect(read(changed, 64)).rejects.toThrow(
      /changed|no export|version|first line|torn|SHA-256|not a row|neither|behind/,
    );
  }
});

it.each<[string, (lines: string[]) => string | Buffer, RegExp]>([
  ['an empty file', () => '', /is empty/],
  ['something else', () => '<html>\n', /no export/],
  ['JSON of another kind', () => '{"openapi":"3.1.0"}\n', /no export/],
  ['null', () => 'null\n', /no export/],
  [
    'another version',
    ([first, ...rest]) => [first!.replace('"version":1', '"version":2'), ...rest].join('\n'),
    /version 2 of the format; this release reads 1/,
  ],
  ['a header without a time', ([first]) => `${first!.replace(/,"exportedAt":"[^"]+"/, '')}\n`, /first line/],
  ['a row before any table', ([first]) => `${first}\n["1"]\n`, /Line 2 is not a row of a table/],
  ['a row that is too short', ([first, table]) => `${first}\n${table}\n["1"]\n`, /Line 3 is not a row of a\.one/],
  ['a number among the texts', ([first, table]) => `${first}\n${table}\n["1",2]\n`, /Line 3 is not a row of a\.one/],
  ['a table that comes twice', ([first, table]) => `${first}\n${table}\n${table}\n`, /begins a\.one a second time/],
  ['a line of no kind', ([first]) => `${first}\n{"table":1}\n`, /Line 2 is neither/],
  ['what is no JSON', ([first]) => `${first}\n["1",\n`, /Line 2 cannot be read/],
  [
    'what is no UTF-8',
    ([first]) => Buffer.concat([Buffer.from(`${first}\n`), Buffer.from([0x22, 0xff, 0x22, 10])]),
    /Line 2 cannot be read/,
  ],
  ['a row that is gone', (lines) => [...lines.slice(0, 3), ...lines.slice(4)].join('\n'), /a\.one has 1 of 2/],
  ['a table that is gone', (lines) => [...lines.slice(0, 4), ...lines.slice(5)].join('\n'), /a\.two has none of 0/],
  ['another value', (lines) => lines.join('\n').replace('["2",null]', '["3",null]'), /SHA-256 is another/],
  ['more behind the end', (lines) => `${lines.join('\n')}["1"]\n`, /stands behind the end/],
  ['counts that are no counts', ([first, table]) => resealed([first!, table!], { 'a.one': -1 }), /Line 3 is neither/],
])('refuses %s', async (_, change, reason) => {
  const lines = (await whole()).split('\n');
  await expect(read(change(lines))).rejects.toThrow(reason);
});
