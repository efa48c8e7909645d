import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { Account } from './account.entity.js';
import { booksAccountFault, type BooksPurpose, retainedEarnings, roundingDifferences } from './books-account-rules.js';
import { type BooksRow, BooksView, type UpdateBooks } from './books.dto.js';
import { Books } from './books.entity.js';
import { booksColumns, booksTables } from './books.list.js';

const MANAGE = accountingPermissions.manageBooks.name;

const FIND_BOOKS: Statement = {
  name: 'find_books',
  text: [
    'SELECT',
    booksColumns,
    'FROM',
    booksTables,
    'WHERE books.organization_id = $1 AND books.legal_entity_id = $2',
  ].join(' '),
};

/** The settings of the books of each legal entity. */
@Injectable()
export class BooksService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<BooksView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<BooksRow>(transaction, {
        columns: booksColumns,
        from: booksTables,
        where: 'books.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => BooksView.from(row));
    });
  }

  find(legalEntityId: string): Promise<BooksView> {
    return this.unitOfWork.read((transaction) => view(transaction, legalEntityId));
  }

  /** @throws Problem books_refused, document_prefix_taken */
  update(legalEntityId: string, expectedVersion: number, body: UpdateBooks): Promise<BooksView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const lock = { mode: 'pessimistic_write' } as const;
      const books = await manager.findOne(Books, { where: { organizationId, legalEntityId }, lock });
      if (!books) throw noBooks(legalEntityId);
      requireVersion(books.version, expectedVersion);
      Object.assign(books, await namedAccounts(transaction, legalEntityId, body), numbering(body));
      requireOwnPrefixes(books, body);
      await manager.save(books);
      return view(transaction, legalEntityId);
    });
  }
}

async function view(transaction: Transaction, legalEntityId: string): Promise<BooksView> {
  const [row] = await transaction.rows<BooksRow>(FIND_BOOKS, [transaction.organizationId, legalEntityId]);
  if (!row) throw noBooks(legalEntityId);
  return BooksView.from(row);
}

/** How documents are numbered, as far as the request says so. */
const numbering = ({ invoicePrefix, creditNotePrefix, documentDigits }: UpdateBooks): Partial<Books> => ({
  ...(invoicePrefix !== undefined && { invoicePrefix }),
  ...(creditNotePrefix !== undefined && { creditNotePrefix }),
  ...(documentDigits !== undefined && { documentDigits }),
});

/** @throws Problem document_prefix_taken where invoices and credit notes would have one prefix */
function requireOwnPrefixes({ invoicePrefix, creditNotePrefix }: Books, body: UpdateBooks): void {
  if (invoicePrefix !== creditNotePrefix) return;
  const message = `Invoices and credit notes would both be numbered ${invoicePrefix}: choose another prefix for one of them.`;
  const pointer = body.invoicePrefix === undefined ? '/creditNotePrefix' : '/invoicePrefix';
  throw accountingProblems.document_prefix_taken(message, [{ pointer, code: 'prefix_taken', message }]);
}

const noBooks = (legalEntityId: string) =>
  platformProblems.not_found(
    `There are no books of a legal entity ${legalEntityId}; its first fiscal year opens them.`,
  );

/** The accounts that the request names, held active until the books name them. */
async function namedAccounts(
  transaction: Transaction,
  legalEntityId: string,
  { retainedEarningsAccountCode, roundingAccountCode }: UpdateBooks,
): Promise<Partial<Books>> {
  const faults: ProblemError[] = [];
  const idOf = async (purpose: BooksPurpose, code: string | null, pointer: string) => {
    if (code === null) return null;
    const account = await holdAccount(transaction, legalEntityId, code);
    const unknown = { code: 'unknown_account', message: `The legal entity has no account ${code}.` };
    const fault = account ? booksAccountFault(purpose, account) : unknown;
    if (fault) faults.push({ pointer, ...fault });
    return account?.id ?? null;
  };
  const named: Partial<Books> = {};
  if (retainedEarningsAccountCode !== undefined) {
    const pointer = '/retainedEarningsAccountCode';
    named.retainedEarningsAccountId = await idOf(retainedEarnings, retainedEarningsAccountCode, pointer);
  }
  if (roundingAccountCode !== undefined) {
    named.roundingAccountId = await idOf(roundingDifferences, roundingAccountCode, '/roundingAccountCode');
  }
  if (faults.length === 0) return named;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.books_refused(detail, faults);
}

function holdAccount({ organizationId, manager }: Transaction, legalEntityId: string, code: string) {
  const lock = { mode: 'pessimistic_read' } as const;
  return manager.findOne(Account, { where: { organizationId, legalEntityId, code }, lock });
}
