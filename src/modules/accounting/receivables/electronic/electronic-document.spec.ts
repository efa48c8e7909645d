import { type Invoice, invoiceSchema, InvoiceService } from '@e-invoice-eu/core';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import { allowance, document, line, tax, vat12, vat25 } from '../../tax/calculation/documents.fixture.js';
import type { Adjustment, DocumentLine, TaxDocument } from '../../tax/calculation/tax-document.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import { soldDocument } from '../crediting/sold-document.fixture.js';
import { ciiOf } from './cii-document.js';
import { composeElectronic } from './compose-electronic.js';
import type { ElectronicDocument } from './electronic-document.js';
import { issuedDocument } from './issued-document.fixture.js';
import { missingMembers } from './missing-members.js';
import { ublOf } from './ubl-document.js';
import { type XmlContent, type XmlElement, xmlFile } from './xml-file.js';

const context = {
  credits: undefined,
  terms: 'Zahlbar bis 4. April 2026.',
  notes: ['Thank you <kindly> & see you again.'],
};
const credited = { ...context, credits: { number: 'INV-2026-000016', issuedOn: '2026-02-01' } };

const reverse = tax('0.25', {
  code: 'RC',
  category: 'AE',
  isReverseCharge: true,
  exemptionCode: 'VATEX-EU-AE',
  exemptionText: 'Reverse charge',
});
const exempt = tax('0', { code: 'EX', category: 'E', exemptionText: 'Education' });
const community = tax('0', { code: 'IC', category: 'K', exemptionCode: 'VATEX-EU-IC', exemptionText: null });

/** Elements in their order, each with its attributes and text. */
const parsed = (xml: string): unknown =>
  new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, ignoreDeclaration: true }).parse(
    xml,
  );

/**
 * Without the names of the profile and of the schema, without the tax point and the invoice that is credited, which the library does not write, and without
 * currencies of allowances, which it alone does: in this syntax they stand at the total of the tax (CII-DT-031).
 */
const contentOf = (xml: string): unknown =>
  parsed(
    xml
      .replace(/<rsm:ExchangedDocumentContext>.*<\/rsm:ExchangedDocumentContext>/s, '')
      .replace(/<rsm:CrossIndustryInvoice[^>]*>/, '<rsm:CrossIndustryInvoice>')
      .replaceAll(/<ram:TaxPointDate>.*?<\/ram:TaxPointDate>/gs, '')
      .replace(/<ram:InvoiceReferencedDocument>.*<\/ram:InvoiceReferencedDocument>/s, '')
      .replaceAll(/<ram:(BasisAmount|ActualAmount) currencyID="EUR">/g, '<ram:$1>'),
  );

/** What EN 16931 says of the amounts of a document, and is not so. */
function brokenRules({ lines, adjustments, taxes, totals }: ElectronicDocument): string[] {
  const decimals = (values: readonly string[]) => values.map((value) => new Decimal(value));
  const added = (values: readonly string[]) => sum(decimals(values));
  const of = (kind: string, from: readonly { kind: string; amount: string }[]) =>
    added(from.filter((one) => one.kind === kind).map(({ amount }) => amount));
  const equal = (value: Decimal, stated: string) => value.equals(stated);
  const rules: Record<string, boolean> = {
    'BR-CO-10': equal(added(lines.map(({ net }) => net)), totals.lineNet),
    'BR-CO-11': equal(of('allowance', adjustments), totals.allowances),
    'BR-CO-12': equal(of('charge', adjustments), totals.charges),
    'BR-CO-13': equal(new Decimal(totals.lineNet).minus(totals.allowances).plus(totals.charges), totals.net),
    'BR-CO-14': equal(added(taxes.map((one) => one.tax)), totals.tax),
    'BR-CO-15': equal(new Decimal(totals.net).plus(totals.tax), totals.gross),
    'BR-CO-16': equal(new Decimal(totals.gross).minus(totals.prepaid).plus(totals.rounding), totals.payable),
    'BR-CO-17': taxes.every(({ base, percent = '0', tax: own }) =>
      new Decimal(base).times(percent).div(100).minus(own).abs().lessThan(1),
    ),
    'BR-27': lines.every(({ price }) => !new Decimal(price).isNegative()),
    'BR-S-08': taxes.every(({ category, percent, base }) => {
      const alike = (one: { tax: { category: string; percent: string | undefined } }) =>
        one.tax.category === category && one.tax.percent === percent;
      const nets = added(lines.filter(alike).map(({ net }) => net));
      const own = adjustments.filter(alike);
      return equal(nets.minus(of('allowance', own)).plus(of('charge', own)), base);
    }),
    'PEPPOL-EN16931-R120': lines.every(({ quantity, price, priceBaseQuantity = '1', adjustments: own, net }) => {
      const product = new Decimal(quantity).times(price).div(priceBaseQuantity);
      return product.plus(of('charge', own)).minus(of('allowance', own)).minus(net).abs().lessThanOrEqualTo('0.02');
    }),
  };
  return Object.keys(rules).filter((name) => !rules[name]);
}

