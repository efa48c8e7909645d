import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Decimal } from '#kernel/decimal.js';
import { calculateDocument } from './calculate-document.js';
import { allowance, calculated, document, line, tax, vat12, vat25 } from './documents.fixture.js';
import { brokenRules } from './en16931.fixture.js';
import type { DocumentAdjustment, TaxDocument } from './tax-document.js';

const reason = { exemptionCode: null, exemptionText: 'Because of the law' };
const categories = [
  [vat25],
  [tax('0.25', { code: 'SERVICES' })],
  [vat12],
  [tax('0', { code: 'ZERO', category: 'Z' })],
  [tax('0', { code: 'EXEMPT', category: 'E', ...reason })],
  [tax('0', { code: 'EXPORT', category: 'G', ...reason })],
];

it('keeps the calculation rules of EN 16931', () => {
  const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => new Decimal(cents).div(100));
  const price = fc.integer({ min: 1, max: 9_999_999 }).map((units) => new Decimal(units).div(10_000));
  const lines = fc.record({ quantity: amount, unitPrice: price, taxes: fc.constantFrom(...categories) });
  const adjustment = fc.record({ kind: fc.constantFrom('allowance' as const, 'charge' as const), amount });
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 9 }),
      fc.array(adjustment, { maxLength: 2 }),
      (some, own) => {
        const given = document(
          some.map((one) => ({ ...one, adjustments: [allowance('7%')] })),
          { adjustments: own, prepaid: new Decimal('1.11'), cashRounding: new Decimal('0.05') },
        );
        expect(brokenRules(given, calculateDocument(given))).toEqual([]);
      },
    ),
  );
});

it('finds what breaks them', () => {
  const given = document([line('1', '1')]);
  const right = calculateDocument(given);
  const totals = { ...right.totals, tax: new Decimal('0.255') };
  expect(brokenRules(given, { ...right, totals })).toEqual(['BR-CO-14', 'BR-CO-15', 'BR-DEC']);
});

/** The official examples stand in a folder beside the repository, where there is one. */
function findFolder(): string | undefined {
  let root = __dirname;
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  const folder = join(root, '..', 'shared', 'data', 'peppol');
  return existsSync(folder) ? folder : undefined;
}

const folder = findFolder();
const examples = ['base-example.xml', 'base-creditnote-correction.xml', 'Vat-category-S.xml'];

(folder ? describe : describe.skip)('the official examples of Peppol BIS Billing', () => {
  it.each(examples)('%s', (name) => {
    const xml = readFileSync(join(folder!, name), 'utf8');
    const given = documentOf(xml);
    const { lines, vat, totals } = calculated(given);
    expect(brokenRules(given, calculateDocument(given))).toEqual([]);
    expect(lines.map((shown) => shown.split(' ')[0])).toEqual(
      partsOf(xml, 'InvoiceLine|CreditNoteLine').map((part) => amountIn(part, 'LineExtensionAmount')),
    );
    expect(vat).toEqual(
      partsOf(xml, 'TaxSubtotal').map((part) => {
        const [base, own] = [amountIn(part, 'TaxableAmount'), amountIn(part, 'TaxAmount')];
        return [textIn(part, 'ID'), rateIn(part).toString(), base, own].join(' ');
      }),
    );
    const [total] = partsOf(xml, 'LegalMonetaryTotal');
    expect(totals).toMatchObject({
      lineNet: amountIn(total!, 'LineExtensionAmount'),
      net: amountIn(total!, 'TaxExclusiveAmount'),
      gross: amountIn(total!, 'TaxInclusiveAmount'),
      allowances: amountIn(total!, 'AllowanceTotalAmount', '0'),
      charges: amountIn(total!, 'ChargeTotalAmount', '0'),
      payable: amountIn(total!, 'PayableAmount'),
      tax: amountIn(partsOf(xml, 'TaxTotal')[0]!, 'TaxAmount'),
    });
  });
});

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
const rateIn = (part: string) => new Decimal(textIn(part, 'Percent')).div(100);

const taxIn = (part: string) => tax(rateIn(part).toString(), { category: textIn(part, 'ID') as 'S' });

function documentOf(xml: string): TaxDocument {
  const lines = partsOf(xml, 'InvoiceLine|CreditNoteLine').map((part) => {
    const quantity = textIn(part, '(?:Invoiced|Credited)Quantity');
    return line(quantity, textIn(part, 'PriceAmount'), [taxIn(partsOf(part, 'ClassifiedTaxCategory')[0]!)]);
  });
  const adjustments = partsOf(xml, 'AllowanceCharge').map((part): DocumentAdjustment => {
    const kind = textIn(part, 'ChargeIndicator') === 'true' ? 'charge' : 'allowance';
    const taxes = [taxIn(partsOf(part, 'TaxCategory')[0]!)];
    return { kind, amount: new Decimal(textIn(part, 'Amount')), reason: textIn(part, 'AllowanceChargeReason'), taxes };
  });
  return document(lines, { adjustments, currency: textIn(xml, 'DocumentCurrencyCode') });
}
