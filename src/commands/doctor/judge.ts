import type { MigrationState } from '#platform/database/migrate.js';
import { advice, fault, type Finding, ok } from './finding.js';

const GiB = 1024 ** 3;
const LEAST_SPACE = 0.25 * GiB;
const LITTLE_SPACE = 2 * GiB;

/** Seconds. Access tokens are believed for a minute beyond their time. */
const NOTABLE_SKEW = 2;
const MOST_SKEW = 60;

const OLDEST_SERVER = 15;

/** Connections that are not of the pool: jobs, their look-out, migrations, the operator. */
const OTHER_CONNECTIONS = 8;

/** @param version as `process.versions.node` has it */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const remedy = 'Install Node.js 24, the present long-term release.';
  if (major < 20 || (major === 20 && minor < 19)) {
    return fault('Node.js', `${version}; Bureau needs 20.19 or newer`, remedy);
  }
  if (major === 20) return advice('Node.js', `${version}, which gets no security updates any more`, remedy);
  return ok('Node.js', version);
}

export interface ServerFacts {
  /** As `server_version_num` has it. */
  version: number;
  encoding: string;
  database: string;
  maxConnections: number;
}

export function judgeServer({ version, encoding, database }: ServerFacts): Finding {
  const major = Math.floor(version / 10_000);
  const detail = `PostgreSQL ${major}.${version % 10_000}, database ${database}, ${encoding}`;
  if (major < OLDEST_SERVER) {
    return fault('Database', detail, `Upgrade the server to PostgreSQL ${OLDEST_SERVER} or newer.`);
  }
  if (encoding !== 'UTF8') {
    return fault('Database', detail, "Create the database anew with ENCODING 'UTF8' TEMPLATE template0.");
  }
  return ok('Database', detail);
}

export function judgeConnections({ maxConnections }: ServerFacts, poolSize: number): Finding {
  const detail = `${poolSize} for each process of Bureau, ${maxConnections} on the server`;
  if (poolSize + OTHER_CONNECTIONS <= maxConnections) return ok('Connections', detail);
  return fault('Connections', detail, 'Lower DATABASE_POOL_SIZE, or raise max_connections of the server.');
}

export function judgeMigrations({ pending, unknown }: MigrationState): Finding {
  if (unknown.length > 0) {
    const detail = `the database has ${unknown.length} of a newer release`;
    return fault('Migrations', detail, 'Run the release that migrated it, or restore the backup from before.');
  }
  if (pending.length === 0) return ok('Migrations', 'all applied');
  const remedy = 'The next start applies them; to do it now: npm run bureau -- migrate';
  return advice('Migrations', `${pending.length} not applied yet`, remedy);
}

/** @param bytes that are free where the data folder is */
export function judgeSpace(bytes: number, folder: string): Finding {
  const detail = `${(bytes / GiB).toFixed(1)} GiB free for ${folder}`;
  const remedy = 'Make room, or move DATA_DIR to a larger disk while Bureau is stopped.';
  if (bytes < LEAST_SPACE) return fault('Disk space', detail, remedy);
  return bytes < LITTLE_SPACE ? advice('Disk space', detail, remedy) : ok('Disk space', detail);
}

/** @param seconds by which this machine is ahead of the database */
export function judgeClock(seconds: number): Finding {
  const off = Math.abs(seconds);
  if (off < NOTABLE_SKEW) return ok('Clock', 'agrees with the database');
  const detail = `${Math.round(off)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} the database`;
  const remedy = 'Synchronize both machines (NTP).';
  return off > MOST_SKEW ? fault('Clock', detail, remedy) : advice('Clock', detail, remedy);
}
