import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';

const KiB = 1024;

/** What a route takes in. A route without a declaration takes a small JSON object. */
export interface RouteIntake {
  format: 'json' | 'octets' | 'csv' | 'form' | 'stream';
  /** Largest body in bytes; of a stream, whatever its handler takes. */
  bodyLimit: number;
  /** Most names in all objects of the body together. */
  keys: number;
  /** Most elements in one list. */
  elements: number;
}

export const standardIntake: RouteIntake = { format: 'json', bodyLimit: 256 * KiB, keys: 2000, elements: 1000 };

/** Levels of objects and lists in a body, on every route. */
export const maxDepth = 32;

declare module 'fastify' {
  interface FastifyContextConfig {
    intake?: RouteIntake;
  }
}

/**
 * Lets a route take larger JSON bodies than the standard 256 KiB, 2,000 names and 1,000 elements, as bulk commands need.
 * The largest sensible: 50,000 elements; a list of that length costs the process some 50 ms.
 */
export const LargeBody = (limits: Partial<Pick<RouteIntake, 'bodyLimit' | 'keys' | 'elements'>>) =>
  RouteConfig({ intake: { ...standardIntake, ...limits } });

/**
 * The route takes a file as it is, `application/octet-stream`, of at most `bodyLimit` bytes; the handler receives it by
 * `@Body() file: Buffer`.
 */
export const OctetStreamBody = ({ bodyLimit, description }: { bodyLimit: number; description: string }) =>
  applyDecorators(
    RouteConfig({ intake: { ...standardIntake, format: 'octets', bodyLimit } }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ required: true, description, schema: { type: 'string', format: 'binary' } }),
  );

/**
 * The route takes comma-separated values, `text/csv` in UTF-8, of at most `bodyLimit` bytes; the handler receives them as
 * they are by `@Body() file: Buffer`.
 */
export const CsvBody = ({ bodyLimit, description }: { bodyLimit: number; description: string }) =>
  applyDecorators(
    RouteConfig({ intake: { ...standardIntake, format: 'csv', bodyLimit } }),
    ApiConsumes('text/csv'),
    ApiBody({ required: true, description, schema: { type: 'string', format: 'binary' } }),
  );

/**
 * The route takes a form, `application/x-www-form-urlencoded`, as protocols of others prescribe it. The handler reads it by
 * a decorator of its own; `fields` only describes it.
 */
export const FormBody = ({ fields, bodyLimit }: { fields: new () => object; bodyLimit: number }) =>
  applyDecorators(
    RouteConfig({ intake: { ...standardIntake, format: 'form', bodyLimit } }),
    ApiConsumes('application/x-www-form-urlencoded'),
    ApiBody({ required: true, type: fields }),
  );

/**
 * The route takes a file of one of the types as it comes: nothing of it is read before the handler, which receives it by
 * `@StreamedFile()` and bounds it.
 */
export const StreamedBody = ({ types, description }: { types: readonly string[]; description: string }) =>
  applyDecorators(
    RouteConfig({ intake: { ...standardIntake, format: 'stream' } }),
    ApiConsumes(...types),
    ApiBody({ required: true, description, schema: { type: 'string', format: 'binary' } }),
  );
