import type { PermissionCatalogue } from '../permissions/permission.js';

export const annotationPermissions = {
  readAnnotations: {
    name: 'platform.annotation.read',
    description: 'Read tags, and the tags, notes and external ids of records that one may read',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
  },
  manageTags: {
    name: 'platform.tag.manage',
    description: 'Make, rename, archive and merge tags',
    roles: ['accountant'],
  },
  tagRecords: {
    name: 'platform.tagging.manage',
    description: 'Tag records that one may read, and untag them',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
  writeNotes: {
    name: 'platform.note.write',
    description: 'Write notes on records that one may read, and change and delete one’s own',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
  moderateNotes: {
    name: 'platform.note.moderate',
    description: 'Delete notes of others',
    roles: [],
  },
  manageExternalIds: {
    name: 'platform.external_id.manage',
    description: 'Record ids that other systems have for records that one may read, and take them back',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
} satisfies PermissionCatalogue;
