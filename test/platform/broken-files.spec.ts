import { gzipSync } from 'node:zlib';
import { spaced } from './bad-values.js';
import { IMPORT_SIE, smallSieFile } from './furnished.js';
import { expectNoFaults } from './oracle.js';
import { Trial } from './trial.js';
import { problemIn, type Received } from './wire.js';

let trial: Trial;
let legalEntityId: string;

beforeAll(async () => {
  trial = await Trial.begin();
  // Without books of its own: whatever were kept of a file would be the first of them.
  const entity = { name: 'Untouched company', functionalCurrency: 'SEK' };
  legalEntityId = (await trial.untouched.actor.post('/v1/administration/legal-entities', entity)).body.id;
  trial = await trial.again();
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end('broken files'));

const text = smallSieFile().toString('latin1');
const file = (content: string) => Buffer.from(content, 'latin1');

const send = (body: Buffer, headers: Record<string, string> = {}) => {
  const operation = trial.operations.get('importSieFile');
  const sent = {
    ...trial.untouched.request(operation, body, headers),
    path: `${IMPORT_SIE}?legalEntityId=${legalEntityId}`,
  };
  return trial.wire.send(sent).then((received) => ({ sent, received }));
};

/** Refused with every finding at a line of the file. */
async function expectRefusedAtLine(bodies: readonly Buffer[], statuses = [409, 422]): Promise<void> {
  const faults = [];
  for (const body of bodies) {
    const { sent, received } = await send(body);
    faults.push(trial.oracle.faultOf(sent, received, { statuses }) ?? lineFault(body, received));
  }
  expectNoFaults(faults);
}

function lineFault(body: Buffer, received: Received): string | undefined {
  const { errors } = problemIn(received)!;
  const lines = body.toString('latin1').split(/\r\n|\r|\n/).length;
  const isPlaced = errors.length > 0 && errors.every(({ line }) => line !== undefined && line >= 1 && line <= lines);
  return isPlaced ? undefined : `no line of the file\n${received.text.slice(0, 400)}`;
}

it('takes the file as it is, so that the following are refused for what is broken in them', async () => {
  const operation = trial.operations.get('importSieFile');
  const path = `${IMPORT_SIE}?legalEntityId=${legalEntityId}&dryRun=true`;
  const { status, text: answer } = await trial.wire.send({ ...trial.untouched.request(operation, file(text)), path });
  expect([status, JSON.parse(answer).status]).toEqual([200, 'dry_run']);
});

it('refuses the file cut off at any byte before its end', async () => {
  const end = text.lastIndexOf('}');
  await expectRefusedAtLine(Array.from({ length: end - 1 }, (_, at) => file(text.slice(0, at + 1))));
});

describe('refuses a file', () => {
  const swap = (from: string | RegExp, to: string) => {
    const swapped = text.replace(from, to);
    return swapped === text ? [] : [file(swapped)];
  };

  it.each<[string, Buffer[]]>([
    ['in UTF-8', [Buffer.from(text.replaceAll('\x94', 'ö').replaceAll('\x84', 'ä'), 'utf8')]],
    ['in UTF-8 with its mark', [Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), file(text)])]],
    ['in UTF-16', [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'utf16le')]],
    ['in Latin-1', [file(text.replaceAll('\x94', '\xf6').replaceAll('\x84', '\xe4'))]],
    ['with a null character', [file(text.replace('Kassa', 'Ka\0sa')), file(`${text}\0`)]],
    ['with a control character', [file(text.replace('Kassa', 'Ka\x1bsa'))]],
    ['whose voucher does not balance', swap('#TRANS 3010 {} -100.00', '#TRANS 3010 {} -99.99')],
    ['with a label that SIE 4 does not have', [file(`${text}#SURPRISE 1\r\n`), ...swap('#KONTO 1910', '#KONT 1910')]],
    ['whose closing balance does not follow', swap('#UB 0 1910 100.00', '#UB 0 1910 100.01')],
    ['whose result does not follow', swap('#RES 0 3010 -100.00', '#RES 0 3010 -99.00')],
    ['with an opening that does not sum to zero', swap('#UB 0', '#IB 0 1910 7.00\r\n#UB 0')],
    ['of another type', ['1', '2', '3', '5', 'x', ''].flatMap((type) => swap('#SIETYP 4', `#SIETYP ${type}`))],
    ['without its year', swap('#RAR 0 20250101 20251231\r\n', '')],
    ['with a year that ends before it begins', swap('20250101 20251231', '20251231 20250101')],
    ['with a voucher outside of its year', swap('#VER A 1 20250131', '#VER A 1 20240131')],
    ['with a date that does not exist', swap('#VER A 1 20250131', '#VER A 1 20250230')],
    ['with an account that is not in it', swap('#TRANS 3010', '#TRANS 9999')],
    ['with a brace that does not close', swap('}\r\n', '')],
    ['with a brace too many', [file(`${text}}\r\n`), ...swap('{\r\n', '{\r\n{\r\n')]],
    ['with a quotation mark that does not close', swap('"Kassa"', '"Kassa')],
    ['of words', [file('This is not a SIE file.\r\n'), file('{"a":1}'), file('<xml/>'), file('=1+1')]],
    ['that is packed', [gzipSync(text)]],
  ])('%s', async (_name, bodies) => {
    expect(bodies.length).toBeGreaterThan(0);
    await expectRefusedAtLine(bodies);
  });

  it.each(
    spaced(
      `NaN Infinity -Infinity 1e2 1E2 0x64 100,00 1.000,00 100.001 1_00 １００ -- +-1 . 100.00.00 ${'9'.repeat(400)}`,
    ),
  )('with the amount %s', async (amount) => {
    await expectRefusedAtLine([file(text.replaceAll('100.00', amount))]);
  });
});

it('refuses a mebibyte of anything', async () => {
  const size = 1024 * 1024;
  const noise = Buffer.from(Uint32Array.from({ length: size / 4 }, (_, at) => Math.imul(at + 1, 2_654_435_761)).buffer);
  const printable = Buffer.from(noise.map((byte) => 0x20 + (byte % 0x5f)));
  await expectRefusedAtLine([
    noise,
    printable,
    Buffer.alloc(size, '{'),
    Buffer.alloc(size, '"'),
    Buffer.alloc(size, '#'),
    Buffer.alloc(size, '\n'),
    Buffer.alloc(size, '#VER\n'),
    Buffer.alloc(size, '{\n'),
    Buffer.alloc(size, '#TRANS 1910 {} 1\n'),
    Buffer.alloc(size, '#KONTO 1 "A"\n'),
    Buffer.concat([file(text), Buffer.alloc(size, '#VER A 1 20250131\r\n{\r\n#TRANS 1910 {} 1.00\r\n}\r\n')]),
  ]);
});

it('refuses no file, an empty one, one of another type, and one that is too large', async () => {
  const empty = await send(Buffer.alloc(0));
  expect([400, 422]).toContain(empty.received.status);
  for (const type of ['application/json', 'text/plain', 'application/x-sie', 'multipart/form-data; boundary=x', '']) {
    expect((await send(file(text), { 'Content-Type': type })).received.status).toBe(415);
  }
  expect((await send(file(text), { 'Content-Encoding': 'gzip' })).received.status).toBe(415);
  const announced = { 'Content-Length': String(5 * 1024 * 1024) };
  const { headers } = trial.untouched.request(trial.operations.get('importSieFile'), file(text), announced);
  const path = `${IMPORT_SIE}?legalEntityId=${legalEntityId}`;
  expect((await trial.wire.send({ method: 'POST', path, headers })).status).toBe(413);
});
