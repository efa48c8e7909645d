import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { builtInRoleDescriptions, builtInRoles, RolePermissions } from '../../permissions/permission.js';
import { identityPermissions } from '../identity.permissions.js';
import { RoleGrants } from '../role-grants.service.js';
import { Role } from './role.entity.js';
import { type CreateRole, type PermissionCatalogueView, RoleView, type UpdateRole } from './roles.dto.js';
import { roleColumns } from './roles.list.js';

const MANAGE = identityPermissions.manageRoles.name;

@Injectable()
export class RolesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: RolePermissions,
    private readonly grants: RoleGrants,
  ) {}

  catalogue(): PermissionCatalogueView {
    return {
      permissions: this.permissions.all.map(({ name, description, reserved = null }) => ({
        name,
        description,
        reserved,
      })),
      builtInRoles: builtInRoles.map((code) => ({
        code,
        description: builtInRoleDescriptions[code],
        permissions: [...this.permissions.of([code])],
      })),
    };
  }

  list(request: ListRequest): Promise<Page<RoleView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<Role>(transaction, {
        columns: roleColumns,
        from: 'identity.role',
        where: 'role.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => RoleView.from(row));
    });
  }

  find(id: string): Promise<RoleView> {
    return this.unitOfWork.read(async (transaction) => RoleView.from(await load(transaction, id)));
  }

  create(body: CreateRole): Promise<RoleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      this.grants.requireKnown(body.permissions, '/permissions');
      this.grants.requireHeld(transaction, body.permissions, '/permissions');
      const { organizationId, manager } = transaction;
      const role = manager.create(Role, { description: null, ...body, organizationId, id: newId(), status: 'active' });
      return RoleView.from(await manager.save(role));
    });
  }

  update(id: string, expectedVersion: number, body: UpdateRole): Promise<RoleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const role = await load(transaction, id, 'pessimistic_write');
      requireVersion(role.version, expectedVersion);
      if (body.permissions) {
        this.grants.requireKnown(body.permissions, '/permissions');
        // Who has the role gets what is added; what it holds already was given by somebody else.
        const added = body.permissions.filter((name) => !role.permissions.includes(name));
        this.grants.requireHeld(transaction, added, '/permissions');
      }
      return RoleView.from(await transaction.manager.save(Object.assign(role, body)));
    });
  }

  deactivate(id: string, expectedVersion: number): Promise<RoleView> {
    return this.setStatus(id, expectedVersion, 'inactive');
  }

  /** Whoever has the role gets its permissions back, so the caller must hold them. */
  reactivate(id: string, expectedVersion: number): Promise<RoleView> {
    return this.setStatus(id, expectedVersion, 'active');
  }

  private setStatus(id: string, expectedVersion: number, status: Role['status']): Promise<RoleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const role = await load(transaction, id, 'pessimistic_write');
      requireVersion(role.version, expectedVersion);
      if (role.status === status) throw platformProblems.conflict(`The role ${role.code} is ${status} already.`);
      if (status === 'active') {
        const given = this.permissions.givenBy({ roles: [], permissions: role.permissions });
        this.grants.requireHeld(transaction, given, '');
      }
      return RoleView.from(await transaction.manager.save(Object.assign(role, { status })));
    });
  }
}

async function load({ organizationId, manager }: Transaction, id: string, mode?: 'pessimistic_write'): Promise<Role> {
  const role = await manager.findOne(Role, { where: { organizationId, id }, lock: mode && { mode } });
  if (!role) throw platformProblems.not_found(`There is no role ${id}.`);
  return role;
}
