import {
  acrossLegalEntities,
  definerFunctions,
  facts,
  outsideTenants,
  ownedByQueue,
  relayReads,
  unaudited,
} from './tenancy-exceptions.js';
import type { TableFact, TenancyFacts } from './tenancy-facts.js';

/** Judges the catalogue; each finding names what breaks the rule. */
export type TenancyRule = (facts: TenancyFacts) => string[];

const root = 'platform.organization';

const byOrganization = `(organization_id = (NULLIF(current_setting('bureau.organization_id'::text, true), ''::text))::uuid)`;
const byItself = byOrganization.replace('organization_id =', 'id =');

// The wall around the rows of a legal entity, as PostgreSQL tells it; the setting is asked for every row, or once.
const setting = `NULLIF(current_setting('bureau.legal_entities'::text, true), ''::text)`;
const isUnlimited = `( SELECT (${setting} IS NULL))`;
const ofOwn = (column: string) => [
  `((${setting} IS NULL) OR (${column} = ANY ((${setting})::uuid[])))`,
  `(${isUnlimited} OR (${column} = ANY (( SELECT (${setting})::uuid[] AS "nullif")::uuid[])))`,
];
const ofOther = (parent: string, reference: string) =>
  `(${isUnlimited} OR platform.reaches('${parent}'::regclass, organization_id, ${reference}))`;
/** Taken by the planner to hold for nearly every row. */
const nearlyAlways = (condition: string) => `(NULLIF(${condition}, false) IS NOT NULL)`;

/** Whether only rows of the legal entities that are named are there: by their own column, or by the row that they are of. */
function isWalled({ name, columns }: TableFact, using: string, walled: ReadonlySet<string>): boolean {
  const column = name === 'administration.legal_entity' ? 'id' : 'legal_entity_id';
  if (columns.some((one) => one.name === column)) return ofOwn(column).map(nearlyAlways).includes(using);
  const [, parent = '', reference = ''] = /reaches\('([\w.]+)'::regclass, organization_id, (\w+)\)/.exec(using) ?? [];
  return using === nearlyAlways(ofOther(parent, reference)) && walled.has(parent);
}

const isTenant = ({ name, kind }: TableFact) => kind === 'table' && !(name in outsideTenants);
const tenants = ({ tables }: TenancyFacts) => tables.filter(isTenant);
const organizationColumn = ({ name }: TableFact) => (name === root ? 'id' : 'organization_id');
const isAppendOnly = (table: TableFact) =>
  facts.includes(table.name) || table.triggers.some((trigger) => trigger.function === 'platform.refuse_change');
const report = (name: string, wrong: boolean, text: string) => (wrong ? [`${name} ${text}`] : []);