// The library writes a tax point after the type of a credit note, where UBL 2.1 has it before.
const creditNote = { kind: 'credit_note', number: 'CN-2026-000001', taxPointOn: '2026-03-05' } as const;

const given: [string, TaxDocument, Partial<SalesDocumentView>?, string?][] = [
  ['one line', document([line('10', '100.00')])],
  [
    'allowances and charges of lines and document',
    document(
      [line('3', '19.99', [vat25], { adjustments: [allowance('5%'), allowance('1.25')] }), line('2', '8.50', [vat12])],
      {
        adjustments: [{ ...allowance('10%') }, { kind: 'charge', amount: new Decimal('12.00'), taxes: [vat25] }],
      },
    ),
  ],
  ['a price that is for a hundred', document([line('250', '12.34', [vat25], { priceBaseQuantity: new Decimal(100) })])],
  ['what is taken back of a line', document([line('7', '400.00'), line('-3', '500.00')])],
  ['a price below zero', document([line('2', '50.00'), line('1', '-20.00')])],
  ['cash rounding', document([line('1', '99.99')], { cashRounding: new Decimal('0.05') })],
  ['the buyer owing the tax', document([line('4', '80.00', [reverse])])],
  ['an exempt line beside a taxed one', document([line('1', '80.00', [exempt]), line('1', '20.00')])],
  ['a supply to another member state', document([line('1', '80.00', [community])])],
  ['several instalments', document([line('1', '80.00')]), { instalments: twoParts() }],
  ['a part that was paid before', document([line('2', '99.95')], { cashRounding: new Decimal('0.10') }), {}, '100.00'],
  ['all of it paid before', document([line('2', '50.00')]), {}, '125.00'],
  ['a credit note', document([line('2', '99.95')]), creditNote],
];

function twoParts() {
  return ['2026-04-04', '2026-05-04'].map((dueOn) => ({ dueOn, amount: '50.00', discounts: [] }));
}

describe.each(given)('a document with %s', (_, calculatedOf, change, paid) => {
  const view = issuedDocument(soldDocument(calculatedOf), change, paid);
  const composed = composeElectronic(view, view.kind === 'credit_note' ? credited : context);

  it('lacks nothing, and is calculated as the rules have it', () => {
    expect([...missingMembers(view, 'ubl'), ...missingMembers(view, 'factur-x')]).toEqual([]);
    expect(brokenRules(composed)).toEqual([]);
  });

  it('is written as a library writes it, in both syntaxes', async () => {
    const tree = ublOf(composed);
    expect(parsed(xmlFile(tree))).toEqual(parsed(await writtenByLibrary(tree, 'UBL')));
    const cii = xmlFile(ciiOf(composed));
    expect(cii).toContain(`<ram:ID>urn:cen.eu:en16931:2017</ram:ID>`);
    expect(contentOf(cii)).toEqual(contentOf(await writtenByLibrary(tree, 'CII')));
  });
});

