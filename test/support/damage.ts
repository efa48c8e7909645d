import { randomFrom } from './seeded.js';

export interface Damage {
  how: string;
  bytes: Buffer;
}

type Way = (bytes: Buffer, at: (most: number) => number) => Buffer;

/** What disks, copies and transfers do to files. */
const WAYS: Record<string, Way> = {
  'a bit that is another': (bytes, at) => {
    const place = at(bytes.length);
    bytes[place] = bytes[place]! ^ (1 << at(8));
    return bytes;
  },
  'an end that is missing': (bytes, at) => bytes.subarray(0, at(bytes.length)),
  'blocks that have changed places': (bytes, at) => {
    const size = Math.min(512, Math.floor(bytes.length / 4));
    const [one, other] = [at(bytes.length / 2 - size), bytes.length / 2 + at(bytes.length / 2 - size)].map(Math.floor);
    const kept = Buffer.from(bytes.subarray(one, one! + size));
    bytes.copyWithin(one!, other!, other! + size);
    kept.copy(bytes, other);
    return bytes;
  },
  'a block of zeros': (bytes, at) => {
    const start = at(bytes.length);
    return bytes.fill(0, start, Math.min(start + 64, bytes.length));
  },
  'a block that is missing': (bytes, at) => {
    const start = at(bytes.length - 1);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + at(256))]);
  },
};

/** So many damaged copies, each different from the file, in all ways by turns. */
export function damaged(file: Buffer, count: number, seed: number): Damage[] {
  const random = randomFrom(seed);
  const at = (most: number) => Math.floor(random() * most);
  const ways = Object.entries(WAYS);
  const copies: Damage[] = [];
  for (let attempt = 0; copies.length < count; attempt += 1) {
    const [how, change] = ways[attempt % ways.length]!;
    const bytes = change(Buffer.from(file), at);
    if (!bytes.equals(file)) copies.push({ how: `${how} (${copies.length + 1} of ${count})`, bytes });
  }
  return copies;
}
