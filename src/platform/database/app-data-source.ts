import './pg-types.js';
import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Configuration } from '../config/configuration.js';
import { SnakeNamingStrategy } from './snake-naming-strategy.js';
import type { Login } from './try-login.js';

const APPLICATION_ROLE = 'bureau_app';

/**
 * After so many times the limit of a statement, of which the server would have told, a server that says nothing is taken to
 * be out of reach, and the connection is given up: a network may swallow what either side sends without closing anything.
 */
const SILENCE = 2;

/**
 * Settings of every connection: the application role from the first statement on (RESET ROLE returns to it), and limits
 * that end a statement, a wait for a lock or an abandoned transaction before it holds up others.
 */
const sessionSettings = ({ statementSeconds }: Configuration) =>
  [
    `-c role=${APPLICATION_ROLE}`,
    `-c statement_timeout=${statementSeconds}s`,
    '-c lock_timeout=10s',
    '-c idle_in_transaction_session_timeout=30s',
    '-c timezone=UTC',
  ].join(' ');

/** How the connections of the pool below log in. */
export function appLogin(configuration: Configuration): Login {
  const { appUrl, environment } = configuration;
  const setting = environment.DATABASE_APP_URL ? 'DATABASE_APP_URL' : 'DATABASE_URL';
  return {
    setting,
    url: appUrl,
    role: APPLICATION_ROLE,
    options: sessionSettings(configuration),
    prove: (client) => assertRoleIsBound(async (text) => (await client.query<BoundRole>(text)).rows),
  };
}

export function appDataSourceOptions(configuration: Configuration): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: configuration.appUrl,
    applicationName: 'bureau',
    poolSize: configuration.poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      pipeline: true,
      options: sessionSettings(configuration),
      query_timeout: configuration.statementSeconds * SILENCE * 1000,
    },
    namingStrategy: new SnakeNamingStrategy(),
    autoLoadEntities: true,
    synchronize: false,
    installExtensions: false,
    retryAttempts: 0,
  };
}

interface BoundRole {
  name: string;
  unbound: boolean;
  owned: number;
}

const PRESENT_ROLE = `
  SELECT current_user AS name, r.rolsuper OR r.rolbypassrls AS unbound,
         (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owned
  FROM pg_roles r WHERE r.rolname = current_user`;

/** Refuses a connection whose role could see or change rows of every organization. */
export async function assertRoleIsBound(rowsOf: (text: string) => Promise<BoundRole[]>): Promise<void> {
  const [role] = await rowsOf(PRESENT_ROLE);
  if (role && !role.unbound && role.owned === 0) return;
  throw new Error(
    `The database role ${role?.name} is not bound by row security: it is a superuser, has BYPASSRLS or owns tables. Connect as ${APPLICATION_ROLE} without any of that, or as a role that may SET ROLE to it.`,
  );
}
