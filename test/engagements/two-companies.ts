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
      const { rows: tables } = await client.query<{ table: string; text: string }>(TABLES);
      const found: Walled[] = [];
      for (const { table, text } of tables) {
        const { rows } = await client.query<{ entity: string; id: string | null }>(text, [organizationId]);
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

/** Of each table behind the wall, what tells its rows and whose they are: its own column, or that of the row they are of. */
const TABLES = `
  SELECT p.polrelid::regclass::text AS table,
         CASE WHEN wall.parent IS NULL
           THEN format('SELECT %I AS entity, %s AS id FROM %s WHERE organization_id = $1', wall.entity, wall.id, p.polrelid::regclass)
           ELSE format('SELECT o.legal_entity_id AS entity, NULL AS id FROM %s r
                        JOIN %s o ON o.organization_id = r.organization_id AND o.id = r.%I WHERE r.organization_id = $1',
                       p.polrelid::regclass, wall.parent, wall.reference)
         END AS text
  FROM pg_policy p
  CROSS JOIN LATERAL (
    SELECT (regexp_match(pg_get_expr(p.polqual, p.polrelid), 'reaches\\(''([\\w.]+)'''))[1] AS parent,
           (regexp_match(pg_get_expr(p.polqual, p.polrelid), 'organization_id, (\\w+)\\)'))[1] AS reference,
           CASE WHEN p.polrelid = 'administration.legal_entity'::regclass THEN 'id' ELSE 'legal_entity_id' END AS entity,
           CASE WHEN EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = p.polrelid AND a.attname = 'id') THEN 'id' ELSE 'NULL' END AS id
  ) AS wall
  WHERE p.polname = 'legal_entity' ORDER BY 1`;