export const tenancyRules = {
  'every table is a tenant’s or on the list of those outside': ({ tables }) => [
    ...tables
      .filter(isTenant)
      .flatMap(({ name, columns }) =>
        report(
          name,
          name !== root && !columns.some((column) => column.name === 'organization_id' && column.notNull),
          'has no organization_id that is never null',
        ),
      ),
    ...Object.keys(outsideTenants)
      .filter((name) => !tables.some((table) => table.name === name))
      .map((name) => `${name} is on the list and does not exist`),
  ],

  'row security shows a tenant its own rows, and no others': (all) =>
    tenants(all).flatMap((table) => {
      const expected = table.name === root ? byItself : byOrganization;
      const [tenant, ...further] = table.policies.filter(({ name }) => name === 'tenant');
      const isWhole =
        tenant &&
        tenant.permissive &&
        tenant.command === '*' &&
        tenant.roles.join() === 'bureau_app' &&
        further.length === 0;
      const others = table.policies.filter(
        (policy) =>
          policy !== tenant && policy.permissive && !(policy.roles.join() === 'bureau_relay' && policy.command === 'r'),
      );
      return [
        ...report(table.name, !table.rowSecurity, 'has row security switched off'),
        ...report(
          table.name,
          table.forced,
          'forces row security on the owner, so that a data migration touches no row',
        ),
        ...report(table.name, !isWhole, 'has no policy "tenant" for all commands of bureau_app'),
        ...report(
          table.name,
          tenant?.using !== expected || tenant.check !== expected,
          'does not compare the organization',
        ),
        ...others.map(({ name }) => `${table.name} has the policy ${name}, which adds rows`),
      ];
    }),

  'rows of a legal entity are behind its wall': (all) => {
    const wallOf = ({ policies }: TableFact) => policies.find(({ name }) => name === 'legal_entity');
    const walled = new Set(all.tables.filter(wallOf).map(({ name }) => name));
    const concerned = tenants(all).filter(
      ({ name, columns }) =>
        !(name in acrossLegalEntities) &&
        (!/^(?:platform|identity)\./.test(name) || columns.some((column) => column.name === 'legal_entity_id')),
    );
    return [
      ...concerned.flatMap((table) => {
        const wall = wallOf(table);
        if (!wall || wall.permissive || wall.command !== '*' || wall.roles.join() !== 'bureau_app')
          return [`${table.name} has no restrictive policy "legal_entity" for all commands of bureau_app`];
        const isWhole = wall.check === null && isWalled(table, wall.using ?? '', walled);
        return report(table.name, !isWhole, 'does not compare the legal entity');
      }),
      ...Object.keys(acrossLegalEntities)
        .filter((name) => walled.has(name) || !all.tables.some((table) => table.name === name))
        .map((name) => `${name} is on the list of those across legal entities, and is none`),
    ];
  },

  'keys start with the organization': (all) =>
    tenants(all).flatMap((table) => [
      ...report(table.name, !table.keys.some(({ isPrimary }) => isPrimary), 'has no primary key'),
      ...table.keys.flatMap((key) =>
        report(key.name, key.columns[0] !== organizationColumn(table), 'does not start with the organization'),
      ),
    ]),

  'foreign keys between tenants carry the organization': ({ tables }) => {
    const byName = new Map(tables.map((table) => [table.name, table]));
    return tables.flatMap((table) =>
      table.foreignKeys.flatMap((key) => {
        const target = byName.get(key.target);
        if (!target || !isTenant(target)) return [];
        const from = key.columns.indexOf('organization_id');
        return report(
          `${table.name}.${key.name}`,
          from < 0 || key.targetColumns[from] !== organizationColumn(target),
          'does not carry the organization',
        );
      }),
    );
  },

  'the application owns nothing, creates nothing and is bound': ({ owned, roles, creators }) => [
    ...owned
      .filter(({ role, object }) => !(role === 'bureau_queue' && ownedByQueue.test(object)))
      .map(({ role, object }) => `${role} owns ${object}`),
    ...roles.flatMap(({ name, unbound, memberOf }) => [
      ...unbound.map((right) => `${name}: ${right}`),
      ...memberOf.map((role) => `${name} is a member of ${role}`),
    ]),
    ...creators.map((place) => `${place} may create`),
  ],

  'no role truncates, references or adds triggers': ({ tables }) =>
    tables.flatMap(({ name, appPrivileges, relayPrivileges, queuePrivileges }) =>
      [...new Set([...appPrivileges, ...relayPrivileges, ...queuePrivileges])]
        .filter((privilege) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(privilege))
        .map((privilege) => `${name} grants ${privilege}`),
    ),

  'facts are inserted and never changed': ({ tables }) => [
    ...facts.filter((name) => !tables.some((table) => table.name === name)).map((name) => `${name} does not exist`),
    ...tables.filter(isAppendOnly).flatMap((table) => {
      const refuses = (event: string, forEachRow: boolean) =>
        table.triggers.some(
          (trigger) =>
            trigger.function === 'platform.refuse_change' &&
            trigger.enabled &&
            trigger.forEachRow === forEachRow &&
            trigger.events.includes(event),
        );
      return [
        ...['UPDATE', 'DELETE'].flatMap((event) =>
          report(table.name, !refuses(event, true), `does not refuse ${event}`),
        ),
        ...report(table.name, !refuses('TRUNCATE', false), 'does not refuse TRUNCATE'),
        ...['UPDATE', 'DELETE'].flatMap((right) =>
          report(table.name, table.appPrivileges.includes(right), `grants ${right}`),
        ),
      ];
    }),
  ],

  'what changes leaves an audit row, and no row moves': (all) =>
    tenants(all).flatMap((table) => {
      const changes = table.appPrivileges.includes('UPDATE') || table.appPrivileges.includes('DELETE');
      const audits = table.triggers.some(
        (trigger) =>
          trigger.function === 'platform.record_audit' &&
          trigger.enabled &&
          trigger.forEachRow &&
          trigger.events.length === 3,
      );
      const moved = table.columns.filter(
        ({ name, appUpdates }) => appUpdates && ['id', 'organization_id', 'legal_entity_id'].includes(name),
      );
      return [
        ...report(table.name, changes && !audits && !(table.name in unaudited), 'changes without an audit row'),
        ...moved.map(({ name }) => `${table.name}.${name} may be updated`),
      ];
    }),

  'no amount is binary floating point or money': ({ tables }) =>
    tables.flatMap(({ name, columns }) =>
      columns
        .filter(({ type }) => ['float4', 'float8', 'money'].includes(type))
        .map((column) => `${name}.${column.name} is ${column.type}`),
    ),

  'a function runs as its owner only for a reason, with a fixed search path, for named roles': ({ functions }) => [
    ...functions
      .filter(({ isDefiner }) => isDefiner)
      .flatMap(({ name, settings, publicExecutes }) => [
        ...report(name, !(name in definerFunctions), 'is SECURITY DEFINER and not on the list'),
        // Types and tables are looked up in pg_temp first unless it is named, and last: whoever may create temporary
        // objects could put a domain of his own, with a check that runs as the owner, in the place of a built-in type.
        ...report(
          name,
          !settings.includes('search_path=pg_catalog, pg_temp'),
          'has no search path of pg_catalog, pg_temp',
        ),
        ...report(name, publicExecutes, 'may be executed by PUBLIC'),
      ]),
    ...Object.keys(definerFunctions)
      .filter((name) => !functions.some((one) => one.name === name && one.isDefiner))
      .map((name) => `${name} is on the list and does not exist`),
  ],

  'views show what their reader may see': ({ tables }) =>
    tables.flatMap(({ name, kind, options }) => {
      if (kind === 'view')
        return report(name, !options.includes('security_invoker=true'), 'is not a security_invoker view');
      return report(name, kind !== 'table', `is a ${kind}, which row security does not reach`);
    }),

  'relay and queue see only their part': ({ tables, openSchemas }) => [
    ...openSchemas.map((name) => `the schema ${name} is open to PUBLIC`),
    ...tables.flatMap((table) => [
      ...table.columns
        .filter((column) => column.relayReads && !relayReads[table.name]?.includes(column.name))
        .map((column) => `bureau_relay reads ${table.name}.${column.name}`),
      ...table.relayPrivileges
        .filter((right) => right !== 'SELECT')
        .map((right) => `bureau_relay has ${right} on ${table.name}`),
      ...table.queuePrivileges.map((right) => `bureau_queue has ${right} on ${table.name}`),
    ]),
  ],
} satisfies Record<string, TenancyRule>;
