import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { type KeyPrefix, keyPrefixOf, newSecret } from '../../auth/secret-token.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { identityPermissions } from '../identity.permissions.js';
import { identityProblems } from '../identity.problems.js';
import { requireFutureEnd } from '../future-end.js';
import { ProgramGrants } from '../program-grants.service.js';
import { ApiKey } from './api-key.entity.js';
import { type ApiKeyRow, ApiKeyView, type CreateApiKey, type NewApiKeyView } from './api-keys.dto.js';
import { apiKeyColumns, apiKeySource } from './api-keys.list.js';

const MANAGE = identityPermissions.manageKeys.name;

const FIND_KEY: Statement = {
  name: 'find_api_key',
  text: ['SELECT', apiKeyColumns, 'FROM', apiKeySource, 'WHERE api_key.organization_id = $1 AND api_key.id = $2'].join(
    ' ',
  ),
};

const FIND_MODE: Statement = {
  name: 'find_mode_of_organization',
  text: 'SELECT is_test FROM platform.organization WHERE id = $1',
};

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: ProgramGrants,
  ) {}

  list(request: ListRequest): Promise<Page<ApiKeyView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ApiKeyRow>(transaction, {
        columns: apiKeyColumns,
        from: apiKeySource,
        where: 'api_key.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => ApiKeyView.from(row));
    });
  }

  find(id: string): Promise<ApiKeyView> {
    return this.unitOfWork.read((transaction) => read(transaction, id));
  }

  create(body: CreateApiKey): Promise<NewApiKeyView> {
    const { name, roles = [], permissions = [], expiresAt = null } = body;
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.grants.requireScope(transaction, { roles, permissions }, 'API key');
      await requireFutureEnd(transaction, expiresAt);
      const { acting, organizationId, manager } = transaction;
      const { text: secret, hash: secretHash } = newSecret(await prefixOf(transaction), organizationId);
      const id = newId();
      await manager.insert(ApiKey, {
        organizationId,
        id,
        name,
        roles,
        permissions,
        secretHash,
        secretEnding: secret.slice(-4),
        createdBy: acting.personId,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      return { ...(await read(transaction, id)), secret };
    });
  }

  revoke(id: string): Promise<ApiKeyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager, startedAt } = transaction;
      const key = await manager.findOne(ApiKey, {
        where: { organizationId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!key) throw notFound(id);
      if (key.revokedAt) throw identityProblems.api_key_revoked('The API key is revoked already.');
      await manager.save(Object.assign(key, { revokedAt: await startedAt }));
      return read(transaction, id);
    });
  }
}

async function prefixOf(transaction: Transaction): Promise<KeyPrefix> {
  const [organization] = await transaction.rows<{ is_test: boolean }>(FIND_MODE, [transaction.organizationId]);
  return keyPrefixOf(organization!.is_test);
}

async function read(transaction: Transaction, id: string): Promise<ApiKeyView> {
  const [row] = await transaction.rows<ApiKeyRow>(FIND_KEY, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return ApiKeyView.from(row);
}

const notFound = (id: string) => platformProblems.not_found(`There is no API key ${id}.`);
