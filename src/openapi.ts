import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Configuration, readEnvironment } from '#platform/config/configuration.js';
import { createHttpAdapter } from '#platform/http/http-adapter.js';
import { documentRefusal } from '#platform/http/openapi/document-refusal.js';
import { describeApi } from './api-document.js';
import { AppModule } from './app.module.js';

// Writes the API of this build to openapi.json. With --check it only tells whether that file is current.
const file = 'openapi.json';
const use = process.argv.includes('--check') ? 'check' : 'write';
const built = `${JSON.stringify(await describe(), undefined, 2)}\n`;
const refusal = documentRefusal(existsSync(file) ? readFileSync(file, 'utf8') : undefined, built, use);

if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else if (use === 'write') {
  writeFileSync(file, built);
}

/** Of a preview: nothing is constructed or connected, so what stands for database and secret is never used. */
async function describe() {
  const configuration = new Configuration(readEnvironment({}), 'postgres://preview', 'preview');
  const options = { preview: true, abortOnError: false, logger: ['error', 'fatal'] as ('error' | 'fatal')[] };
  const module = AppModule.of(configuration);
  return describeApi(await NestFactory.create<NestFastifyApplication>(module, createHttpAdapter(), options));
}
