import { Configuration, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { appLogin } from '#platform/database/app-data-source.js';
import { migrate } from '#platform/database/migrate.js';
import { loginAs, QUEUE_ROLE, RELAY_ROLE } from '#platform/database/role-pools.js';
import { tryLogin } from '#platform/database/try-login.js';
import { JobRunner } from '#platform/jobs/job-runner.js';
import { createLog, formatFor } from '#platform/logging/log.js';
import { startTracing } from '#platform/tracing/start-tracing.js';
import { EventRelay } from '#platform/webhooks/event-relay.js';
import { announcer } from './announce.js';
import { createApp } from './app.factory.js';
import { packageVersion } from './package-version.js';
import { keepHeapSteady } from './steady-heap.js';
import { onStopSignal } from './stop-signal.js';

/** The worker process: takes jobs from the queue of a database that API processes share. */
export async function work(): Promise<void> {
  keepHeapSteady();
  const environment = readEnvironment(process.env);
  if (!environment.DATABASE_URL) {
    throw new Error('The worker needs DATABASE_URL. Without one, npm start runs the jobs itself.');
  }
  const ownerUrl = environment.DATABASE_URL;
  const configuration = new Configuration(environment, ownerUrl, requiredSecret(environment));
  await tryLogin({ setting: 'DATABASE_URL', url: ownerUrl });
  await migrate(ownerUrl);
  await tryLogin(appLogin(configuration));
  for (const role of [QUEUE_ROLE, RELAY_ROLE]) await tryLogin(loginAs(role, ownerUrl));
  const format = formatFor(environment.LOG_FORMAT);
  const log = createLog({ level: environment.LOG_LEVEL, format, process: 'worker' });
  const endTracing = await startTracing(environment, { version: packageVersion(), process: 'worker' }, log);
  // Never listens: jobs have lists and reports answered by the routes of the API, in this process.
  const app = await createApp(configuration, log);
  await app.init();
  const runner = app.get(JobRunner);
  const relay = app.get(EventRelay);
  await runner.start();
  relay.start();
  const stop = async () => {
    await Promise.all([runner.stop(), relay.stop()]);
    await app.close();
    await endTracing();
  };
  onStopSignal({ stop, limit: environment.SHUTDOWN_LIMIT, log });
  announcer(log, format)({ message: 'Bureau worker is ready' });
}
