import { defineList } from '../../listing/define-list.js';
import { filter } from '../../listing/filter.js';
import { roleStatuses } from './roles.dto.js';

export const roleList = defineList({
  name: 'role',
  id: 'role.id',
  updatedAt: 'role.updated_at',
  filters: {
    code: filter.text('role.code', { description: 'Roles with this code.', example: 'report_reader' }),
    status: filter.choice('role.status', roleStatuses, {
      name: 'RoleStatus',
      description: 'Roles with this status.',
      example: 'active',
    }),
  },
  sorts: { code: { column: 'role.code', type: 'text' }, name: { column: 'role.name', type: 'text' } },
  defaultSort: 'code',
});

export const roleColumns = `
  role.id, role.code, role.name, role.description, role.permissions, role.status, role.version,
  role.created_at AS "createdAt", role.updated_at AS "updatedAt"`;
