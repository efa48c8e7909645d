import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const testOrganizationPermissions = {
  readTestClock: {
    name: 'platform.test_clock.read',
    description: 'See how far the clock of a test organization has got',
    roles: builtInRoles,
  },
  advanceTestClock: {
    name: 'platform.test_clock.advance',
    description: 'Advance the clock of a test organization, with all that becomes due on the way',
    roles: [],
  },
  readTestMails: {
    name: 'platform.test_mail.open',
    description: 'Read the mails of a test organization, with the tokens in them',
    roles: [],
  },
  resetTestOrganization: {
    name: 'platform.test_organization.reset',
    description: 'Empty a test organization',
    roles: [],
  },
} satisfies PermissionCatalogue;
