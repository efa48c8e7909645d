import type { PermissionCatalogue } from '../permissions/permission.js';

export const mailPermissions = {
  readMails: {
    name: 'platform.mail.read',
    description: 'Read which mails were sent to whom and what came of them; never what they say',
    roles: ['auditor'],
  },
} satisfies PermissionCatalogue;
