import { newId } from '#kernel/id.js';
import { declaredPermissions } from '../../src/declared-permissions.js';
import type { Permission } from '#platform/permissions/permission.js';
import { Furnished } from '../platform/furnished.js';
import { type Operation, Operations } from '../platform/operations.js';
import { Wire } from '../platform/wire.js';
import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { actingIn, engaged } from './engaged.js';

const ENTITIES = '/v1/administration/legal-entities';

const walled = new Set(
  declaredPermissions
    .flatMap((catalogue): Permission[] => Object.values(catalogue))
    .filter(({ withinLegalEntity }) => withinLegalEntity)
    .map(({ name }) => name),
);

/** What the books of one company hold, by table, that the other's do not. */
export interface Walled {
  table: string;
  /** Of rows of the company that is closed to the person. */
  closed: number;
  /** Of rows of the company that is open. */
  open: number;
  /** Ids of the former, where they have some. */
  ids: string[];
}

/**
 * An organization of two companies with books, and a person who is engaged as an administrator, in all modules, for one
 * of them: what the other has is much.
 */
export class TwoCompanies {
  private constructor(
    readonly wire: Wire,
    readonly operations: Operations,
    readonly furnished: Furnished,
    readonly open: string,
    readonly person: Actor,
    readonly engagementId: string,
  ) {}

  get owner(): Actor {
    return this.furnished.actor;
  }

  get closed(): string {
    return this.owner.legalEntityId;
  }

  static async make(): Promise<TwoCompanies> {
    const wire = new Wire();
    const operations = await Operations.read(wire);
    const furnished = await Furnished.make(operations);
    const { actor: owner } = furnished;
    const { body } = await owner.get(`${ENTITIES}?name=Imported company`);
    const open = body.data[0].id as string;
    const today = new Date().toISOString().slice(0, 10);
    const { person, id } = await engaged(owner, {
      roles: ['administrator'],
      modules: ['accounting', 'administration', 'identity', 'platform'],
      legalEntityIds: [open],
      startsOn: today,
      endsOn: '2198-12-31',
    });
    const acting = await actingIn(owner, person);
    return new TwoCompanies(wire, operations, furnished, open, acting, id);
  }

  /** Operations of the permissions that somebody who is engaged for some legal entities may hold. */
  get theirs(): Operation[] {
    return this.operations.all.filter(({ permission }) => walled.has(permission!));
  }

  /** A row of the closed company, of the resource in the operation's path. */
  async closedRow(operation: Operation): Promise<string> {
    const list = operation.path.replace(/\/\{.*$/, '');
    if (list === ENTITIES) return this.closed;
    const listing = this.operations.all.find(({ method, path }) => method === 'GET' && path === list);
    const isByEntity = listing?.parameters.some(({ name }) => name === 'legalEntityId');
    const { body, text } = await this.owner.get(`${list}?limit=1${isByEntity ? `&legalEntityId=${this.closed}` : ''}`);
    const row = body.data?.[0];
    if (!row) throw new Error(`${list} has no row of the closed company: ${text}`);
    return row.id ?? row.legalEntityId;
  }

  /** What is behind the wall, by the catalogue: tables added later are tried too. */
  async walledTables(): Promise<Walled[]> {
    const { organizationId } = this.owner;
    return asOwner(async (client) => {
      const { rows: tables } = await client.query<{ table: string; entity: string | null; hasId: boolean }>(TABLES);
      const found: Walled[] = [];
      for (const { table, entity, hasId } of tables) {
        if (entity === null) continue;
        // Names of tables and columns, as the catalogue has them.
        const text = ['SELECT', entity, 'AS entity,', hasId ? 'id' : 'NULL', 'AS id FROM', table].join(' ');
        const { rows } = await client.query<{ entity: string; id: string | null }>(
          `${text} WHERE organization_id = $1`,
          [organizationId],
        );
        const closed = rows.filter((row) => row.entity === this.closed);
        const ids = closed.flatMap(({ id }) => (id === null ? [] : [id]));
        found.push({ table, closed: closed.length, open: rows.filter((row) => row.entity === this.open).length, ids });
      }
      return found;
    });
  }

  /** What the operation has to be told besides days. */
  requiredQuery({ parameters }: Operation): string {
    const required = parameters.filter(
      (one) => one.in === 'query' && one.required && !/^(?:asOf|from|to)$/.test(one.name),
    );
    return required
      .map(({ name, schema }) => `${name}=${encodeURIComponent(String(this.operations.exampleOf(schema)))}`)
      .join('&');
  }

  /** The operation as the person would send it about a row. */
  request(operation: Operation, id: string, body?: string | Buffer) {
    const sent = this.furnished.request(operation, body);
    return {
      ...sent,
      path: operation.path.replaceAll(/\{\w+\}/g, id),
      headers: { ...(sent.headers as Record<string, string>), Authorization: `Bearer ${this.person.accessToken}` },
    };
  }

  /** The same with a key of its own. */
  async send(operation: Operation, { id = newId(), query = '', body }: Asked) {
    const { path, ...sent } = this.request(operation, id, body);
    return this.wire.send({ ...sent, path: query === '' ? path : `${path}?${query}` });
  }

  end(): void {
    this.wire.close();
  }
}

export interface Asked {
  id?: string;
  query?: string;
  body?: string | Buffer | undefined;
}

const TABLES = `
  SELECT p.polrelid::regclass::text AS table,
         CASE WHEN p.polrelid = 'administration.legal_entity'::regclass THEN 'id' ELSE e.attname END AS entity,
         i.attname IS NOT NULL AS "hasId"
  FROM pg_policy p
  LEFT JOIN pg_attribute e ON e.attrelid = p.polrelid AND e.attname = 'legal_entity_id'
  LEFT JOIN pg_attribute i ON i.attrelid = p.polrelid AND i.attname = 'id'
  WHERE p.polname = 'legal_entity' ORDER BY 1`;
