import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';

/** What stands below the name of a company on its papers: its registered office, and its number in the register. */
export function letterheadOf({
  address,
  registrationNumber,
}: Pick<LegalEntityFact, 'address' | 'registrationNumber'>): string[] {
  const place = address && [
    address.line1,
    address.line2,
    [address.postalCode, address.city].filter(Boolean).join(' '),
    address.region,
    address.country,
  ];
  const registered = registrationNumber && `Registration number ${registrationNumber}`;
  return [place?.filter(Boolean).join(', '), registered].filter((line): line is string => Boolean(line));
}
