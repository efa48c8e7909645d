import type { Operation } from '../platform/operations.js';

/** Enough of each kind to choose from. */
const MOST = 12;

interface Row {
  id: string;
  etag: string;
}

/** What answers told of the records that there are: values by the name of a field that takes them, rows by their list. */
export class KnownRecords {
  private readonly values = new Map<string, Set<unknown>>();
  private readonly rows = new Map<string, Map<string, Row>>();
  private isFrozen = false;

  of = (name: string): readonly unknown[] => [...(this.values.get(name) ?? [])];

  rowsOf(operation: Pick<Operation, 'path'>): readonly Row[] {
    return [...(this.rows.get(listOf(operation)) ?? new Map<string, Row>()).values()];
  }

  /** Comes before what is learned. */
  prefer(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) this.add(name, value);
  }

  /** From now on only the versions of known rows are followed, so that what is drawn depends on the seed alone. */
  freeze(): void {
    this.isFrozen = true;
  }

  learn(operation: Pick<Operation, 'path'>, body: unknown): void {
    const list = listOf(operation);
    const records = dataOf(body);
    for (const record of records) this.learnRow(list, record);
    if (!this.isFrozen) records.slice(0, MOST).forEach((record) => this.learnFields(record));
  }

  private learnRow(list: string, record: Record<string, unknown>): void {
    const id = record['id'] ?? (list.endsWith('/books') ? record['legalEntityId'] : undefined);
    if (typeof id !== 'string') return;
    const rows = this.rows.get(list) ?? new Map<string, Row>();
    this.rows.set(list, rows);
    if (!rows.has(id) && (this.isFrozen || rows.size >= MOST)) return;
    rows.set(id, { id, etag: `"${(record['version'] as number | undefined) ?? 1}"` });
    if (this.isFrozen) return;
    for (const noun of nounsOf(list)) {
      this.add(`${noun}Id`, id);
      if ('code' in record) this.add(`${noun}Code`, record['code']);
    }
  }

  private learnFields(record: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(record)) {
      if (typeof value === 'string' && name !== 'id') this.add(name, value);
      if (Array.isArray(value)) value.filter(isRecord).forEach((inner) => this.learnFields(inner));
    }
  }

  private add(name: string, value: unknown): void {
    const known = this.values.get(name) ?? new Set();
    this.values.set(name, known);
    if (known.size < MOST) known.add(value);
  }
}

/** The list or collection that an operation belongs to. */
export const listOf = ({ path }: Pick<Operation, 'path'>): string => path.split('/{', 1)[0]!;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function dataOf(body: unknown): Record<string, unknown>[] {
  if (!isRecord(body)) return [];
  return Array.isArray(body['data']) ? body['data'].filter(isRecord) : [body];
}

/** `journal-entries` as `journalEntry` and `entry`: fields name what they point at with either. */
function nounsOf(list: string): string[] {
  const words = list.split('/').at(-1)!.split('-');
  const last = words.pop()!.replace(/ies$/, 'y').replace(/s$/, '');
  const whole = [...words, last].map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
  return [...new Set([whole, last])];
}
