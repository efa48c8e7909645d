import { AtInstant, Code, Count, CurrencyCode, Ref } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import type { Books } from './books.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const prefix = { pattern: '^[A-Z0-9]+$', words: 'capital letters and digits' } as const;
const goesOn =
  'The series goes on where it is, without a gap. A prefix that documents of the other kind have is refused (409).';

export class UpdateBooks {
  @Code(20, {
    optional: true,
    nullable: true,
    example: '2091',
    description: 'The equity account that takes the result of each year when it is closed; null names none.',
  })
  retainedEarningsAccountCode?: string | null;

  @Code(20, {
    optional: true,
    nullable: true,
    example: '3740',
    description:
      'The income or expense account that takes what rounding leaves of entries in foreign currencies; without it such entries are refused. Null names none.',
  })
  roundingAccountCode?: string | null;

  @Code(10, {
    ...prefix,
    optional: true,
    example: 'RE',
    description: `What the numbers of invoices begin with that are issued from now on, as in RE-2026-000018. ${goesOn}`,
  })
  invoicePrefix?: string;

  @Code(10, {
    ...prefix,
    optional: true,
    example: 'GS',
    description: `The same of credit notes. ${goesOn}`,
  })
  creditNotePrefix?: string;

  @Count(4, 10, {
    optional: true,
    example: 6,
    description: 'In how many digits at least documents that are issued from now on are numbered.',
  })
  documentDigits?: number;
}

/** The books of a row together with the codes of the accounts that they name. */
export type BooksRow = Books & {
  retainedEarningsAccountCode: string | null;
  roundingAccountCode: string | null;
};

export class BooksView {
  @Ref({ example: exampleId, description: 'The legal entity that keeps these books; also their id.' })
  legalEntityId: string;

  @CurrencyCode({ example: 'EUR', description: 'That of the legal entity, in which all balances are kept (IAS 21).' })
  functionalCurrency: string;

  @Ref({ nullable: true, example: exampleId })
  retainedEarningsAccountId: string | null;

  @Code(20, { nullable: true, example: '2091', description: 'Takes the result of each year when it is closed.' })
  retainedEarningsAccountCode: string | null;

  @Ref({ nullable: true, example: exampleId })
  roundingAccountId: string | null;

  @Code(20, { nullable: true, example: '3740', description: 'Takes what rounding leaves of foreign currencies.' })
  roundingAccountCode: string | null;

  @Code(10, {
    ...prefix,
    example: 'INV',
    description: 'What the numbers of invoices begin with, as in INV-2026-000017.',
  })
  invoicePrefix: string;

  @Code(10, { ...prefix, example: 'CN', description: 'The same of credit notes.' })
  creditNotePrefix: string;

  @Count(4, 10, { example: 6, description: 'In how many digits at least they are numbered.' })
  documentDigits: number;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BooksRow): BooksView {
    const { legalEntityId, functionalCurrency, retainedEarningsAccountId, roundingAccountId, version } = row;
    const { retainedEarningsAccountCode, roundingAccountCode, invoicePrefix, creditNotePrefix, documentDigits } = row;
    return {
      legalEntityId,
      functionalCurrency,
      retainedEarningsAccountId,
      retainedEarningsAccountCode,
      roundingAccountId,
      roundingAccountCode,
      invoicePrefix,
      creditNotePrefix,
      documentDigits,
      version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class BooksList extends ListOf(BooksView) {}
