import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Configuration } from '#platform/config/configuration.js';
import { appLogin } from '#platform/database/app-data-source.js';
import { tryLogin } from '#platform/database/try-login.js';
import { createLog } from '#platform/logging/log.js';
import { NestLog } from '#platform/logging/nest-log.js';
import { TerminalLines } from '#platform/logging/terminal-lines.js';
import { AppModule } from '../app.module.js';
import { type OpenOptions, openCurrentInstallation } from './installation.js';

/** Gives the work the services of the application, on the installation that `npm start` would run. */
export async function withApplication<T>(
  work: (app: INestApplicationContext, configuration: Configuration) => Promise<T>,
  options?: OpenOptions,
): Promise<T> {
  const { configuration, close } = await openCurrentInstallation(options);
  try {
    await tryLogin(appLogin(configuration));
    const stderr = new TerminalLines((text) => void process.stderr.write(text));
    const log = createLog({ level: 'warn', format: 'text', process: 'cli' }, stderr);
    const app = await NestFactory.createApplicationContext(AppModule.of(configuration), {
      logger: new NestLog(log),
      abortOnError: false,
    });
    try {
      return await work(app, configuration);
    } finally {
      await app.close();
    }
  } finally {
    await close();
  }
}
