import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { openCsv } from './csv-stream.js';
import { provedStream } from './proved-stream.js';
import { RowsDigest } from './rows-digest.js';
import { type Cell, type ColumnHead, type Table, type TableRow, writtenTable } from './table.js';

const names = ['text', 'amount'] as const;
const head = { title: 'Table', owner: 'Owner', ownerDetails: [], facts: [] };

const tableOf = (rows: readonly Cell[][]): Table =>
  writtenTable<Cell[]>(
    {
      columns: names.map((kind, at) => ({ name: kind, kind, cell: (row) => row[at]! })),
      isForReaders: ([a]) => a === 'sum',
    },
    async (sink) => {
      sink.begin(head);
      for (const row of rows) await sink.row(row);
    },
  );

async function csvOf(table: Table): Promise<Buffer> {
  const options = { header: true, bom: false };
  return buffer(await openCsv(table, options, { counted: () => undefined, done: () => undefined }));
}

const row = fc.tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer().map(String));

it('reads back what was written, behind an apostrophe or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const csv = await csvOf(tableOf(rows));
      // Halves of surrogate pairs have no place in UTF-8.
      const given = rows.map((cells) => cells.map((cell) => Buffer.from(cell).toString()));
      const found = parse(csv, { relax_column_count: false, record_delimiter: '\r\n' }) as string[][];
      expect(found[0]).toEqual([...names]);
      expect(
        found.slice(1).map((cells, at) => (cells[0] === given[at]![0] ? cells : [cells[0]!.slice(1), cells[1]])),
      ).toEqual(given);
    }),
  );
});

it('knows the digest of the CSV that the rows would be, totals for readers left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(row, fc.constant<[string, string]>(['sum', '1'])), { maxLength: 20 }),
      async (rows) => {
        const table = tableOf(rows);
        const digest = new RowsDigest(table.columns as ColumnHead[]);
        await table.write({ begin: () => undefined, row: (one: TableRow) => Promise.resolve(digest.add(one)) });
        expect(digest.rowCount).toBe(rows.filter(([text]) => text !== 'sum').length);
        expect(digest.sha256()).toBe(
          createHash('sha256')
            .update(await csvOf(table))
            .digest('hex'),
        );
      },
    ),
  );
});

it('tells the digest of a stream before its end is seen', async () => {
  let told = '';
  const stream = provedStream((digest) => (told = digest));
  stream.on('end', () => expect(told).not.toBe(''));
  stream.write('a,b\r\n');
  stream.end('1,2\r\n');
  const body = await buffer(stream);
  expect(told).toBe(`sha-256=:${createHash('sha256').update(body).digest('base64')}:`);
});
