import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Decimal } from '#kernel/decimal.js';

/** The official examples of Peppol BIS Billing stand in a folder beside the repository, where there is one. */
function findFolder(): string | undefined {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const folder = join(root, '..', 'shared', 'data', 'peppol');
  return existsSync(folder) ? folder : undefined;
}

const folder = findFolder();
export const hasPeppol = folder !== undefined;
export const peppolExamples = ['base-example.xml', 'base-creditnote-correction.xml', 'Vat-category-S.xml'] as const;

/** The category of UNCL5305, and the rate as a fraction. */
export interface PeppolTax {
  category: string;
  rate: string;
}

/** What goes into an example, and what it says that comes out. */
export interface PeppolExample {
  isCreditNote: boolean;
  issuedOn: string;
  currency: string;
  lines: (PeppolTax & { description: string; quantity: string; unit: string; unitPrice: string })[];
  adjustments: (PeppolTax & { kind: 'allowance' | 'charge'; amount: string; reason: string })[];
  stated: {
    lineNets: string[];
    taxes: (PeppolTax & { base: string; tax: string })[];
    totals: Record<'lineNet' | 'allowances' | 'charges' | 'net' | 'tax' | 'gross' | 'payable', string>;
  };
}

/** The file as it is. */
export const peppolText = (name: (typeof peppolExamples)[number]): string => readFileSync(join(folder!, name), 'utf8');

export function readPeppol(name: (typeof peppolExamples)[number]): PeppolExample {
  const xml = peppolText(name);
  const lines = partsOf(xml, 'InvoiceLine|CreditNoteLine');
  const [total] = partsOf(xml, 'LegalMonetaryTotal');
  return {
    isCreditNote: xml.includes('<CreditNote '),
    issuedOn: textIn(xml, 'IssueDate'),
    currency: textIn(xml, 'DocumentCurrencyCode'),
    lines: lines.map((part) => ({
      description: textIn(part, 'Name'),
      quantity: textIn(part, '(?:Invoiced|Credited)Quantity'),
      unit: /Quantity unitCode="([^"]+)"/.exec(part)![1]!,
      unitPrice: textIn(part, 'PriceAmount'),
      ...taxIn(partsOf(part, 'ClassifiedTaxCategory')[0]!),
    })),
    adjustments: partsOf(xml, 'AllowanceCharge').map((part) => ({
      kind: textIn(part, 'ChargeIndicator') === 'true' ? 'charge' : 'allowance',
      amount: textIn(part, 'Amount'),
      reason: textIn(part, 'AllowanceChargeReason'),
      ...taxIn(partsOf(part, 'TaxCategory')[0]!),
    })),
    stated: {
      lineNets: lines.map((part) => amountIn(part, 'LineExtensionAmount')),
      taxes: partsOf(xml, 'TaxSubtotal').map((part) => ({
        ...taxIn(part),
        base: amountIn(part, 'TaxableAmount'),
        tax: amountIn(part, 'TaxAmount'),
      })),
      totals: {
        lineNet: amountIn(total!, 'LineExtensionAmount'),
        allowances: amountIn(total!, 'AllowanceTotalAmount', '0'),
        charges: amountIn(total!, 'ChargeTotalAmount', '0'),
        net: amountIn(total!, 'TaxExclusiveAmount'),
        tax: amountIn(partsOf(xml, 'TaxTotal')[0]!, 'TaxAmount'),
        gross: amountIn(total!, 'TaxInclusiveAmount'),
        payable: amountIn(total!, 'PayableAmount'),
      },
    },
  };
}

function partsOf(xml: string, element: string): string[] {
  return Array.from(xml.matchAll(new RegExp(`<cac:(${element})>(.*?)</cac:\\1>`, 'gs')), ([, , part]) => part!);
}

function textIn(part: string, element: string, otherwise?: string): string {
  const found = new RegExp(`<cbc:${element}(?: [^>]*)?>([^<]*)<`).exec(part)?.[1] ?? otherwise;
  if (found === undefined) throw new Error(`there is no ${element}`);
  return found;
}

const amountIn = (part: string, element: string, otherwise?: string) =>
  new Decimal(textIn(part, element, otherwise)).toFixed(2);

const taxIn = (part: string): PeppolTax => {
  return { category: textIn(part, 'ID'), rate: new Decimal(textIn(part, 'Percent')).div(100).toString() };
};
