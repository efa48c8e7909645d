import type { PermissionCatalogue } from '../permissions/permission.js';

export const webhookPermissions = {
  readWebhooks: {
    name: 'platform.webhook.read',
    description: 'Read where events are sent, what was sent and what was answered; never the secrets',
    roles: ['auditor'],
  },
  manageWebhooks: {
    name: 'platform.webhook.manage',
    description: 'Decide where events are sent, get the secrets, test, and send again',
    roles: [],
    notForEngaged: true,
  },
} satisfies PermissionCatalogue;
