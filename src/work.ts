import { NestFactory } from '@nestjs/core';
import { Configuration, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { migrate } from '#platform/database/migrate.js';
import { JobRunner } from '#platform/jobs/job-runner.js';
import { AppModule } from './app.module.js';
import { onStopSignal } from './stop-signal.js';

/** The worker process: takes jobs from the queue of a database that API processes share. */
export async function work(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (!environment.DATABASE_URL) {
    throw new Error('The worker needs DATABASE_URL. Without one, npm start runs the jobs itself.');
  }
  await migrate(environment.DATABASE_URL);
  const configuration = new Configuration(environment, environment.DATABASE_URL, requiredSecret(environment));
  const app = await NestFactory.createApplicationContext(AppModule.of(configuration), {
    logger: ['error', 'fatal', 'warn'],
    abortOnError: false,
  });
  const runner = app.get(JobRunner);
  await runner.start();
  console.log('Bureau worker is ready');
  onStopSignal(async () => {
    await runner.stop();
    await app.close();
  });
}