it('has the tax point of a credit note where UBL 2.1 has it', () => {
  const view = issuedDocument(soldDocument(document([line('2', '99.95')])), {
    ...creditNote,
    taxPointOn: '2026-03-04',
  });
  const names = Object.keys(ublOf(composeElectronic(view, credited))['CreditNote'] as object);
  expect(names.indexOf('cbc:TaxPointDate')).toBe(names.indexOf('cbc:IssueDate') + 1);
  expect(names.indexOf('cbc:CreditNoteTypeCode')).toBe(names.indexOf('cbc:TaxPointDate') + 1);
});

describe('what documents are drawn', () => {
  const cents = (min: number, max: number) => fc.integer({ min, max }).map((units) => new Decimal(units).div(100));
  const treatments = [[vat25], [vat12], [tax('0.055')], [tax('0.25', { code: 'OTHER25' })], [exempt]];
  const adjustment: fc.Arbitrary<Adjustment> = fc.record({
    kind: fc.constantFrom('allowance' as const, 'charge' as const),
    rate: fc.integer({ max: 30, min: 1 }).map((percent) => new Decimal(percent).div(100)),
  });
  const anyLine: fc.Arbitrary<DocumentLine> = fc.record({
    quantity: fc.oneof(cents(100, 5000), cents(-300, -100)),
    unitPrice: fc.integer({ min: 100_000, max: 90_000_000 }).map((units) => new Decimal(units).div(10_000)),
    taxes: fc.constantFrom(...treatments),
    adjustments: fc.array(adjustment, { maxLength: 2 }),
  });
  const anyDocument = fc
    .record({
      lines: fc.array(anyLine, { minLength: 1, maxLength: 9 }),
      pricesIncludeTax: fc.boolean(),
      rounding: fc.constantFrom('group' as const, 'line' as const),
      adjustments: fc.array(adjustment, { maxLength: 3 }),
    })
    .map(({ lines, ...more }) => document(lines, more))
    .filter(({ lines }) => lines.every(({ quantity }) => quantity.greaterThan(0)) || lines.length > 4);

  it('keep the rules of EN 16931, whatever they say', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 1, max: 100 }), (drawn, share) => {
        let view: SalesDocumentView;
        try {
          view = issuedDocument(soldDocument(drawn));
        } catch {
          // What cannot be calculated is never issued.
          return fc.pre(false);
        }
        expect(brokenRules(composeElectronic(view, context))).toEqual([]);
        const paid = new Decimal(view.totals.payable).times(share).div(100).toFixed(2);
        const prepaid = issuedDocument(soldDocument(drawn), {}, paid);
        expect(brokenRules(composeElectronic(prepaid, context))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is missing', () => {
  const full = issuedDocument(soldDocument(document([line('1', '80.00')])));
  const { contact: _contact, paymentAccount: _account, ...german } = full.seller;
  const inGermany = { ...german, address: { line1: 'Am Markt 1', city: 'Bremen', country: 'DE' } };
  it.each<[string, Partial<SalesDocumentView>, string[], string[]]>([
    ['nothing', {}, [], []],
    [
      'everything of the seller',
      { seller: { name: 'X' } },
      ['/seller/address', '/seller/registrationNumber', '/seller/taxIds', '/seller/electronicAddress'],
      ['/seller/address', '/seller/registrationNumber', '/seller/taxIds'],
    ],
    [
      'everything of the buyer',
      { buyer: { name: 'X' } },
      ['/buyer/address', '/buyer/electronicAddress'],
      ['/buyer/address'],
    ],
    ['a reference', { buyerReference: null, orderReference: null }, ['/buyerReference'], []],
    [
      'what Germany asks for',
      { seller: inGermany },
      ['/seller/paymentAccount', '/seller/contact', '/seller/address/postalCode'],
      [],
    ],
    [
      'the VAT number of a buyer who owes the tax, and the day',
      {
        buyer: { ...full.buyer, taxIds: [] },
        deliveredOn: null,
        taxes: [{ ...full.taxes[0]!, category: 'K' as const }],
      },
      ['/buyer/taxIds', '/deliveredOn'],
      ['/buyer/taxIds', '/deliveredOn'],
    ],
    [
      'a unit that others know',
      { lines: full.lines.map((one) => ({ ...one, unit: 'PCS' })) },
      ['/lines/0/unit'],
      ['/lines/0/unit'],
    ],
  ])('%s', (_, change, ubl, facturX) => {
    const pointers = (format: 'ubl' | 'factur-x') =>
      missingMembers({ ...full, ...change }, format).map(({ pointer }) => pointer);
    expect(pointers('ubl')).toEqual(ubl);
    expect(pointers('factur-x')).toEqual(facturX);
  });

  it.each<[string, TaxDocument, string]>([
    ['a line that bears no tax', document([line('1', '80.00', [])]), '/lines/0/taxCodes'],
    ['a tax that is none of VAT', document([line('1', '80.00', [tax('0.06', { kind: 'sales_tax' })])]), '/taxes/0'],
    ['amounts in thousandths', document([line('1', '80.00')], { currency: 'KWD' }), '/currency'],
    [
      'two taxes on a line',
      document([line('1', '80.00', [tax('0.05', { code: 'A', kind: 'excise' }), vat25])]),
      '/lines/0/taxCodes',
    ],
    [
      'what is outside the scope of VAT beside what is not',
      document([line('1', '80.00'), line('1', '9.00', [tax('0', { category: 'O', exemptionText: 'Fine' })])]),
      '/taxes',
    ],
  ])('%s', (_, drawn, pointer) => {
    expect(missingMembers(issuedDocument(soldDocument(drawn)), 'factur-x').map((one) => one.pointer)).toContain(
      pointer,
    );
  });

  it('names no VAT number where there is no VAT', () => {
    const outside = document([line('1', '9.00', [tax('0', { category: 'O', exemptionText: 'Fine' })])]);
    const { seller, buyer } = composeElectronic(issuedDocument(soldDocument(outside)), context);
    expect([seller.vatId, buyer.vatId]).toEqual([undefined, undefined]);
  });
});

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
async function writtenByLibrary(tree: XmlElement, format: 'UBL' | 'CII'): Promise<string> {
  const [root] = Object.values(tree);
  const body = inForm(root!, (invoiceSchema as unknown as Schema).properties!['ubl:Invoice']!, '/');
  try {
    return String(await service.generate({ 'ubl:Invoice': body } as unknown as Invoice, { format, lang: 'en' }));
  } catch (error) {
    throw new Error(JSON.stringify(error), { cause: error });
  }
}

/** A credit note is an invoice of another type there; attributes stand beside their elements. */
function inForm(content: XmlContent, schema: Schema, at: string): Json {
  if (typeof content === 'string') return content;
  const members = Object.entries(content as XmlElement).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined || key.startsWith('@xmlns')) return [];
    const name = key.replace('CreditNote', 'Invoice').replace('CreditedQuantity', 'InvoicedQuantity');
    const own = schema.properties?.[name];
    if (!own) throw new Error(`${at}${name} is no element of a document.`);
    const all = (Array.isArray(value) ? value : [value]) as (string | XmlElement)[];
    if (all.length === 0) return [];
    if (all.length > 1 && own.type !== 'array') throw new Error(`${at}${name} stands there more than once.`);
    const [first] = all;
    if (typeof first === 'object' && '#text' in first) {
      const attributes = Object.entries(first).filter(([one]) => one.startsWith('@'));
      return [
        [name, first['#text'] as string],
        ...attributes.map(([one, text]): [string, Json] => [`${name}${one}`, text as string]),
      ];
    }
    const items = own.type === 'array' ? own.items! : own;
    const written = all.map((one) => inForm(one, items, `${at}${name}/`));
    return [[name, own.type === 'array' ? written : written[0]!]];
  });
  return Object.fromEntries(members);
}
