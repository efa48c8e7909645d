import { organizationModes, type OrganizationMode } from '#platform/organizations/organization-mode.js';
import { Choice, CurrencyCode, Ref, Text, TimeZone } from '#platform/http/fields/fields.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class CreateTestOrganization {
  @Text(200, {
    example: 'Example Group (test)',
    description: 'The name that people see when they sign in. Others may have the same.',
  })
  name: string;

  @Text(200, { example: 'Example Trading Ltd', description: 'Name of its first legal entity.' })
  legalEntityName: string;

  @CurrencyCode({
    example: 'EUR',
    description:
      'Currency that the books of the legal entity are kept in. It can change until the first entry is posted.',
  })
  currency: string;

  @TimeZone({ example: 'Europe/Stockholm', description: 'IANA time zone that decides which day it is.' })
  timeZone: string;
}

export class TestOrganizationView {
  @Ref({
    example: exampleId,
    description:
      'Send it to `POST /v1/auth/switch` (`switchOrganization`) as `organizationId` to get tokens that act in the new organization; those of this request go on acting where they did.',
  })
  organizationId: string;

  @Text(200, { example: 'Example Group (test)' })
  name: string;

  @TimeZone({ example: 'Europe/Stockholm' })
  timeZone: string;

  @Choice(organizationModes, { name: 'OrganizationMode', example: 'test', description: 'Always `test`.' })
  mode: OrganizationMode;

  @Ref({ example: exampleId, description: 'Its first legal entity, which requests mean that name none.' })
  legalEntityId: string;

  @Text(200, { example: 'Example Trading Ltd' })
  legalEntityName: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;
}
