import 'reflect-metadata';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FieldClass } from '#platform/http/fields/field-metadata.js';
import { FieldsPipe } from '#platform/http/fields/fields.pipe.js';
import { createHttpAdapter } from '#platform/http/http-adapter.js';
import { readJsonBody } from '#platform/http/json-body.js';
import { maxDepth } from '#platform/http/route-limits.js';
import { Configuration, readEnvironment } from '#platform/config/configuration.js';
import { Problem } from '#kernel/problem.js';
import { AppModule } from '../../src/app.module.js';

/** Where `@ApiOperation` leaves what it was told. */
const OPERATION = 'swagger/apiOperation';

type Declared = Record<string, { index: number }>;

/** The class that the handler of each operation declares for its body, of the application as it boots. */
export async function handlerBodies(): Promise<Map<string, FieldClass>> {
  const configuration = new Configuration(readEnvironment({}), 'postgres://preview', 'preview');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(configuration), createHttpAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  const controllers = [...app.get(ModulesContainer).values()].flatMap((one) => [...one.controllers.values()]);
  return new Map(
    controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? bodiesOf(metatype as FieldClass) : [])),
  );
}

function bodiesOf(controller: FieldClass): [string, FieldClass][] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((handler): [string, FieldClass][] => {
    const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) as Declared | undefined;
    const classes = Reflect.getMetadata('design:paramtypes', prototype, handler) as FieldClass[] | undefined;
    const body = Object.entries(parameters ?? {}).find(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`))?.[1];
    if (!body || !classes) return [];
    const described = Reflect.getMetadata(OPERATION, prototype[handler]!) as { operationId: string };
    return [[described.operationId, classes[body.index]!]];
  });
}

const limits = { depth: maxDepth, keys: 100_000, elements: 100_000 };
const pipe = new FieldsPipe();

/** How the server reads the text of a body: what it is refused with, undefined where it is taken. */
export function refusalOfBody(type: FieldClass, text: string): Problem | undefined {
  try {
    pipe.transform(readJsonBody(Buffer.from(text), limits), { type: 'body', metatype: type, data: undefined });
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
