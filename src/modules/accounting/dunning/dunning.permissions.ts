import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const dunningPermissions = {
  manageDunningLevels: {
    name: 'accounting.dunning_level.manage',
    description: 'Decide how customers are reminded: levels, fees, interest and texts',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
  blockFromDunning: {
    name: 'accounting.dunning_block.manage',
    description: 'Keep open items from being reminded of, and lift that',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
  runDunning: {
    name: 'accounting.dunning_run.manage',
    description: 'Prepare and confirm dunning runs, with the charges that they post, and cancel letters',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
} as const satisfies PermissionCatalogue;
