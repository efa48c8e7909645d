import { createHash } from 'node:crypto';

/** Tells what was sent from anything else: the same for the same content, in whatever order its fields stand. */
export const digestOf = (content: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(content, (_, value: unknown) => (isRecord(value) ? sorted(value) : value)))
    .digest('hex');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
