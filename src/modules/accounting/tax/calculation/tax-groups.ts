import { Decimal, sum, zero } from '#kernel/decimal.js';
import { roundAmount } from './round-amount.js';
import { baseOf, positionsBelow, type SettledItem, type TaxedItem } from './settle-taxes.js';
import { spreadAmount } from './spread-amount.js';
import { signatureOf, type TaxCategory, type TaxComponent } from './tax-component.js';
import type { DocumentDirection } from './tax-document.js';

/** One tax of the document: what it was levied on, and what became of it. */
export interface TaxGroup {
  readonly component: TaxComponent;
  readonly base: Decimal;
  /** The tax as reckoned, also where nobody pays it to the seller. */
  readonly tax: Decimal;
  /** What the seller is paid of it: nothing where the buyer owes it. */
  readonly charged: Decimal;
  /** What a buyer deducts of it; the rest is cost. Nothing on a sale. */
  readonly recoverable: Decimal;
}

/** VAT by category and rate, as the breakdown of EN 16931 (BG-23) has it. */
export interface VatBreakdown {
  readonly category: TaxCategory;
  readonly rate: Decimal;
  readonly base: Decimal;
  readonly tax: Decimal;
  readonly exemptionCode: string | null;
  readonly exemptionText: string | null;
}

export interface GroupedTaxes {
  readonly groups: TaxGroup[];
  /** What is recoverable of each tax of each item. */
  readonly recoverable: Decimal[][];
}

interface Member {
  readonly item: number;
  readonly at: number;
  readonly base: Decimal;
  readonly tax: Decimal;
}

const one = new Decimal(1);

export function groupTaxes(
  items: readonly TaxedItem[],
  settled: readonly SettledItem[],
  direction: DocumentDirection,
  minorUnits: number,
): GroupedTaxes {
  const members = new Map<string, { component: TaxComponent; of: Member[] }>();
  const signatures = new Map<TaxComponent, string>();
  items.forEach(({ taxes }, item) => {
    taxes.forEach((component, at) => {
      const signature = signatures.get(component) ?? signatureOf(component);
      signatures.set(component, signature);
      const group = members.get(signature) ?? { component, of: [] };
      members.set(signature, group);
      const base = baseOf(settled[item]!, positionsBelow(taxes, component));
      group.of.push({ item, at, base, tax: settled[item]!.taxes[at]! });
    });
  });
  const recoverable = settled.map(({ taxes }) => taxes.map(() => zero));
  const groups = [...members.values()].map(({ component, of }) => {
    const tax = sum(of.map((member) => member.tax));
    const shares = direction === 'sale' ? [] : sharesOf(component, of, tax, items, minorUnits);
    shares.forEach((share, index) => (recoverable[of[index]!.item]![of[index]!.at] = share));
    const charged = component.isReverseCharge ? zero : tax;
    return { component, base: sum(of.map(({ base }) => base)), tax, charged, recoverable: sum(shares) };
  });
  return { groups, recoverable };
}

function sharesOf(
  { recoverableShare: share }: TaxComponent,
  members: readonly Member[],
  tax: Decimal,
  items: readonly TaxedItem[],
  minorUnits: number,
): Decimal[] {
  if (share.equals(one)) return members.map((member) => member.tax);
  const parts = members.map((member) => ({ exact: member.tax.times(share), key: items[member.item]!.treatment }));
  return spreadAmount(roundAmount(tax.times(share), minorUnits), parts, minorUnits);
}

/** A tax that the buyer owes stands at no rate in the seller's document. */
export function vatBreakdown(groups: readonly TaxGroup[]): VatBreakdown[] {
  const rows = new Map<string, VatBreakdown>();
  for (const { component, base, charged } of groups) {
    if (component.kind !== 'vat') continue;
    const { category, exemptionCode, exemptionText } = component;
    const rate = component.isReverseCharge ? zero : component.rate;
    const key = `${category} ${rate.toString()}`;
    const known = rows.get(key);
    rows.set(key, {
      category,
      rate,
      base: known ? known.base.plus(base) : base,
      tax: known ? known.tax.plus(charged) : charged,
      exemptionCode: known?.exemptionCode ?? exemptionCode,
      exemptionText: known?.exemptionText ?? exemptionText,
    });
  }
  return [...rows.values()];
}
