import { type Invoice, invoiceSchema, InvoiceService } from '@e-invoice-eu/core';
import type { XmlContent, XmlElement } from './xml-file.js';

type Json = string | Json[] | { [name: string]: Json };
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
const service = new InvoiceService(quiet as never);

/**
 * Has a library that nobody here wrote judge a document of UBL: elements, code lists and forms of values. Answers it as the
 * library writes it. It knows prices with two decimals only.
 *
 * @throws Error that tells what is wrong
 */
export async function writtenByLibrary(tree: XmlElement, format: 'UBL' | 'CII'): Promise<string> {
  const [root] = Object.values(tree);
  const body = inForm(root!, (invoiceSchema as unknown as Schema).properties!['ubl:Invoice']!, '/');
  try {
    return String(await service.generate({ 'ubl:Invoice': body } as unknown as Invoice, { format, lang: 'en' }));
  } catch (error) {
    throw new Error(JSON.stringify(error instanceof Error ? { ...error, message: error.message } : error));
  }
}

/** A credit note is an invoice of another type there; attributes stand beside their elements. */
function inForm(content: XmlContent, schema: Schema, at: string): Json {
  if (typeof content === 'string') return content;
  const members = Object.entries(content as XmlElement).flatMap(([given, value]): [string, Json][] => {
    if (value === undefined || given.startsWith('@xmlns')) return [];
    const name = given.replace('CreditNote', 'Invoice').replace('CreditedQuantity', 'InvoicedQuantity');
    const own = schema.properties?.[name];
    if (!own) throw new Error(`${at}${name} is no element of a document.`);
    const all = (Array.isArray(value) ? value : [value]) as (string | XmlElement)[];
    if (all.length === 0) return [];
    if (all.length > 1 && own.type !== 'array') throw new Error(`${at}${name} stands there more than once.`);
    const [first] = all;
    if (typeof first === 'object' && '#text' in first) {
      const attributes = Object.entries(first).filter(([key]) => key.startsWith('@'));
      return [
        [name, first['#text'] as string],
        ...attributes.map(([key, one]): [string, Json] => [`${name}${key}`, one as string]),
      ];
    }
    const items = own.type === 'array' ? own.items! : own;
    const written = all.map((one) => inForm(one, items, `${at}${name}/`));
    return [[name, own.type === 'array' ? written : written[0]!]];
  });
  return Object.fromEntries(members);
}
