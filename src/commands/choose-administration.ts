import type { Administration } from './organizations.js';

export interface Choice {
  /** Id or name of the organization; may be left out when there is one. */
  organization?: string;
  /** E-mail address of who acts; the first who administers it where left out. */
  as?: string;
}

/** For whom a command acts, and where. @throws Error that names what there is to choose from */
export function chooseAdministration(all: readonly Administration[], { organization, as }: Choice): Administration {
  const named = all.filter(
    ({ organizationId, organizationName }) =>
      organization === undefined || organizationId === organization.toLowerCase() || organizationName === organization,
  );
  const ids = [...new Set(named.map(({ organizationId }) => organizationId))];
  if (all.length === 0) throw new Error('There is no organization yet: start Bureau once.');
  if (ids.length === 0) throw new Error(`There is no organization ${organization}.\n${listOf(all)}`);
  if (ids.length > 1) throw new Error(`Say which organization: --organization <id>.\n${listOf(named)}`);
  const person = named.find(({ email }) => as === undefined || email === as.toLowerCase());
  if (person) return person;
  const people = named.map(({ email }) => email).join(', ');
  throw new Error(`${as} does not administer ${named[0]!.organizationName}. These do: ${people}.`);
}

function listOf(all: readonly Administration[]): string {
  const lines = all.map(({ organizationId, organizationName }) => `  ${organizationId}  ${organizationName}`);
  return [...new Set(lines)].join('\n');
}
