import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { loginAs, poolAs, QUEUE_ROLE } from '../database/role-pools.js';
import { tryLogin } from '../database/try-login.js';
import { queueLogger } from './queue-logger.js';

/**
 * Installs the queue library's schema under its own role, which owns nothing else: the library's row security admits no
 * other role, and the application enqueues through `platform.enqueue_job` alone.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    if (await isInstalled(owner)) return;
    await tryLogin(loginAs(QUEUE_ROLE, ownerUrl));
    await owner.query(PREPARE);
    const pool = poolAs(QUEUE_ROLE, ownerUrl, 1);
    try {
      await runMigrations({ pgPool: pool, logger: queueLogger });
      await pool.query(CREATE_ENQUEUE);
    } finally {
      await pool.end();
      await owner.query(REVOKE_CREATE);
    }
  } finally {
    await owner.end();
  }
}

/** Raised with every new version of the library, and with every change of the function below. */
const QUEUE_VERSION = 'graphile-worker 0.17.3, queues';

/** A restore by anybody but a superuser leaves the function to whoever restored; it works for the queue's role only. */
async function isInstalled(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query(
    `SELECT FROM pg_proc WHERE oid = to_regprocedure('platform.enqueue_job(text, json, text)')
       AND obj_description(oid, 'pg_proc') = $1 AND pg_get_userbyid(proowner) = $2`,
    [QUEUE_VERSION, QUEUE_ROLE],
  );
  return rowCount === 1;
}

const PREPARE = `
  DO $$ BEGIN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO bureau_queue', current_database());
    GRANT USAGE, CREATE ON SCHEMA platform TO bureau_queue;
    DROP FUNCTION IF EXISTS platform.enqueue_job(text, json);
    IF to_regprocedure('platform.enqueue_job(text, json, text)') IS NOT NULL THEN
      ALTER FUNCTION platform.enqueue_job(text, json, text) OWNER TO bureau_queue;
    END IF;
  END $$`;

const REVOKE_CREATE = `
  DO $$ BEGIN
    EXECUTE format('REVOKE CREATE ON DATABASE %I FROM bureau_queue', current_database());
    REVOKE CREATE ON SCHEMA platform FROM bureau_queue;
  END $$`;

// Runs as the queue's role. A job always carries the organization of the transaction that enqueues it. Jobs of one queue
// follow each other.
const CREATE_ENQUEUE = `
  CREATE OR REPLACE FUNCTION platform.enqueue_job(task text, payload json, queue text DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE organization uuid := nullif(current_setting('bureau.organization_id', true), '')::uuid;
  BEGIN
    IF organization IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU020', MESSAGE = 'A job is enqueued within the transaction of an organization.';
    END IF;
    RETURN (graphile_worker.add_job(
      task, (payload::jsonb || jsonb_build_object('organizationId', organization))::json, queue_name => queue)).id;
  END $$;
  REVOKE EXECUTE ON FUNCTION platform.enqueue_job(text, json, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION platform.enqueue_job(text, json, text) TO bureau_app;
  COMMENT ON FUNCTION platform.enqueue_job(text, json, text) IS 'graphile-worker 0.17.3, queues';`;
