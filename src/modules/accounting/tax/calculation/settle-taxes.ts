import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { fixedPart, includedTaxes } from './included-taxes.js';
import { roundAmount } from './round-amount.js';
import { spreadAmount } from './spread-amount.js';
import type { TaxComponent } from './tax-component.js';
import type { TaxRounding } from './tax-document.js';

/** A line, or a part of an allowance or charge of the document: such a part has no quantity, and no fixed taxes. */
export interface TaxedItem {
  readonly taxes: readonly TaxComponent[];
  readonly amount: Decimal;
  readonly quantity: Decimal;
  /** Tells items with the same taxes. */
  readonly treatment: string;
}

/** The net amount of an item and its taxes in their order, rounded. */
export interface SettledItem {
  net: Decimal;
  readonly taxes: Decimal[];
}

export interface SettlementRules {
  readonly pricesIncludeTax: boolean;
  readonly rounding: TaxRounding;
  readonly minorUnits: number;
}

/** One tax of one item. */
interface Levy {
  readonly item: number;
  readonly at: number;
  readonly tax: TaxComponent;
  /** Positions of the taxes that are part of its base. */
  readonly below: readonly number[];
}

/** The taxes that are rounded together. */
interface Pool {
  readonly levies: Levy[];
  depth: number | undefined;
}

export class NoTaxOrder extends Error {}
export class NoNetAmount extends Error {
  constructor(readonly item: number) {
    super(`item ${item} has no net amount`);
  }
}

const isIncluded = ({ isReverseCharge }: TaxComponent, { pricesIncludeTax }: SettlementRules) =>
  pricesIncludeTax && !isReverseCharge;

/**
 * All taxes of all items. Where prices include them they are taken out of the amounts, so that net and taxes are the
 * amount again; the others are put on top, a compound tax after those that it is levied on, whose rounded amounts are
 * part of its base. What is rounded once for a pool is shared out to its items.
 *
 * @throws NoNetAmount where fixed taxes are more than the price that includes them
 * @throws NoTaxOrder where two taxes are each levied on the other
 */
export function settleTaxes(items: readonly TaxedItem[], rules: SettlementRules): SettledItem[] {
  const settled = items.map(({ amount, taxes }) => ({ net: amount, taxes: taxes.map(() => zero) }));
  const { included, added } = poolsOf(items, rules);
  if (included.length > 0) {
    const exact = items.map((item, index) => includedOf(item, index, rules));
    for (const { levies } of included) {
      settle(levies, items, settled, rules, ({ item, at }) => exact[item]![at]!);
    }
    settled.forEach((item) => (item.net = item.net.minus(sum(item.taxes))));
  }
  for (const { levies } of added) {
    settle(levies, items, settled, rules, ({ item, tax, below }) => {
      if (tax.computation !== 'percentage') return fixedPart(tax, items[item]!.quantity);
      return tax.rate.isZero() ? zero : baseOf(settled[item]!, below).times(tax.rate);
    });
  }
  return settled;
}

/** What a tax is levied on. */
export function baseOf({ net, taxes }: SettledItem, below: readonly number[]): Decimal {
  return below.length === 0 ? net : net.plus(sum(below.map((at) => taxes[at]!)));
}

export function positionsBelow(taxes: readonly TaxComponent[], { onTopOf }: TaxComponent): number[] {
  return onTopOf.map((code) => taxes.findIndex((tax) => tax.code === code));
}

/** By position in the item; zero for a tax that is not in the price. */
function includedOf({ amount, quantity, taxes }: TaxedItem, index: number, rules: SettlementRules): Decimal[] {
  const within = taxes.filter((tax) => isIncluded(tax, rules));
  if (within.length === 0) return [];
  const exact = includedTaxes(amount, quantity, within);
  if (!exact) throw new NoNetAmount(index);
  let next = 0;
  return taxes.map((tax) => (isIncluded(tax, rules) ? exact[next++]! : zero));
}

function settle(
  levies: readonly Levy[],
  items: readonly TaxedItem[],
  settled: readonly SettledItem[],
  { rounding, minorUnits }: SettlementRules,
  exactOf: (levy: Levy) => Decimal,
): void {
  const parts = levies.map((levy) => ({ exact: exactOf(levy), key: items[levy.item]!.treatment }));
  const shares =
    rounding === 'line'
      ? parts.map(({ exact }) => roundAmount(exact, minorUnits))
      : spreadAmount(roundAmount(sum(parts.map(({ exact }) => exact)), minorUnits), parts, minorUnits);
  levies.forEach(({ item, at }, index) => (settled[item]!.taxes[at] = shares[index]!));
}

// VAT is one tax, whatever codes it is booked under: EN 16931 rounds it by category and rate.
function poolKey({ kind, code, category, computation, rate, isReverseCharge }: TaxComponent): string {
  return kind === 'vat'
    ? `vat ${category} ${rate.toString()} ${isReverseCharge}`
    : `${code} ${computation} ${rate.toString()}`;
}

function poolsOf(items: readonly TaxedItem[], rules: SettlementRules): { included: Pool[]; added: Pool[] } {
  const pools = { included: new Map<string, Pool>(), added: new Map<string, Pool>() };
  const poolOfLevy: Pool[][] = [];
  const keys = new Map<TaxComponent, string>();
  items.forEach(({ taxes }, item) => {
    poolOfLevy.push(
      taxes.map((tax, at) => {
        const side = isIncluded(tax, rules) ? pools.included : pools.added;
        const key = keys.get(tax) ?? poolKey(tax);
        keys.set(tax, key);
        const pool = side.get(key) ?? { levies: [], depth: undefined };
        side.set(key, pool);
        pool.levies.push({ item, at, tax, below: tax.onTopOf.length === 0 ? none : positionsBelow(taxes, tax) });
        return pool;
      }),
    );
  });
  const added = [...pools.added.values()];
  for (const pool of added) depthOf(pool, poolOfLevy, new Set());
  return { included: [...pools.included.values()], added: added.sort((a, b) => a.depth! - b.depth!) };
}

const none: readonly number[] = [];

/** How many pools have to be settled before this one. */
function depthOf(pool: Pool, poolOfLevy: readonly Pool[][], above: Set<Pool>): number {
  if (pool.depth !== undefined) return pool.depth;
  if (above.has(pool)) throw new NoTaxOrder();
  const within = new Set(above).add(pool);
  const below = new Set(pool.levies.flatMap((levy) => levy.below.map((at) => poolOfLevy[levy.item]![at]!)));
  pool.depth = Math.max(0, ...[...below].map((one) => 1 + depthOf(one, poolOfLevy, within)));
  return pool.depth;
}
