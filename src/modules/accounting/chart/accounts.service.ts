import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { type AccountUse, deactivationFault, kindFaults, newAccountFaults } from './account-rules.js';
import { Account } from './account.entity.js';
import { AccountView, type CreateAccount, type UpdateAccount } from './accounts.dto.js';
import { accountColumns } from './accounts.list.js';
import { NamedLegalEntity } from './named-legal-entity.js';

const MANAGE = accountingPermissions.manageBooks.name;

const FIND_USE: Statement = {
  name: 'find_account_use',
  text: `
    SELECT
      (SELECT min(a.code COLLATE "C") FROM accounting.account a
       WHERE a.organization_id = $1 AND a.parent_id = $2 AND a.status = 'active') AS "activeChild",
      (SELECT CASE $2 WHEN b.retained_earnings_account_id THEN 'retained earnings'
                      WHEN b.rounding_account_id THEN 'rounding differences' END
       FROM accounting.books b WHERE b.organization_id = $1 AND b.legal_entity_id = $3) AS "booksPurpose",
      (SELECT min(p.purpose) FROM accounting.posting_account p
       WHERE p.organization_id = $1 AND p.legal_entity_id = $3 AND p.account_id = $2) AS "postingPurpose"`,
};

const FIND_OTHER_CURRENCY: Statement = {
  name: 'find_other_currency_of_account',
  text: `
    SELECT l.currency FROM accounting.journal_line l
    WHERE l.organization_id = $1 AND l.account_id = $2 AND l.currency <> $3 LIMIT 1`,
};

/** The chart of accounts of each legal entity. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<AccountView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<Account>(transaction, {
        columns: accountColumns,
        from: 'accounting.account',
        where: 'account.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => AccountView.from(row));
    });
  }

  find(id: string): Promise<AccountView> {
    return this.unitOfWork.read(async (transaction) => AccountView.from(await load(transaction, id)));
  }

  create(body: CreateAccount): Promise<AccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      const parent = await holdParent(transaction, legalEntityId, body);
      const { code, name, type, subtype = null, cashFlowSection = null, control = 'none' } = body;
      const { currency = null, isGroup = false } = body;
      const kind = { type, subtype, cashFlowSection, control, currency, isGroup };
      refuseAny(newAccountFaults(kind, parent, parentPointer(body)));
      const { organizationId, manager } = transaction;
      const key = { organizationId, id: newId(), legalEntityId, parentId: parent?.id ?? null };
      const account = manager.create(Account, { ...key, code, name, ...kind, status: 'active' });
      return AccountView.from(await manager.save(account));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateAccount): Promise<AccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const account = await load(transaction, id, 'pessimistic_write');
      requireVersion(account.version, expectedVersion);
      if (body.status !== undefined && body.status !== account.status) {
        const refuse = body.status === 'active' ? refuseActivation : refuseDeactivation;
        await refuse(transaction, account);
      }
      const changed = { ...account, ...body };
      refuseAny(kindFaults(changed));
      if (changed.currency !== null && changed.currency !== account.currency)
        await refuseCurrency(transaction, changed);
      return AccountView.from(await transaction.manager.save(Object.assign(account, body)));
    });
  }
}

type Lock = 'pessimistic_read' | 'pessimistic_write';

async function load({ organizationId, manager }: Transaction, id: string, mode?: Lock): Promise<Account> {
  const account = await manager.findOne(Account, { where: { organizationId, id }, lock: mode && { mode } });
  if (!account) throw platformProblems.not_found(`There is no account ${id}.`);
  return account;
}

const parentPointer = ({ parentId }: CreateAccount) => (parentId === undefined ? '/parentCode' : '/parentId');

/** The group that a new account names, held so that it cannot become inactive before the account is there. */
async function holdParent(
  { organizationId, manager }: Transaction,
  legalEntityId: string,
  body: CreateAccount,
): Promise<Account | undefined> {
  const { parentId, parentCode } = body;
  if (parentId === undefined && parentCode === undefined) return undefined;
  if (parentId !== undefined && parentCode !== undefined) {
    throw refusal('/parentCode', 'parent_named_twice', 'Name the parent once: give parentId or parentCode.');
  }
  const key = parentId === undefined ? { code: parentCode } : { id: parentId };
  const parent = await manager.findOne(Account, {
    where: { organizationId, legalEntityId, ...key },
    lock: { mode: 'pessimistic_read' },
  });
  if (parent) return parent;
  throw refusal(parentPointer(body), 'unknown_parent', `The legal entity has no account ${parentId ?? parentCode}.`);
}

/** Reads after the account is locked, so whatever would need it from now on waits and then finds it inactive. */
async function refuseDeactivation(transaction: Transaction, { id, code, legalEntityId }: Account): Promise<void> {
  const [use] = await transaction.rows<AccountUse>(FIND_USE, [transaction.organizationId, id, legalEntityId]);
  const fault = deactivationFault(code, use!);
  if (fault) throw statusRefusal('account_in_use', fault);
}

async function refuseActivation(transaction: Transaction, { parentId }: Account): Promise<void> {
  if (parentId === null) return;
  const parent = await load(transaction, parentId, 'pessimistic_read');
  if (parent.status === 'active') return;
  throw statusRefusal('parent_inactive', `The group ${parent.code} above it is inactive; activate that first.`);
}

/** The database asks once more, while no posting is under way. */
async function refuseCurrency(transaction: Transaction, { id, code, currency }: Account): Promise<void> {
  const values = [transaction.organizationId, id, currency];
  const [other] = await transaction.rows<{ currency: string }>(FIND_OTHER_CURRENCY, values);
  if (!other) return;
  const message = `Account ${code} has lines in ${other.currency}, so it cannot be restricted to ${currency}.`;
  throw accountingProblems.account_currency(message, [{ pointer: '/currency', code: 'lines_in_other', message }]);
}

function refuseAny(faults: ProblemError[]): void {
  if (faults.length === 0) return;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.account_refused(detail, faults);
}

const refusal = (pointer: string, code: string, message: string) =>
  accountingProblems.account_refused(message, [{ pointer, code, message }]);

const statusRefusal = (code: string, message: string) =>
  accountingProblems.account_status(message, [{ pointer: '/status', code, message }]);
