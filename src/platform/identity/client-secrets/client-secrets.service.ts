import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { newSecret } from '../../auth/secret-token.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { requireFutureEnd } from '../future-end.js';
import { identityPermissions } from '../identity.permissions.js';
import { identityProblems } from '../identity.problems.js';
import { ProgramGrants } from '../program-grants.service.js';
import { lockServiceAccount } from '../service-accounts/service-accounts.service.js';
import { ClientSecret } from './client-secret.entity.js';
import {
  type ClientSecretRow,
  ClientSecretView,
  type CreateClientSecret,
  type NewClientSecretView,
} from './client-secrets.dto.js';
import { clientSecretColumns, clientSecretSource } from './client-secrets.list.js';

const MANAGE = identityPermissions.manageServiceAccounts.name;

const FIND: Statement = {
  name: 'find_client_secret',
  text: [
    'SELECT',
    clientSecretColumns,
    'FROM',
    clientSecretSource,
    'WHERE secret.organization_id = $1 AND secret.id = $2',
  ].join(' '),
};

@Injectable()
export class ClientSecretsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: ProgramGrants,
  ) {}

  list(request: ListRequest): Promise<Page<ClientSecretView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ClientSecretRow>(transaction, {
        columns: clientSecretColumns,
        from: clientSecretSource,
        where: 'secret.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => ClientSecretView.from(row));
    });
  }

  find(id: string): Promise<ClientSecretView> {
    return this.unitOfWork.read((transaction) => read(transaction, id));
  }

  create({ serviceAccountId, expiresAt = null }: CreateClientSecret): Promise<NewClientSecretView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const account = await lockServiceAccount(transaction, serviceAccountId, '/serviceAccountId');
      await requireFutureEnd(transaction, expiresAt);
      await this.grants.requireAllOf(transaction, account);
      const { acting, organizationId, manager } = transaction;
      const { text: secret, hash: secretHash } = newSecret('bureau_client_', organizationId);
      const id = newId();
      await manager.insert(ClientSecret, {
        organizationId,
        id,
        serviceAccountId,
        secretHash,
        secretEnding: secret.slice(-4),
        createdBy: acting.personId,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      return { ...(await read(transaction, id)), secret };
    });
  }

  revoke(id: string): Promise<ClientSecretView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager, startedAt } = transaction;
      const secret = await manager.findOne(ClientSecret, {
        where: { organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!secret) throw notFound(id);
      if (secret.revokedAt) throw identityProblems.client_secret_revoked('The client secret is revoked already.');
      await manager.save(Object.assign(secret, { revokedAt: await startedAt }));
      return read(transaction, id);
    });
  }
}

async function read(transaction: Transaction, id: string): Promise<ClientSecretView> {
  const [row] = await transaction.rows<ClientSecretRow & Record<string, unknown>>(FIND, [
    transaction.organizationId,
    id,
  ]);
  if (!row) throw notFound(id);
  return ClientSecretView.from(row);
}

const notFound = (id: string) => platformProblems.not_found(`There is no client secret ${id}.`);
