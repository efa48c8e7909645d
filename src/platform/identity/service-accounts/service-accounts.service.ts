import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Problem } from '#kernel/problem.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { identityPermissions } from '../identity.permissions.js';
import { ProgramGrants } from '../program-grants.service.js';
import { ServiceAccount } from './service-account.entity.js';
import {
  type CreateServiceAccount,
  type ServiceAccountRow,
  ServiceAccountView,
  type UpdateServiceAccount,
} from './service-accounts.dto.js';
import { serviceAccountColumns, serviceAccountSource } from './service-accounts.list.js';

const MANAGE = identityPermissions.manageServiceAccounts.name;
const HOLDER = 'service account';

const FIND: Statement = {
  name: 'find_service_account',
  text: [
    'SELECT',
    serviceAccountColumns,
    'FROM',
    serviceAccountSource,
    'WHERE account.organization_id = $1 AND account.id = $2',
  ].join(' '),
};

@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: ProgramGrants,
  ) {}

  list(request: ListRequest): Promise<Page<ServiceAccountView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ServiceAccountRow>(transaction, {
        columns: serviceAccountColumns,
        from: serviceAccountSource,
        where: 'account.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => ServiceAccountView.from(row));
    });
  }

  find(id: string): Promise<ServiceAccountView> {
    return this.unitOfWork.read((transaction) => read(transaction, id));
  }

  create(body: CreateServiceAccount): Promise<ServiceAccountView> {
    const { name, description = null, roles = [], permissions = [], ownerId } = body;
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.grants.requireScope(transaction, { roles, permissions }, HOLDER);
      const { acting, organizationId, manager } = transaction;
      const createdBy = acting.personId;
      const account = manager.create(ServiceAccount, {
        organizationId,
        id: newId(),
        name,
        description,
        roles,
        permissions,
      });
      await manager.save(Object.assign(account, { status: 'active', createdBy, ownerId: ownerId ?? createdBy }));
      return read(transaction, account.id);
    });
  }

  update(id: string, expectedVersion: number, body: UpdateServiceAccount): Promise<ServiceAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const account = await lockServiceAccount(transaction, id);
      requireVersion(account.version, expectedVersion);
      const { roles, permissions } = { ...account, ...body };
      if (body.roles || body.permissions) {
        // What it holds already was given by somebody else.
        await this.grants.requireScope(transaction, { roles, permissions }, HOLDER, account);
      }
      await transaction.manager.save(Object.assign(account, body));
      return read(transaction, id);
    });
  }

  deactivate(id: string, expectedVersion: number): Promise<ServiceAccountView> {
    return this.setStatus(id, expectedVersion, 'inactive');
  }

  /** It may do what it could again, once somebody gives it a secret, so the caller must hold all that. */
  reactivate(id: string, expectedVersion: number): Promise<ServiceAccountView> {
    return this.setStatus(id, expectedVersion, 'active');
  }

  private setStatus(
    id: string,
    expectedVersion: number,
    status: ServiceAccount['status'],
  ): Promise<ServiceAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const account = await lockServiceAccount(transaction, id);
      requireVersion(account.version, expectedVersion);
      if (account.status === status) {
        throw platformProblems.conflict(`The service account ${account.name} is ${status} already.`);
      }
      if (status === 'active') await this.grants.requireAllOf(transaction, account);
      await transaction.manager.save(Object.assign(account, { status }));
      return read(transaction, id);
    });
  }
}

/** @throws Problem not_found */
export async function lockServiceAccount(
  { organizationId, manager }: Transaction,
  id: string,
  pointer?: string,
): Promise<ServiceAccount> {
  const account = await manager.findOne(ServiceAccount, {
    where: { organizationId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!account) throw notFound(id, pointer);
  return account;
}

async function read(transaction: Transaction, id: string): Promise<ServiceAccountView> {
  const [row] = await transaction.rows<ServiceAccountRow & Record<string, unknown>>(FIND, [
    transaction.organizationId,
    id,
  ]);
  if (!row) throw notFound(id);
  return ServiceAccountView.from(row);
}

function notFound(id: string, pointer?: string): Problem {
  const message = `There is no service account ${id}.`;
  return platformProblems.not_found(message, pointer ? [{ pointer, code: 'not_found', message }] : []);
}
