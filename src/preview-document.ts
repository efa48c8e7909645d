import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Configuration, readEnvironment } from '#platform/config/configuration.js';
import { createHttpAdapter } from '#platform/http/http-adapter.js';
import { describeApi } from './api-document.js';
import { AppModule } from './app.module.js';

/** Of a preview: nothing is constructed or connected, so what stands for database and secret is never used. */
export async function previewDocument(): Promise<OpenAPIObject> {
  const configuration = new Configuration(readEnvironment({}), 'postgres://preview', 'preview');
  const options = { preview: true, abortOnError: false, logger: ['error', 'fatal'] as ('error' | 'fatal')[] };
  const module = AppModule.of(configuration);
  return describeApi(await NestFactory.create<NestFastifyApplication>(module, createHttpAdapter(), options));
}
