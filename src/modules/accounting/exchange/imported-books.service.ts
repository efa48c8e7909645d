import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { FiscalYearOpening } from '../calendar/fiscal-year-opening.js';
import { BooksOpening } from '../chart/books-opening.js';
import type { LoadedBooks } from './books-snapshot.repository.js';
import { oneLine } from './one-line.js';
import { journalsOf } from './sie-postings.js';
import type { SieImportPlan } from './sie/sie-import-plan.js';

const INSERT_ACCOUNTS: Statement = {
  name: 'insert_imported_accounts',
  text: `
    INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type, control)
    SELECT $1, account.id, $2, account.code, account.name, account.type, account.control
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) AS account (id, code, name, type, control)`,
};
const INSERT_JOURNALS: Statement = {
  name: 'insert_imported_journals',
  text: `
    INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name)
    SELECT $1, journal.id, $2, journal.code, journal.name
    FROM unnest($3::uuid[], $4::text[], $5::text[]) AS journal (id, code, name)
    ON CONFLICT (organization_id, legal_entity_id, code) DO NOTHING`,
};
const INSERT_DIMENSIONS: Statement = {
  name: 'insert_imported_dimensions',
  text: `
    INSERT INTO accounting.dimension (organization_id, id, legal_entity_id, code, name, kind)
    SELECT $1, dimension.id, $2, dimension.code, dimension.name, dimension.kind
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS dimension (id, code, name, kind)`,
};
const INSERT_VALUES: Statement = {
  name: 'insert_imported_dimension_values',
  text: `
    INSERT INTO accounting.dimension_value (organization_id, id, legal_entity_id, dimension_id, code, name)
    SELECT $1, value.id, $2, d.id, value.code, value.name
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS value (id, dimension_code, code, name)
    JOIN accounting.dimension d
      ON d.organization_id = $1 AND d.legal_entity_id = $2 AND d.code = value.dimension_code`,
};
const NAME_RETAINED_EARNINGS: Statement = {
  name: 'name_retained_earnings_account',
  text: `
    UPDATE accounting.books b
    SET retained_earnings_account_id = a.id, version = b.version + 1, updated_at = now()
    FROM accounting.account a
    WHERE b.organization_id = $1 AND b.legal_entity_id = $2 AND b.retained_earnings_account_id IS NULL
      AND a.organization_id = b.organization_id AND a.legal_entity_id = b.legal_entity_id AND a.code = $3`,
};

/** Brings the books to where the entries of an import can be posted: currency, chart, dimensions, journals, fiscal year. */
@Injectable()
export class ImportedBooks {
  constructor(
    private readonly legalEntities: LegalEntities,
    private readonly booksOpening: BooksOpening,
    private readonly fiscalYearOpening: FiscalYearOpening,
  ) {}

  /** @returns the id of the fiscal year */
  async prepare(
    transaction: Transaction,
    legalEntityId: string,
    plan: SieImportPlan,
    books: LoadedBooks,
  ): Promise<string> {
    if (plan.adoptsCurrency) await this.legalEntities.setFunctionalCurrency(legalEntityId, plan.currency);
    await this.booksOpening.open(transaction, legalEntityId);
    await this.add(transaction, legalEntityId, plan);
    await insertJournals(transaction, legalEntityId, plan);
    await nameRetainedEarnings(transaction, legalEntityId, plan);
    const known = books.fiscalYearId(plan.fiscalYear);
    if (known !== undefined) return known;
    // Old books are imported beside a current year; that nothing is missing between them is proved by the balances.
    return (await this.fiscalYearOpening.open(transaction, legalEntityId, plan.fiscalYear, { allowGap: true })).id;
  }

  /** Adds accounts, dimensions and values that are new. */
  async add(transaction: Transaction, legalEntityId: string, plan: AddedToBooks): Promise<void> {
    await insertAccounts(transaction, legalEntityId, plan.accounts);
    await insertDimensions(transaction, legalEntityId, plan);
  }
}

/** What an import adds to books: of accounts, dimensions and objects those that are new. */
export interface AddedToBooks {
  accounts: readonly Omit<SieImportPlan['accounts'][number], 'rule'>[];
  dimensions: SieImportPlan['dimensions'];
}

async function insertAccounts(
  transaction: Transaction,
  legalEntityId: string,
  all: AddedToBooks['accounts'],
): Promise<void> {
  const accounts = all.filter(({ isNew }) => isNew);
  if (accounts.length === 0) return;
  await transaction.rows(INSERT_ACCOUNTS, [
    transaction.organizationId,
    legalEntityId,
    accounts.map(() => newId()),
    accounts.map(({ code }) => code),
    accounts.map(({ name }) => oneLine(name, 200)),
    accounts.map(({ type }) => type),
    accounts.map(({ control }) => control),
  ]);
}

async function insertDimensions(
  transaction: Transaction,
  legalEntityId: string,
  { dimensions }: AddedToBooks,
): Promise<void> {
  const added = dimensions.filter(({ isNew }) => isNew);
  const values = dimensions.flatMap(({ code: dimensionCode, objects }) =>
    objects.filter(({ isNew }) => isNew).map((object) => ({ dimensionCode, ...object })),
  );
  if (added.length > 0) {
    await transaction.rows(INSERT_DIMENSIONS, [
      transaction.organizationId,
      legalEntityId,
      added.map(() => newId()),
      added.map(({ code }) => code),
      added.map(({ name }) => oneLine(name, 200)),
      added.map(({ kind }) => kind),
    ]);
  }
  if (values.length > 0) {
    await transaction.rows(INSERT_VALUES, [
      transaction.organizationId,
      legalEntityId,
      values.map(() => newId()),
      values.map(({ dimensionCode }) => dimensionCode),
      values.map(({ code }) => code),
      values.map(({ name }) => oneLine(name, 200)),
    ]);
  }
}

async function insertJournals(transaction: Transaction, legalEntityId: string, plan: SieImportPlan): Promise<void> {
  const journals = journalsOf(plan);
  if (journals.length === 0) return;
  await transaction.rows(INSERT_JOURNALS, [
    transaction.organizationId,
    legalEntityId,
    journals.map(() => newId()),
    journals.map(({ code }) => code),
    journals.map(({ name }) => name),
  ]);
}

async function nameRetainedEarnings(
  transaction: Transaction,
  legalEntityId: string,
  { opening: { completion } }: SieImportPlan,
): Promise<void> {
  if (completion?.reason !== 'previous_result') return;
  await transaction.rows(NAME_RETAINED_EARNINGS, [transaction.organizationId, legalEntityId, completion.accountCode]);
}
