import { createHash } from 'node:crypto';
import { z } from 'zod';

export const TRAIL_FORMAT = 'bureau.audit_trail';
/** Goes up when a reader of the former one would misunderstand the file. */
export const TRAIL_VERSION = 1;

const number = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** The first line. */
export const trailHeader = z.strictObject({
  format: z.literal(TRAIL_FORMAT),
  version: z.literal(TRAIL_VERSION),
  organization: z.strictObject({ id: z.uuid(), name: z.string() }),
  from: instant.nullable(),
  before: instant.nullable(),
  exportedAt: instant,
  /** The seals in the file; null where no entry of the period is sealed. */
  firstSequence: number.nullable(),
  lastSequence: number.nullable(),
  previousRootHash: digest,
});
export type TrailHeader = z.infer<typeof trailHeader>;

/** A seal; behind one of audit entries come these, in its order. */
export const trailSeal = z.strictObject({
  sequence: number,
  recordType: z.string(),
  series: z.string(),
  sealedAtMicroseconds: number,
  places: z.array(number).min(1),
  digests: z.array(digest).min(1),
  rootHash: digest,
});
export type TrailSeal = z.infer<typeof trailSeal>;

/** An audit entry as the text whose digest is sealed. */
const trailEntry = z.strictObject({ place: number, content: z.string() });
export type TrailEntry = z.infer<typeof trailEntry>;

const trailEnd = z.strictObject({ seals: number, entries: number, unsealed: number, sha256: digest });
export type TrailCounts = Omit<z.infer<typeof trailEnd>, 'sha256'>;

/** Every line but the first. */
export const trailLine = z.union([
  z.strictObject({ seal: trailSeal }),
  z.strictObject({ entry: trailEntry }),
  z.strictObject({ unsealed: trailEntry }),
  z.strictObject({ end: trailEnd }),
]);

/** Whose entries stand in the file. */
export const TRAIL_RECORD_TYPE = 'platform.audit_entry';

/** The root of a seal, as docs/audit-trail.md describes it. */
export function rootOf(previousRootHash: string, seal: TrailSeal): string {
  const { sequence, recordType, series, sealedAtMicroseconds, places, digests } = seal;
  const text = [sequence, recordType, series, sealedAtMicroseconds, places.join(','), ''].join('\n');
  const hash = createHash('sha256').update(previousRootHash, 'hex').update(text);
  for (const one of digests) hash.update(one, 'hex');
  return hash.digest('hex');
}

/** Writes a trail, line by line; the last line tells whether all of it arrived. */
export class TrailWriter {
  private readonly hash = createHash('sha256');
  private readonly counts: TrailCounts = { seals: 0, entries: 0, unsealed: 0 };

  constructor(private readonly write: (text: string) => Promise<void>) {}

  header(header: Omit<TrailHeader, 'format' | 'version'>): Promise<void> {
    return this.put([{ format: TRAIL_FORMAT, version: TRAIL_VERSION, ...header }]);
  }

  seal(seal: TrailSeal, entries: readonly TrailEntry[]): Promise<void> {
    this.counts.seals += 1;
    this.counts.entries += entries.length;
    return this.put([{ seal }, ...entries.map((entry) => ({ entry }))]);
  }

  unsealed(entries: readonly TrailEntry[]): Promise<void> {
    this.counts.unsealed += entries.length;
    return this.put(entries.map((entry) => ({ unsealed: entry })));
  }

  end(): Promise<void> {
    return this.put([{ end: { ...this.counts, sha256: this.hash.copy().digest('hex') } }]);
  }

  private put(lines: readonly object[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    this.hash.update(text);
    return this.write(text);
  }
}
