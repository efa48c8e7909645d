import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { Account } from './account.entity.js';
import { NamedLegalEntity } from './named-legal-entity.js';
import { PostingAccount } from './posting-account.entity.js';
import {
  type CreatePostingAccount,
  type PostingAccountRow,
  PostingAccountView,
  type UpdatePostingAccount,
} from './posting-accounts.dto.js';
import { postingAccountColumns, postingAccountSource } from './posting-accounts.list.js';
import { postingAccountFault, type PostingPurpose } from './posting-purposes.js';

const MANAGE = accountingPermissions.manageBooks.name;

const FIND: Statement = {
  name: 'find_posting_account',
  text: [
    'SELECT',
    postingAccountColumns,
    'FROM',
    postingAccountSource,
    'WHERE posting.organization_id = $1 AND posting.id = $2',
  ].join(' '),
};

/** Which account of a legal entity documents post to for each purpose, where nobody says otherwise. */
@Injectable()
export class PostingAccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<PostingAccountView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<PostingAccountRow>(transaction, {
        columns: postingAccountColumns,
        from: postingAccountSource,
        where: 'posting.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => PostingAccountView.from(row));
    });
  }

  find(id: string): Promise<PostingAccountView> {
    return this.unitOfWork.read((transaction) => view(transaction, id));
  }

  create(body: CreatePostingAccount): Promise<PostingAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const { purpose, accountCode } = body;
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const accountId = await holdFitting(transaction, { legalEntityId, purpose }, accountCode);
      const key = { organizationId, id: newId(), legalEntityId };
      await manager.save(manager.create(PostingAccount, { ...key, purpose, accountId }));
      return view(transaction, key.id);
    });
  }

  update(id: string, expectedVersion: number, { accountCode }: UpdatePostingAccount): Promise<PostingAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const posting = await hold(transaction, id, expectedVersion);
      if (accountCode !== undefined) posting.accountId = await holdFitting(transaction, posting, accountCode);
      await transaction.manager.save(posting);
      return view(transaction, id);
    });
  }

  delete(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await transaction.manager.remove(await hold(transaction, id, expectedVersion));
    });
  }
}

async function view(transaction: Transaction, id: string): Promise<PostingAccountView> {
  const [row] = await transaction.rows<PostingAccountRow & object>(FIND, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return PostingAccountView.from(row);
}

async function hold({ organizationId, manager }: Transaction, id: string, expectedVersion: number) {
  const lock = { mode: 'pessimistic_write' } as const;
  const posting = await manager.findOne(PostingAccount, { where: { organizationId, id }, lock });
  if (!posting) throw notFound(id);
  requireVersion(posting.version, expectedVersion);
  return posting;
}

/** The account that is to serve the purpose, held active until it is named. */
async function holdFitting(
  { organizationId, manager }: Transaction,
  { legalEntityId, purpose }: { legalEntityId: string; purpose: PostingPurpose },
  code: string,
): Promise<string> {
  const lock = { mode: 'pessimistic_read' } as const;
  const account = await manager.findOne(Account, { where: { organizationId, legalEntityId, code }, lock });
  if (!account) throw refusal('unknown_account', `The legal entity has no account ${code}.`);
  const fault = postingAccountFault(purpose, account);
  if (fault) throw refusal(fault.code, fault.message);
  return account.id;
}

const refusal = (code: string, message: string) =>
  accountingProblems.posting_account_refused(message, [{ pointer: '/accountCode', code, message }]);

const notFound = (id: string) => platformProblems.not_found(`There is no posting account ${id}.`);
