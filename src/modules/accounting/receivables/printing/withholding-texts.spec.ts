import { document, line } from '../../tax/calculation/documents.fixture.js';
import { soldDocument } from '../crediting/sold-document.fixture.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import { issuedDocument } from '../electronic/issued-document.fixture.js';
import { wordingOf } from './document-language.js';
import { letterOf } from './letter-of-document.js';
import { withholdingNotes } from './withholding-texts.js';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const withheld = (amount: string, change: object = {}) =>
  ({ code: 'IRPF', name: 'IRPF', rate: '0.15', taxable: '100.00', amount, ...change }) as never;

const issued = (change: Partial<SalesDocumentView> = {}) =>
  issuedDocument(soldDocument(document([line('1', '100.00')])), {
    withholdings: [withheld('15.00'), withheld('0.00', { code: 'TDS', taxable: '0.00' })],
    amountAfterWithholding: '110.00',
    ...change,
  });

it.each([
  ['en', 'invoice', ['Less IRPF, 15 % on 100.00, to be withheld by you: −15.00', 'Amount to pay: 110.00 EUR']],
  [
    'de',
    'invoice',
    ['Abzüglich IRPF, 15 % auf 100,00, von Ihnen einzubehalten: −15,00', 'Zu überweisender Betrag: 110,00 EUR'],
  ],
  [
    'en',
    'credit_note',
    ['Less IRPF, 15 % on 100.00, no longer to be withheld by you: −15.00', 'Amount credited less tax: 110.00 EUR'],
  ],
  [
    'de',
    'credit_note',
    [
      'Abzüglich IRPF, 15 % auf 100,00, von Ihnen nicht mehr einzubehalten: −15,00',
      'Gutschrift abzüglich Steuer: 110,00 EUR',
    ],
  ],
] as const)('prints in %s below the sum of an %s what is withheld, and what is paid then', (language, kind, lines) => {
  const { sums } = letterOf(issued({ kind }), undefined, wordingOf(language, undefined)).sections[0]!;
  expect(sums.slice(-2).map(({ label, value }) => plain(`${label}: ${value}`))).toEqual(lines);
  expect(sums.filter(({ isTotal }) => isTotal)).toHaveLength(2);
});

it('says in words what electronic invoices have no place for', () => {
  const several = { withholdings: [withheld('15.00'), withheld('2.00', { name: 'IIBB', rate: '0.02' })] };
  const notes = (language: 'en' | 'de', change: object = {}) =>
    withholdingNotes(issued(change), wordingOf(language, undefined)).map(plain);
  expect(notes('en', several)).toEqual([
    'To be withheld by the buyer: IRPF 15 %, 15.00 EUR; IIBB 2 %, 2.00 EUR. Amount to pay: 110.00 EUR.',
  ]);
  expect(notes('de')).toEqual(['Vom Käufer einzubehalten: IRPF 15 %, 15,00 EUR. Zu überweisender Betrag: 110,00 EUR.']);
  expect(notes('en', { withholdings: [] })).toEqual([]);
});

it('says nothing where nothing is withheld', () => {
  const none = letterOf(issued({ withholdings: [] }), undefined, wordingOf('en', undefined));
  expect(none.sections[0]!.sums.at(-1)!.label).toBe('Amount due');
});

describe('of what deposits leave to be paid', () => {
  const lines = (change: object) =>
    letterOf(issued({ amountAfterWithholding: '0.00', ...change }), undefined, wordingOf('en', undefined))
      .sections[0]!.sums.slice(-3)
      .map(({ label, value }) => plain(`${label}: ${value}`));

  it('takes no more than that, so that the sums are right', () => {
    const both = [withheld('15.00'), withheld('2.00', { name: 'IIBB', rate: '0.02' })];
    expect(lines({ dueAtIssue: '16.00', withholdings: both })).toEqual([
      'Less IRPF, 15 % on 100.00, to be withheld by you: −15.00',
      'Less IIBB, 2 % on 100.00: 2.00 EUR to be withheld by you, at most what is due: −1.00',
      'Amount to pay: 0.00 EUR',
    ]);
  });

  it('takes nothing where all is paid', () => {
    expect(lines({ dueAtIssue: '0.00' }).at(-1)).toBe('Amount due: 0.00 EUR');
    expect(withholdingNotes(issued({ dueAtIssue: '0.00' }), wordingOf('en', undefined))).toEqual([]);
  });
});
