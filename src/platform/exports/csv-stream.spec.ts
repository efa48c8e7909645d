import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { openCsv } from './csv-stream.js';
import { type TableHead, writtenTable } from './table.js';

const options = { header: true, bom: false };
const head: TableHead = { title: 'Table', owner: 'Owner', ownerDetails: [], facts: [] };
const columns = ['a', 'b'].map((name, at) => ({ name, kind: 'amount' as const, cell: (row: string[]) => row[at]! }));
type Write = (row: (cells: string[]) => Promise<void>) => Promise<void>;

function open(write: Write, done = () => undefined as void, counted = () => undefined as void) {
  const table = writtenTable<string[]>({ columns, isForReaders: ([a]) => a === 'total' }, (sink) => {
    sink.begin(head);
    return write((cells) => sink.row(cells));
  });
  return openCsv(table, options, { counted, done });
}

it('quotes what has to be quoted, and nothing else (RFC 4180)', async () => {
  const cells = ['plain', 'a,b', 'say "x"', 'two\r\nlines', 'line\nfeed', 'return\rhere', ' blank', '', '-1.00', 'å'];
  const stream = await open(async (row) => {
    for (const cell of cells) await row([cell, '1']);
  });
  const quoted = [
    'plain',
    '"a,b"',
    '"say ""x"""',
    '"two\r\nlines"',
    '"line\nfeed"',
    '"return\rhere"',
    '" blank"',
    '',
    '-1.00',
    'å',
  ];
  expect(await text(stream)).toBe(['a,b', ...quoted.map((cell) => `${cell},1`), ''].join('\r\n'));
});

it('names the columns where there are no rows', async () => {
  expect(await text(await open(() => Promise.resolve()))).toBe('a,b\r\n');
});

it('is refused with whatever fails before the first row', async () => {
  const done = jest.fn();
  await expect(open(() => Promise.reject(new Error('no such account')), done)).rejects.toThrow('no such account');
  expect(done).toHaveBeenCalledTimes(1);
});

it('is refused with what fails before anything was sent', async () => {
  const failing = open(async (row) => {
    await row(['1', '2']);
    throw new Error('connection lost');
  });
  await expect(failing).rejects.toThrow('connection lost');
});

it('breaks off with what fails later, and is no whole file', async () => {
  const stream = await open(async (row) => {
    for (let at = 0; at < 1000; at++) await row(['x'.repeat(100), String(at)]);
    throw new Error('connection lost');
  });
  await expect(text(stream)).rejects.toThrow('connection lost');
});

it('waits for its reader, and stops when that is gone', async () => {
  let written = 0;
  const done = jest.fn();
  const stream = await open(async (row) => {
    for (; written < 100_000; written += 1) await row(['x'.repeat(100), String(written)]);
  }, done);
  for (let at = 0; at < 50; at++) await turn();
  expect(written).toBeLessThan(5000);
  stream.destroy();
  for (let at = 0; at < 50; at++) await turn();
  expect(done).toHaveBeenCalledTimes(1);
  expect(written).toBeLessThan(5000);
});

it('counts its rows, and leaves out totals for readers', async () => {
  const counted = jest.fn();
  const stream = await open(
    async (row) => {
      await row(['1', '2']);
      await row(['total', '2']);
    },
    undefined,
    counted,
  );
  expect(await text(stream)).toBe('a,b\r\n1,2\r\n');
  expect(counted).toHaveBeenCalledTimes(1);
});
