import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { newId } from '#kernel/id.js';
import { provided } from './database.js';

export const PASSWORD = 'a long password for tests';

export interface Provisioned {
  organizationId: string;
  legalEntityId: string;
  userId: string;
  email: string;
}

let pool: pg.Pool | undefined;
let passwordHash: Promise<string> | undefined;

const owner = () => (pool ??= new pg.Pool({ connectionString: provided('TEST_OWNER_URL'), max: 1 }));

afterAll(async () => {
  await pool?.end();
  pool = undefined;
});

/** An organization of its own for a test, with one legal entity and one person, without going through first-run. */
export async function provision(
  roles: readonly string[] = ['owner'],
  currency = 'EUR',
  isTest = false,
): Promise<Provisioned> {
  const [organizationId, legalEntityId] = [newId(), newId()];
  const database = owner();
  await database.query(
    `INSERT INTO platform.organization (id, name, time_zone, is_test) VALUES ($1, 'Test organization', 'UTC', $2)`,
    [organizationId, isTest],
  );
  await database.query(
    `INSERT INTO administration.legal_entity (organization_id, id, name, functional_currency) VALUES ($1, $2, 'Test company', $3)`,
    [organizationId, legalEntityId, currency],
  );
  return { organizationId, legalEntityId, ...(await addMember(organizationId, roles)) };
}

/** Another person of the organization. */
export async function addMember(
  organizationId: string,
  roles: readonly string[],
): Promise<{ userId: string; email: string }> {
  // Cheap to verify, as a hash says itself how it was made: sign-ins of people whom nobody guesses at.
  passwordHash ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const userId = newId();
  const email = `${userId}@example.com`;
  const database = owner();
  await database.query('INSERT INTO identity.user_account (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
    userId,
    email,
    'Test person',
    await passwordHash,
  ]);
  await database.query(
    'INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, $4)',
    [organizationId, newId(), userId, roles],
  );
  return { userId, email };
}
