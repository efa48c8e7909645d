import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { Books } from './books.entity.js';
import { Journal } from './journal.entity.js';
import { type CreateJournal, JournalView, type UpdateJournal } from './journals.dto.js';
import { journalColumns } from './journals.list.js';
import { NamedLegalEntity } from './named-legal-entity.js';
import { isStandardJournal } from './standard-journals.js';

const MANAGE = accountingPermissions.manageBooks.name;

/** The journals of each legal entity; entries are numbered within them, fiscal year by fiscal year. */
@Injectable()
export class JournalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<JournalView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<Journal>(transaction, {
        columns: journalColumns,
        from: 'accounting.journal',
        where: 'journal.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => JournalView.from(row));
    });
  }

  find(id: string): Promise<JournalView> {
    return this.unitOfWork.read(async (transaction) => JournalView.from(await load(transaction, id)));
  }

  create({ legalEntityId: named, code, name }: CreateJournal): Promise<JournalView> {
    return this.unitOfWork.run(MANAGE, async ({ organizationId, manager }) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      // Held from the start: the database locks the books to number the journal in every fiscal year.
      const lock = { mode: 'pessimistic_write' } as const;
      if (!(await manager.findOne(Books, { where: { organizationId, legalEntityId }, lock }))) throw booksNotOpen();
      const key = { organizationId, id: newId(), legalEntityId };
      const journal = manager.create(Journal, { ...key, code, name, status: 'active' });
      return JournalView.from(await manager.save(journal));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateJournal): Promise<JournalView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const journal = await load(transaction, id, 'pessimistic_write');
      requireVersion(journal.version, expectedVersion);
      if (body.status === 'inactive' && isStandardJournal(journal.code)) throw staysActive(journal);
      return JournalView.from(await transaction.manager.save(Object.assign(journal, body)));
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<Journal> {
  const journal = await manager.findOne(Journal, { where: { organizationId, id }, lock: mode && { mode } });
  if (!journal) throw platformProblems.not_found(`There is no journal ${id}.`);
  return journal;
}

function booksNotOpen() {
  const message = 'This legal entity keeps no books yet: create its first fiscal year.';
  return accountingProblems.books_not_open(message, [{ pointer: '/legalEntityId', code: 'books_not_open', message }]);
}

function staysActive({ code }: Journal) {
  const message = `The journal ${code} stays active: postings and imports rely on it.`;
  return accountingProblems.journal_status(message, [{ pointer: '/status', code: 'standard_journal', message }]);
}
