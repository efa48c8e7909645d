import { load } from './sources.mjs';
import { code, groupBy, table } from './table.mjs';

/** Owners hold everything, so they have no column. */
const roles = ['administrator', 'accountant', 'bookkeeper', 'auditor', 'integrator'];
const head = ['Permission', 'Allows', ...roles, 'programs', 'engaged people'];

/** One section for each module, with what the catalogues and the rules of roles, keys and engagements say. */
export async function permissions() {
  const [{ declaredPermissions }, { RolePermissions }] = await Promise.all([
    load('declared-permissions.js'),
    load('platform/permissions/permission.js'),
  ]);
  const held = new RolePermissions(declaredPermissions);
  const modules = groupBy(held.all, ({ name }) => name.split('.', 1)[0]);
  return [...modules].map(([module, some]) => section(module, some, held)).join('\n');
}

function section(module, some, held) {
  const rows = [...some]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, description }) => [
      code(name),
      description,
      ...roles.map((role) => yes(held.ofPerson({ roles: [role], permissions: [] }).has(name))),
      yes(held.ofServiceAccount({ roles: ['owner'], permissions: [] }).has(name)),
      byEngagement(name, held),
    ]);
  return [`## Of ${module}`, '', table(head, rows), ''].join('\n');
}

/** What an engagement could give at most, with every module and the role that has most: engaged people are no owners. */
function byEngagement(name, held) {
  const most = { roles: ['administrator'], permissions: [] };
  const mayHold = (legalEntityIds) => held.ofEngaged(most, { modules: held.engageableModules, legalEntityIds });
  if (mayHold([]).has(name)) return 'yes';
  return mayHold(null).has(name) ? 'all legal entities' : '';
}

const yes = (isSo) => (isSo ? 'yes' : '');
