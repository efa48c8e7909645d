import pg from 'pg';

/** An organization with one of the people who administer it. */
export interface Administration {
  organizationId: string;
  organizationName: string;
  userId: string;
  email: string;
  roles: string[];
}

export interface NamedOrganization {
  id: string;
  name: string;
}

const ORGANIZATIONS = `SELECT id, name FROM platform.organization ORDER BY created_at, id`;

const ADMINISTRATIONS = `
  SELECT o.id AS "organizationId", o.name AS "organizationName", u.id AS "userId", u.email, m.roles
  FROM platform.organization o
  JOIN identity.membership m ON m.organization_id = o.id AND m.status = 'active'
  JOIN identity.user_account u ON u.id = m.user_id AND u.status = 'active'
  WHERE o.status = 'active' AND m.roles && ARRAY['owner', 'administrator']
  ORDER BY o.created_at, m.created_at, u.id`;

/**
 * Which organizations there are. No role of the application sees that: the owner of the database looks it up, and
 * changes nothing. The work itself is done by the application's role, in one organization.
 */
export async function findOrganizations(ownerUrl: string): Promise<NamedOrganization[]> {
  return rowsOf<NamedOrganization>(ownerUrl, ORGANIZATIONS);
}

/** Who administers an organization, the earliest first. */
export async function findAdministrations(ownerUrl: string): Promise<Administration[]> {
  return rowsOf<Administration>(ownerUrl, ADMINISTRATIONS);
}

async function rowsOf<Row extends object>(ownerUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c default_transaction_read_only=on' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
