import { randomBytes } from 'node:crypto';
import { parseCalendarDate, toCalendarDate } from '#kernel/calendar-date.js';
import { LegalEntitiesService } from '#modules/administration/legal-entities/legal-entities.service.js';
import { SignIn } from '#platform/auth/auth.dto.js';
import { refuseWeak } from '#platform/auth/password-rules.js';
import { NewPassword } from '#platform/http/fields/fields.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import { OrganizationProvisioning } from '#platform/organizations/organization-provisioning.service.js';
import { withApplication } from '../application.js';
import { findOrganizations } from '../organizations.js';
import { sellerFacts } from './customers.js';
import { demoMonths } from './demo-month.js';
import { DemoBooks } from './furnish-demo.js';

export interface DemoOptions {
  until?: string;
  email: string;
  password?: string;
}

const NAME = 'Demo organization';
const timeZone = 'Europe/Berlin';
const company = { name: 'Hafenlicht Handels GmbH', functionalCurrency: 'EUR', ...sellerFacts };
const OWNER = 'Demo owner';

class GivenPassword {
  @NewPassword({ example: '•••••••• ••••••••' })
  password: string;
}

/** All of it in one transaction: the organization is there with its books, or not at all. */
export async function createDemo({ until, email, password }: DemoOptions): Promise<void> {
  const day = until === undefined ? toCalendarDate(new Date(), timeZone) : parseCalendarDate(until);
  if (!day) throw new Error('--until is a date like 2026-06-30.');
  parseFields(SignIn, { email, password: password ?? '-' });
  if (password !== undefined) {
    parseFields(GivenPassword, { password }, 'body');
    await refuseWeak(password, { email, name: OWNER, organizations: [NAME, company.name] }, '/password');
  }
  const secret = password ?? randomBytes(18).toString('base64url');
  const created = await withApplication(
    async (app, { ownerUrl }) => {
      if ((await findOrganizations(ownerUrl)).some(({ name }) => name === NAME)) return false;
      const owner = { name: OWNER, email, password: secret };
      await app.get(OrganizationProvisioning).create({ name: NAME, timeZone, owner }, async () => {
        const { id } = await app.get(LegalEntitiesService, { strict: false }).create(company);
        await new DemoBooks(app, id, demoMonths(day)).keep();
      });
      return true;
    },
    { create: true },
  );
  if (!created) return console.log('The demo organization is there already.');
  console.log(
    [
      `The demo organization is there: ${company.name}.`,
      `  E-mail       ${email}`,
      ...(password === undefined ? [`  Password     ${secret} (shown this once)`] : []),
    ].join('\n'),
  );
}
