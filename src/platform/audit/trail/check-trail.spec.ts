import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { checkTrail } from './check-trail.js';
import { rootOf, type TrailSeal, TrailWriter } from './trail-format.js';

const organization = { id: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11', name: 'Exempel & Söner' };
const zeros = '0'.repeat(64);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const contentOf = (place: number) => JSON.stringify([organization.id, place, 'accounting.account', 'line\u2028end']);

const seals: TrailSeal[] = [];
function addSeal(recordType: string, places: number[]) {
  const digests = places.map((place) => sha256(contentOf(place)));
  const seal = { sequence: seals.length + 5, recordType, series: '', sealedAtMicroseconds: 1e15, places, digests };
  const rootHash = rootOf(seals.at(-1)?.rootHash ?? zeros, { ...seal, rootHash: '' });
  seals.push({ ...seal, rootHash });
}
addSeal('platform.audit_entry', [1, 2, 4]);
addSeal('accounting.journal_entry', [7]);
addSeal('platform.audit_entry', [3, 9]);

async function written(): Promise<string[]> {
  let text = '';
  const trail = new TrailWriter((more) => {
    text += more;
    return Promise.resolve();
  });
  const period = { from: null, before: '2026-02-01T00:00:00.000Z', exportedAt: '2026-03-05T08:30:00.000Z' };
  await trail.header({ organization, ...period, firstSequence: 5, lastSequence: 7, previousRootHash: zeros });
  for (const seal of seals) {
    const isOfEntries = seal.recordType === 'platform.audit_entry';
    await trail.seal(seal, isOfEntries ? seal.places.map((place) => ({ place, content: contentOf(place) })) : []);
  }
  await trail.unsealed([{ place: 11, content: contentOf(11) }]);
  await trail.end();
  return text.trimEnd().split('\n');
}

/** With its counts and its digest put right, as somebody would who means it. */
function resealed(lines: string[]): string {
  const rest = lines.filter((line) => !line.startsWith('{"end"'));
  const count = (kind: string) => rest.filter((line) => line.startsWith(`{"${kind}"`)).length;
  const text = rest.map((line) => `${line}\n`).join('');
  const end = { seals: count('seal'), entries: count('entry'), unsealed: count('unsealed'), sha256: sha256(text) };
  return `${text}${JSON.stringify({ end })}\n`;
}

const check = (text: string, kept = {}, pieces = 17) => {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieces) chunks.push(bytes.subarray(at, at + pieces));
  return checkTrail(Readable.from(chunks), kept);
};
const lastRoot = seals.at(-1)!.rootHash;

it('finds nothing in what was written, and tells the last root', async () => {
  const text = `${(await written()).join('\n')}\n`;
  expect(text).toBe(resealed(await written()));
  const checked = await check(text, { sequence: 7, rootHash: lastRoot });
  expect(checked).toMatchObject({
    header: { organization, firstSequence: 5 },
    counts: { seals: 3, entries: 5, unsealed: 1 },
    rootHash: lastRoot,
    findings: [],
  });
  expect((await check(text, { sequence: 4, rootHash: zeros })).findings).toEqual([]);
});

it('finds a root that is not the one that was kept', async () => {
  const text = resealed(await written());
  for (const sequence of [4, 5, 7]) {
    const { findings } = await check(text, { sequence, rootHash: 'f'.repeat(64) });
    expect(findings).toEqual([{ fault: 'root_differs', sequence, place: null }]);
  }
  await expect(check(text, { sequence: 3, rootHash: zeros })).rejects.toThrow('The file has the seals 5 to 7, not 3.');
  await expect(check(text, { sequence: 8, rootHash: zeros })).rejects.toThrow('not 8');
});

const changes: [what: string, change: (lines: string[]) => unknown, findings: object[]][] = [
  [
    'an entry',
    (l) => (l[2] = l[2]!.replace('accounting', 'Accounting')),
    [{ fault: 'row_changed', sequence: 5, place: 1 }],
  ],
  [
    'entries for each other',
    (l) => {
      [l[2], l[3]] = [l[2]!.replace('"place":1', '"place":2'), l[3]!.replace('"place":2', '"place":1')];
    },
    [
      { fault: 'row_changed', place: 2 },
      { fault: 'row_changed', place: 1 },
    ],
  ],
  ['nothing but leaves out an entry', (l) => l.splice(3, 1), [{ fault: 'row_dropped', sequence: 5, place: 2 }]],
  ['nothing but adds an entry', (l) => l.splice(3, 0, l[2]!), [{ fault: 'row_added', place: 1 }]],
  ['a seal', (l) => (l[5] = l[5]!.replace('"series":""', '"series":"x"')), [{ fault: 'seal_changed', sequence: 6 }]],
  ['nothing but leaves out a seal', (l) => l.splice(5, 1), [{ fault: 'seal_dropped', sequence: 6 }]],
  ['nothing but leaves out the last seal', (l) => l.splice(6, 3), [{ fault: 'seal_dropped', sequence: 7 }]],
  ['the root before', (l) => (l[0] = l[0]!.replace(zeros, '1'.repeat(64))), [{ fault: 'seal_changed', sequence: 5 }]],
  ['whose it is', (l) => (l[0] = l[0]!.replace('4a11', '4a12')), [{ fault: 'row_changed', place: 1 }]],
  ['an entry without a seal', (l) => (l[9] = l[9]!.replace('4a11', '4a12')), [{ fault: 'row_changed', place: 11 }]],
];
it.each(changes)('finds who changes %s', async (_, change, expected) => {
  const lines = await written();
  change(lines);
  const { findings } = await check(resealed(lines));
  expect(findings.slice(0, expected.length)).toMatchObject(expected);
});

it.each<[string, (lines: string[]) => string, string]>([
  ['nothing', () => '', 'torn off'],
  ['half of it', (l) => l.slice(0, 4).join('\n'), 'has none|torn off'],
  ['no last line', (l) => `${l.slice(0, -1).join('\n')}\n`, 'torn off'],
  ['lines behind the last', (l) => `${l.join('\n')}\n${l[2]}\n`, 'behind the end'],
  ['another digest', (l) => `${l.join('\n').replace('line\u2028end', 'line end')}\n`, 'SHA-256 differ'],
  ['another file', () => '{"format":"bureau.organization"}\n', 'no export of an audit trail'],
  ['a version to come', (l) => `${l.join('\n').replace('"version":1', '"version":2')}\n`, 'version 2'],
  ['no header', (l) => `${l[0]!.replace('"from"', '"form"')}\n`, 'first line'],
  ['what is no JSON', () => 'PK\u0003\u0004\n', 'cannot be read'],
  ['a line of another kind', (l) => resealed([...l.slice(0, 2), '{"row":1}', ...l.slice(2)]), 'Line 3'],
])('refuses a file with %s', async (_, change, message) => {
  await expect(check(change(await written()))).rejects.toThrow(new RegExp(message));
});

it('is not deceived by any other byte', async () => {
  const bytes = Buffer.from(resealed(await written()));
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ by;
      const outcome = await checkTrail(Readable.from([changed])).then(
        ({ findings }) => findings.length,
        () => 1,
      );
      return outcome > 0;
    }),
    { numRuns: 300 },
  );
});
