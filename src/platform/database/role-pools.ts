import pg from 'pg';
import type { Login } from './try-login.js';

export const QUEUE_ROLE = 'bureau_queue';
export const RELAY_ROLE = 'bureau_relay';

const optionsOf = (role: string) => `-c role=${role}`;

/** How the connections of the pool below log in; the URL is the owner's. */
export const loginAs = (role: string, url: string): Login => {
  return { setting: 'DATABASE_URL', url, role, options: optionsOf(role) };
};

/** Connections that act as one of the database roles; the login is the owner or a member of the role. */
export function poolAs(role: string, url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, options: optionsOf(role), application_name: role });
  // The next query replaces a connection that was lost; the query that was running on it tells its caller.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}
