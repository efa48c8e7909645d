import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { LegalEntitiesService } from '#modules/administration/legal-entities/legal-entities.service.js';
import { passwordFaults } from '#platform/auth/password-rules.js';
import type { Configuration, Environment } from '#platform/config/configuration.js';
import { OrganizationProvisioning } from '#platform/organizations/organization-provisioning.service.js';
import type { Announce } from './announce.js';

const ADMINISTRATOR = 'Administrator';

/** Creates the first organization, its legal entity and its administrator on an empty database. */
export async function firstRun(
  app: INestApplicationContext,
  { environment }: Configuration,
  announce: Announce,
): Promise<void> {
  const organizations = app.get(OrganizationProvisioning);
  if (!(await organizations.isFirstRun())) return;
  const { BUREAU_ADMIN_EMAIL: email, BUREAU_ADMIN_PASSWORD: given } = environment;
  const password = given ?? randomBytes(18).toString('base64url');
  if (given !== undefined) await requireStrong(given, environment);
  const created = organizations.create(
    {
      name: environment.BUREAU_ORGANIZATION_NAME,
      timeZone: environment.BUREAU_TIME_ZONE,
      isTest: environment.BUREAU_TEST_ORGANIZATION,
      owner: { name: ADMINISTRATOR, email, password },
    },
    () =>
      app.get(LegalEntitiesService).create({
        name: environment.BUREAU_LEGAL_ENTITY_NAME,
        functionalCurrency: environment.BUREAU_CURRENCY,
      }),
  );
  try {
    await created;
  } catch (error) {
    // Another process that started at the same time may have been first.
    if (await organizations.isFirstRun()) throw error;
    return;
  }
  const told =
    given === undefined ? '. The password is shown this once:' : ', with the password set in BUREAU_ADMIN_PASSWORD:';
  const secrets = [`  E-mail       ${email}`, ...(given === undefined ? [`  Password     ${password}`] : [])];
  announce({ message: `The first administrator was created${told}`, secrets });
}

/** By the rules of `changePassword`: the setting is the password of a person until that person changes it. */
async function requireStrong(password: string, environment: Environment): Promise<void> {
  const { BUREAU_ADMIN_EMAIL: email, BUREAU_ORGANIZATION_NAME, BUREAU_LEGAL_ENTITY_NAME } = environment;
  const organizations = [BUREAU_ORGANIZATION_NAME, BUREAU_LEGAL_ENTITY_NAME];
  const faults = await passwordFaults(password, { email, name: ADMINISTRATOR, organizations }, '');
  if (faults.length === 0) return;
  const told = faults.map(({ message }) => `  ${message}`);
  throw new Error(['BUREAU_ADMIN_PASSWORD cannot be used:', ...told, 'Leave it out to have one made.'].join('\n'));
}
