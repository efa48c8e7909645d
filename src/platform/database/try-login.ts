import pg from 'pg';

/** A connection that a process is going to need. */
export interface Login {
  /** The setting that holds the URL. */
  setting: 'DATABASE_URL' | 'DATABASE_APP_URL';
  url: string;
  /** The role that it acts as; its own where none is named. */
  role?: string;
  /** What the connection asks for as it opens, as `options` of libpq. */
  options?: string;
  /** @throws Error with what is wrong with the connection as it turned out */
  prove?: (client: pg.Client) => Promise<void>;
}

/**
 * Connects once and leaves, so that a start that cannot succeed ends here.
 *
 * @throws Error in one line: which setting does not work, and what would help
 */
export async function tryLogin({ setting, url, role, options, prove }: Login): Promise<void> {
  const client = new pg.Client({ connectionString: url, options, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while it closes has told all that it had to tell.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: ConnectionError) => {
      throw refusal(error, { setting, role, login: client.user ?? '' });
    });
    await prove?.(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** An error of the server, of the operating system, or of several addresses of one host (`errors`). */
type ConnectionError = Error & { code?: string; errors?: Error[] };

function refusal(
  cause: ConnectionError,
  { setting, role, login }: Pick<Login, 'setting' | 'role'> & { login: string },
): Error {
  if (role && cause.code === '42501') {
    return new Error(
      `The login ${login} of ${setting} may not act as ${role}. Run as a superuser or an administrator of that role: GRANT ${role} TO ${pg.escapeIdentifier(login)}`,
      { cause },
    );
  }
  const reasons = cause.message || (cause.errors ?? []).map(({ message }) => message).join(', ');
  return new Error(`${setting} does not connect: ${reasons}`, { cause });
}
