import type { Decimal } from '#kernel/decimal.js';
import type { SieObjectBalance, SieObjectReference } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';

/** A balance of an account by its objects. */
export interface SieObjectFigure {
  account: string;
  /** At least one; by the number of the dimension. */
  objects: readonly SieObjectReference[];
  amount: Decimal;
  line: number;
}

/**
 * The objects of a row or balance, by the number of the dimension and each once. A dimension without an object says
 * nothing. Two objects of one dimension are a fault: a ledger line has one at most.
 */
export function objectsOf(
  references: readonly SieObjectReference[],
  line: number,
  findings: SieFindings,
): SieObjectReference[] {
  const byDimension = new Map<string, SieObjectReference>();
  for (const reference of references) {
    const { dimension, object } = reference;
    if (object === '') continue;
    const known = byDimension.get(dimension);
    if (!known) byDimension.set(dimension, reference);
    else if (known.object !== object) {
      const message = `Dimension ${quoted(dimension)} has two objects here, ${quoted(known.object)} and ${quoted(object)}; a line has one at most.`;
      findings.fault(line, 'dimension_twice', message);
    }
  }
  return [...byDimension.values()].sort((one, other) => (one.dimension < other.dimension ? -1 : 1));
}

/** Balances of year 0 by account and objects. Two of one kind for the same contradict each other: a fault. */
export function objectFigures(
  label: string,
  balances: readonly SieObjectBalance[],
  findings: SieFindings,
): SieObjectFigure[] {
  const figures = new Map<string, SieObjectFigure>();
  for (const { yearIndex, account, amount, line, objects: references } of balances) {
    if (yearIndex !== 0) continue;
    const objects = objectsOf(references, line, findings);
    if (objects.length === 0) {
      findings.remark(
        line,
        'balance_without_object',
        `${label} of account ${account} has no object; it is passed over.`,
      );
      continue;
    }
    const key = JSON.stringify([account, objects.map(({ dimension, object }) => [dimension, object])]);
    const known = figures.get(key);
    if (!known) figures.set(key, { account, objects, amount, line });
    else {
      const message = `${label} 0 of account ${account} and ${objectsText(objects)} is also on line ${known.line}.`;
      findings.fault(line, 'duplicate_balance', message);
    }
  }
  return [...figures.values()];
}

/** What lines and balances add up to, by account and objects. */
export class SieObjectSums {
  private readonly parts = new Map<string, Pick<SieObjectFigure, 'objects' | 'amount'>[]>();

  add({ account, objects, amount }: Omit<SieObjectFigure, 'line'>): void {
    for (const object of objects) {
      const key = keyOf(account, object);
      const parts = this.parts.get(key);
      if (parts) parts.push({ objects, amount });
      else this.parts.set(key, [{ objects, amount }]);
    }
  }

  /** The parts that have all of these objects. */
  partsOf(account: string, objects: readonly SieObjectReference[]): Decimal[] {
    const [first, ...further] = objects;
    const parts = this.parts.get(keyOf(account, first!)) ?? [];
    return parts.filter((part) => further.every((wanted) => has(part.objects, wanted))).map(({ amount }) => amount);
  }
}

function has(objects: readonly SieObjectReference[], { dimension, object }: SieObjectReference): boolean {
  return objects.some((one) => one.dimension === dimension && one.object === object);
}

const keyOf = (account: string, { dimension, object }: SieObjectReference) =>
  JSON.stringify([account, dimension, object]);

/** Objects as they are shown in a message. */
export function objectsText(objects: readonly SieObjectReference[]): string {
  const texts = objects.map(({ dimension, object }) => `object ${quoted(object)} of dimension ${quoted(dimension)}`);
  return texts.join(' and ');
}
