import fc from 'fast-check';
import { builtInRoles, type Permission, type PermissionCatalogue, RolePermissions } from './permission.js';

const permission = (name: string, ...roles: Permission['roles']) => ({ name, description: name, roles });

const catalogues: PermissionCatalogue[] = [
  { read: permission('books.read', 'accountant', 'auditor'), write: permission('books.write', 'accountant') },
  { change: permission('settings.change'), end: permission('session.end', ...builtInRoles) },
];
const everything = ['books.read', 'books.write', 'settings.change', 'session.end'];

it('knows the permissions of all modules', () => {
  expect(new RolePermissions(catalogues).all.map(({ name }) => name)).toEqual(everything);
});

it.each([
  [['owner'], everything],
  [['administrator'], everything],
  [['accountant'], ['books.read', 'books.write', 'session.end']],
  [['auditor'], ['books.read', 'session.end']],
  [['bookkeeper'], ['session.end']],
  [
    ['auditor', 'bookkeeper'],
    ['books.read', 'session.end'],
  ],
  [['auditor', 'owner'], everything],
  [[], []],
  [['janitor'], []],
  [['Owner'], []],
  [['owner '], []],
])('gives %j %j', (roles, names) => {
  expect([...new RolePermissions(catalogues).of(roles)]).toEqual(names);
});

it('gives what each role gives and nothing more, whoever asked before', () => {
  const roles = fc.array(fc.constantFrom(...builtInRoles, 'janitor', 'owner administrator', 'accountant auditor', ''), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(roles, { maxLength: 8 }), (asked) => {
      const shared = new RolePermissions(catalogues);
      for (const combination of asked) {
        const alone = combination.flatMap((role) => [...new RolePermissions(catalogues).of([role])]);
        expect(new Set(shared.of(combination))).toEqual(new Set(alone));
      }
    }),
    { examples: [[[['owner', 'administrator'], ['owner administrator']]]] },
  );
});
