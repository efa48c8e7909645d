import { chooseOrganization } from './choose-organization.js';

const acme = { id: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64', name: 'Acme' };
const berg = { id: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f65', name: 'Berg' };

it.each([
  ['the only one', [acme], undefined, acme],
  ['by its name', [acme, berg], 'Berg', berg],
  ['by its id', [acme, berg], acme.id.toUpperCase(), acme],
])('takes %s', (_, all, wanted, chosen) => expect(chooseOrganization(all, wanted)).toBe(chosen));

it.each([
  ['nothing to choose from', [], undefined, /no organization yet/],
  ['several', [acme, berg], undefined, /^Say which[^]+Acme\n.+Berg$/],
  ['two of one name', [acme, { ...berg, name: 'Acme' }], 'Acme', /^Say which/],
  ['an unknown one', [acme], 'Zeta', /^There is no organization Zeta\.\n.+Acme$/],
])('refuses %s', (_, all, wanted, reason) => expect(() => chooseOrganization(all, wanted)).toThrow(reason));
