import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '#kernel/decimal.js';

const file = join(import.meta.dirname, '../../../shared/data/northwind/northwind.sql');

export const hasNorthwind = existsSync(file);

export interface NorthwindOrder {
  id: string;
  customerId: string;
  orderedOn: string;
  freight: string;
  lines: { productId: string; product: string; price: string; quantity: string; discount: string }[];
}

type Row = (string | null)[];

/** The rows of a table, value by value; `''` inside of text is one quote. */
function rowsOf(sql: string, table: string): Row[] {
  const insert = new RegExp(`^INSERT INTO ${table} VALUES \\((.*)\\);\\r?$`, 'gm');
  return [...sql.matchAll(insert)].map(([, values]) =>
    [...values!.matchAll(/'((?:[^']|'')*)'|([^,\s][^,]*)/g)].map(([, text, bare]) => {
      return bare === undefined ? text!.replaceAll("''", "'") : bare === 'NULL' ? null : bare;
    }),
  );
}

/** The file holds binary floats: what was meant has two decimals. */
const cleaned = (text: string | null) => new Decimal(text!).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);

/** The orders of the sample company, with the names of its customers. */
export function readNorthwind(): { orders: NorthwindOrder[]; customers: Map<string, string> } {
  const sql = readFileSync(file, 'utf8');
  const products = new Map(rowsOf(sql, 'products').map(([id, name]) => [id, name!]));
  const customers = new Map(rowsOf(sql, 'customers').map(([id, name]) => [id!, name!]));
  const lines = new Map<string, Row[]>();
  for (const row of rowsOf(sql, 'order_details')) lines.set(row[0]!, [...(lines.get(row[0]!) ?? []), row]);
  const orders = rowsOf(sql, 'orders').map(([id, customerId, , orderedOn, , , , freight]) => ({
    id: id!,
    customerId: customerId!,
    orderedOn: orderedOn!,
    freight: cleaned(freight!),
    lines: lines.get(id!)!.map(([, productId, price, quantity, discount]) => ({
      productId: productId!,
      product: products.get(productId!)!,
      price: cleaned(price!),
      quantity: quantity!,
      discount: cleaned(discount!),
    })),
  }));
  return { orders, customers };
}
