import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { linesOf } from '../../organization-life/read-export.js';
import type { AuditFault } from '../audit-chain.dto.js';
import type { KeptRoot } from '../prove-chain.js';
import {
  rootOf,
  TRAIL_FORMAT,
  TRAIL_RECORD_TYPE,
  TRAIL_VERSION,
  type TrailCounts,
  type TrailEntry,
  type TrailHeader,
  trailHeader,
  trailLine,
  type TrailSeal,
} from './trail-format.js';

/** The file is no export of an audit trail, or not all of one, or cannot answer what was asked. */
class TrailFault extends Error {}

export interface TrailFinding {
  fault: AuditFault;
  sequence: number | null;
  /** Id of the audit entry. */
  place: number | null;
}

export interface CheckedTrail {
  header: TrailHeader;
  counts: TrailCounts;
  /** Of the last seal; null where there is none. */
  rootHash: string | null;
  findings: TrailFinding[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Proves the seals of a file by each other, its entries by the seals, and the root that somebody kept. */
class TrailProof {
  readonly findings: TrailFinding[] = [];
  readonly counts: TrailCounts = { seals: 0, entries: 0, unsealed: 0 };
  private readonly kept: KeptRoot;
  private expected: number | null;
  private root: string;
  private seal: TrailSeal | undefined;
  /** Of the present seal: digests of audit entries that have not come yet. */
  private awaited = new Map<number, string>();

  constructor(
    private readonly header: TrailHeader,
    kept: KeptRoot,
  ) {
    const { firstSequence, lastSequence, previousRootHash } = header;
    this.expected = firstSequence;
    this.root = previousRootHash;
    this.kept = kept;
    const { sequence } = kept;
    if (sequence === undefined) return;
    if (firstSequence === null || lastSequence === null || sequence < firstSequence - 1 || sequence > lastSequence) {
      throw new TrailFault(`The file has the seals ${firstSequence ?? 0} to ${lastSequence ?? 0}, not ${sequence}.`);
    }
    if (sequence === firstSequence - 1) this.compare(sequence, previousRootHash);
  }

  get lastRoot(): string | null {
    return this.seal ? this.root : null;
  }

  addSeal(seal: TrailSeal): void {
    this.endSeal();
    const { sequence, places, digests, rootHash, recordType } = seal;
    if (sequence !== this.expected) this.find('seal_dropped', this.expected);
    else if (places.length !== digests.length || rootOf(this.root, seal) !== rootHash)
      this.find('seal_changed', sequence);
    this.compare(sequence, rootHash);
    this.counts.seals += 1;
    [this.seal, this.root, this.expected] = [seal, rootHash, sequence + 1];
    const pairs = places.map((place, at) => [place, digests[at] ?? ''] as const);
    this.awaited = new Map(recordType === TRAIL_RECORD_TYPE ? pairs : []);
  }

  addEntry({ place, content }: TrailEntry): void {
    this.counts.entries += 1;
    const digest = this.awaited.get(place);
    if (digest === undefined) this.find('row_added', this.seal?.sequence ?? null, place);
    else if (digest !== sha256(content) || !this.isOf(place, content)) {
      this.find('row_changed', this.seal!.sequence, place);
    }
    this.awaited.delete(place);
  }

  addUnsealed({ place, content }: TrailEntry): void {
    this.counts.unsealed += 1;
    if (!this.isOf(place, content)) this.find('row_changed', null, place);
  }

  end(): void {
    this.endSeal();
    const { lastSequence } = this.header;
    if (lastSequence !== null && (this.seal?.sequence ?? 0) < lastSequence) this.find('seal_dropped', this.expected);
  }

  private endSeal(): void {
    for (const place of this.awaited.keys()) this.find('row_dropped', this.seal!.sequence, place);
    this.awaited.clear();
  }

  private compare(sequence: number, rootHash: string): void {
    if (sequence === this.kept.sequence && rootHash !== this.kept.rootHash) this.find('root_differs', sequence);
  }

  /** The entry names its organization and its id itself, so nobody's entry can stand in the place of another one. */
  private isOf(place: number, content: string): boolean {
    try {
      const [organizationId, id] = JSON.parse(content) as unknown[];
      return organizationId === this.header.organization.id && id === place;
    } catch {
      return false;
    }
  }

  private find(fault: AuditFault, sequence: number | null, place: number | null = null): void {
    this.findings.push({ fault, sequence, place });
  }
}

/** Checks an exported trail with nothing but itself and a root that was kept. @throws TrailFault */
export async function checkTrail(chunks: AsyncIterable<Uint8Array>, kept: KeptRoot = {}): Promise<CheckedTrail> {
  const hash = createHash('sha256');
  let header: TrailHeader | undefined;
  let proof: TrailProof | undefined;
  let [number, isWhole] = [0, false];
  for await (const bytes of linesOf(chunks)) {
    number += 1;
    if (isWhole) throw new TrailFault(`Line ${number} stands behind the end of the file.`);
    const content = contentOf(bytes, number);
    if (!proof) {
      header = headerOf(content);
      proof = new TrailProof(header, kept);
    } else {
      const line = trailLine.safeParse(content).data;
      if (!line) throw new TrailFault(`Line ${number} is none of an audit trail: the file was changed or damaged.`);
      if ('seal' in line) proof.addSeal(line.seal);
      else if ('entry' in line) proof.addEntry(line.entry);
      else if ('unsealed' in line) proof.addUnsealed(line.unsealed);
      else {
        requireEnd(line.end, proof.counts, hash.copy().digest('hex'));
        isWhole = true;
      }
    }
    hash.update(bytes).update('\n');
  }
  if (!header || !proof || !isWhole) {
    throw new TrailFault('The file ends before its last line: it was torn off. Export it again.');
  }
  proof.end();
  return { header, counts: proof.counts, rootHash: proof.lastRoot, findings: proof.findings };
}

function contentOf(bytes: Buffer, number: number): unknown {
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString()) as unknown;
  } catch {
    // Told below.
  }
  throw new TrailFault(`Line ${number} cannot be read: the file is no audit trail, or was changed or damaged.`);
}

function headerOf(content: unknown): TrailHeader {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== TRAIL_FORMAT) throw new TrailFault('The file is no export of an audit trail.');
  if (version !== TRAIL_VERSION) {
    throw new TrailFault(
      `The file is of version ${String(version)} of the format; this release reads ${TRAIL_VERSION}.`,
    );
  }
  const header = trailHeader.safeParse(content);
  if (!header.success)
    throw new TrailFault('The first line is not as it was written: the file was changed or damaged.');
  return header.data;
}

function requireEnd(
  { sha256: told, ...counted }: TrailCounts & { sha256: string },
  counts: TrailCounts,
  digest: string,
) {
  const differs = (Object.keys(counts) as (keyof TrailCounts)[]).some((name) => counts[name] !== counted[name]);
  if (differs || told !== digest) {
    throw new TrailFault('The file is not as it was written: its counts or its SHA-256 differ. Export it again.');
  }
}
