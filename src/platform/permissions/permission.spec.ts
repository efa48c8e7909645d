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

describe('what is reserved', () => {
  const reserved = new RolePermissions([
    {
      own: { ...permission('session.end', ...builtInRoles), reserved: 'own_account' },
      keys: { ...permission('keys.manage'), reserved: 'people' },
      owners: { ...permission('owners.manage'), reserved: 'owners' },
      read: permission('books.read', 'auditor'),
    },
  ]);
  const none: string[] = [];
  const all = ['session.end', 'keys.manage', 'owners.manage', 'books.read'];

  it.each([
    ['owner', none, all],
    ['administrator', none, ['session.end', 'keys.manage', 'books.read']],
    ['auditor', none, ['session.end', 'books.read']],
    ['clerk', none, ['session.end']],
    ['clerk', ['keys.manage', 'books.read', 'books.gone'], ['session.end', 'keys.manage', 'books.read']],
    ['clerk', ['owners.manage'], ['session.end']],
  ])('a person who is %s with %j holds %j', (role, permissions, held) => {
    expect([...reserved.ofPerson({ roles: [role], permissions })].sort()).toEqual(held.toSorted());
  });

  it.each([
    ['owner', none, 'owner', none, ['books.read']],
    ['administrator', none, 'auditor', none, ['books.read']],
    ['auditor', none, 'clerk', none, none],
    ['clerk', all, 'owner', none, ['books.read']],
    ['clerk', ['books.read'], 'clerk', ['books.read'], ['books.read']],
    ['clerk', ['books.read'], 'clerk', none, none],
  ])('a key with %s and %j made by %s with %j holds %j', (role, permissions, makersRole, makersPermissions, held) => {
    const maker = { roles: [makersRole], permissions: makersPermissions };
    expect([...reserved.ofKey({ roles: [role], permissions }, maker)]).toEqual(held);
  });

  it('is given by roles only where it is not everybody’s', () => {
    expect([...reserved.givenBy({ roles: ['auditor'], permissions: [] })]).toEqual(['books.read']);
    expect(all.filter((name) => reserved.isGrantable(name))).toEqual(['keys.manage', 'books.read']);
    expect(all.filter((name) => reserved.isForKeys(name))).toEqual(['books.read']);
  });
});

it('what everybody holds comes with no role, to people and keys', () => {
  const held = new RolePermissions([
    { follow: { ...permission('job.follow', ...builtInRoles), reserved: 'everybody' }, read: permission('books.read') },
  ]);
  const nothing = { roles: ['clerk'], permissions: [] };
  expect([...held.ofPerson(nothing)]).toEqual(['job.follow']);
  expect([...held.ofKey(nothing, nothing)]).toEqual(['job.follow']);
  expect([...held.givenBy({ roles: ['owner'], permissions: [] })]).toEqual(['books.read']);
  expect([held.isGrantable('job.follow'), held.isForKeys('job.follow')]).toEqual([false, false]);
});
