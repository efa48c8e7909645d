import { builtInRoles, type PermissionCatalogue } from '#platform/permissions/permission.js';

export const administrationPermissions = {
  readLegalEntities: {
    name: 'administration.legal_entity.read',
    description: 'Read the legal entities of the organization',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  manageLegalEntities: {
    name: 'administration.legal_entity.manage',
    description: 'Create, change, archive and reactivate legal entities, and choose the default one',
    roles: [],
  },
  readOrganization: {
    name: 'administration.organization.read',
    description: 'Read the settings and the clock of the organization',
    roles: builtInRoles,
    withinLegalEntity: true,
  },
  manageOrganization: {
    name: 'administration.organization.manage',
    description: 'Change the name and the time zone of the organization',
    roles: [],
  },
  advanceClock: {
    name: 'administration.clock.advance',
    description: 'Set the clock of a test organization forward',
    roles: [],
  },
  createTestOrganizations: {
    name: 'administration.test_organization.create',
    description: 'Create test organizations, apart from this one',
    roles: [],
    reserved: 'people',
  },
  readExchangeRates: {
    name: 'administration.exchange_rate.read',
    description: 'Read currencies, exchange rates, their types and the policy for looking them up',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
    withinLegalEntity: true,
  },
  recordExchangeRates: {
    name: 'administration.exchange_rate.record',
    description: 'Record, import and correct exchange rates',
    roles: ['accountant', 'integrator'],
  },
  manageExchangeRates: {
    name: 'administration.exchange_rate.manage',
    description: 'Add types of exchange rates and change the policy for looking rates up',
    roles: ['accountant'],
  },
} satisfies PermissionCatalogue;
