import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { LegalEntitiesService } from '#modules/administration/legal-entities/legal-entities.service.js';
import type { Configuration } from '#platform/config/configuration.js';
import { OrganizationProvisioning } from '#platform/organizations/organization-provisioning.service.js';
import type { Announce } from './announce.js';

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
  const created = organizations.create(
    {
      name: environment.BUREAU_ORGANIZATION_NAME,
      timeZone: environment.BUREAU_TIME_ZONE,
      isTest: environment.BUREAU_TEST_ORGANIZATION,
      owner: { name: 'Administrator', email, password },
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
