import { chooseAdministration } from './choose-administration.js';
import type { Administration } from './organizations.js';

const acme = { organizationId: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64', organizationName: 'Acme' };
const berg = { organizationId: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f65', organizationName: 'Berg' };
const person = (organization: typeof acme, email: string): Administration => ({
  ...organization,
  userId: `id of ${email}`,
  email,
  roles: ['owner'],
});
const [anna, bo, carl] = [
  person(acme, 'anna@example.com'),
  person(acme, 'bo@example.com'),
  person(berg, 'carl@example.com'),
];

it.each([
  ['the only one', [anna!], {}, anna],
  ['the earliest', [anna!, bo!], {}, anna],
  ['whoever is named', [anna!, bo!], { as: 'Bo@example.com' }, bo],
  ['by the name of the organization', [anna!, bo!, carl!], { organization: 'Berg' }, carl],
  ['by its id', [anna!, bo!, carl!], { organization: berg.organizationId.toUpperCase() }, carl],
  ['both', [anna!, bo!, carl!], { organization: 'Acme', as: 'bo@example.com' }, bo],
])('takes %s', (_, all, choice, chosen) => expect(chooseAdministration(all, choice)).toBe(chosen));

it.each([
  ['nobody at all', [], {}, /^There is no organization yet/],
  ['several organizations', [anna!, bo!, carl!], {}, /^Say which organization: [^]*Acme\n.*Berg$/],
  ['two of one name', [anna!, { ...carl!, organizationName: 'Acme' }], { organization: 'Acme' }, /^Say which/],
  ['an unknown one', [anna!], { organization: 'Zeta' }, /^There is no organization Zeta\.\n.*Acme$/],
  ['an unknown person', [anna!, bo!], { as: 'eve@example.com' }, /anna@example\.com, bo@example\.com\.$/],
  [
    'a person of another one',
    [anna!, carl!],
    { organization: 'Acme', as: 'carl@example.com' },
    /does not administer Acme/,
  ],
])('refuses %s', (_, all, choice, reason) => expect(() => chooseAdministration(all, choice)).toThrow(reason));
