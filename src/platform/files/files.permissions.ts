import type { PermissionCatalogue } from '../permissions/permission.js';

export const filePermissions = {
  readFiles: {
    name: 'platform.file.read',
    description: 'Read files of one’s own and those that are attached to what one may read',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
  },
  readAllFiles: {
    name: 'platform.file.read_all',
    description: 'Read all files of the organization, whoever uploaded them and wherever they are attached',
    roles: [],
  },
  uploadFiles: {
    name: 'platform.file.upload',
    description: 'Upload files',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
  deleteFiles: {
    name: 'platform.file.delete',
    description: 'Delete files that are attached to nothing and need not be kept',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
  attachFiles: {
    name: 'platform.attachment.manage',
    description: 'Attach files to records that one may change, and detach them',
    roles: ['accountant', 'bookkeeper', 'integrator'],
  },
} satisfies PermissionCatalogue;
