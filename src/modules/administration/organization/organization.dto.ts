import { organizationModes, type OrganizationMode } from '#platform/organizations/organization-mode.js';
import { AtInstant, Choice, Count, Flag, Ref, Text, TimeZone } from '#platform/http/fields/fields.js';

export class UpdateOrganization {
  @Text(200, { optional: true, example: 'Example Group', description: 'The name that people see when they sign in.' })
  name?: string;

  @TimeZone({
    optional: true,
    example: 'Europe/Stockholm',
    description: 'IANA time zone that decides which day it is. A change holds from now on and moves no date.',
  })
  timeZone?: string;
}

export class OrganizationView {
  @Ref({ example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11' })
  id: string;

  @Text(200, { example: 'Example Group' })
  name: string;

  @TimeZone({ example: 'Europe/Stockholm' })
  timeZone: string;

  @Flag({ example: false, description: 'Whether its clock can be set forward. Decided when it was created, for good.' })
  isTest: boolean;

  @Choice(organizationModes, {
    name: 'OrganizationMode',
    example: 'live',
    description:
      '`live`: real books. `test`: a place to try things, with keys of its own, a clock that can be set forward, and mails that are kept instead of sent.',
  })
  mode: OrganizationMode;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}
