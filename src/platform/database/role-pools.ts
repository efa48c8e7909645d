import pg from 'pg';

export const QUEUE_ROLE = 'bureau_queue';
export const RELAY_ROLE = 'bureau_relay';

/** Connections that act as one of the database roles; the login is the owner or a member of the role. */
export function poolAs(role: string, url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, options: `-c role=${role}`, application_name: role });
  // The next query replaces a connection that was lost; the query that was running on it tells its caller.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}
