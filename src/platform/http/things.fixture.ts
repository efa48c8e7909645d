import { Body, Controller, Get, HttpCode, Module, NotFoundException, Patch, Post, Query, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { defineProblems } from '#kernel/problem.js';
import { configureHttp, type HttpOptions } from './configure-http.js';
import { Deprecated } from './deprecation.js';
import { IfMatch, requireVersion, Versioned } from './etag.js';
import { Flag, List, Money, Text } from './fields/fields.js';
import { createHttpAdapter } from './http-adapter.js';
import { IdParam } from './id-param.js';
import type { ProblemBody } from './problem-body.js';
import { requestContext } from './request-context.js';
import { LargeBody, CsvBody, OctetStreamBody } from './route-limits.js';

/** A well-formed id. */
export const id = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
/** Lets the request that waits at `slow` go on. */
export const slow: { release?: () => void } = {};

const problems = defineProblems({ number_taken: { status: 409, title: 'The number is taken' } });

class Line {
  @Money({ optional: true, example: '1.00' }) amount?: string;
}
class Thing {
  @Text(20, { example: 'Chair' }) name: string;
  @List(() => Line, { optional: true, max: 5000 }) lines?: Line[];
}
class Remark {
  @Text(20, { optional: true, example: 'Sold' }) text?: string;
}
class Options {
  @Flag({ optional: true, example: true }) dryRun?: boolean;
}

function databaseError(fields: object): Error {
  const driverError = Object.assign(new Error('duplicate key value "secret value"'), { severity: 'ERROR', ...fields });
  return Object.assign(new Error('QueryFailed'), { query: 'INSERT INTO secret', driverError });
}

@Controller('things')
class ThingsController {
  @Get('context')
  context() {
    return { ...requestContext() };
  }

  @Post()
  create(@Body() body: Thing, @Query() options: Options) {
    return { ...body, ...options, requestId: requestContext()?.requestId };
  }

  @Post('many')
  @LargeBody({ bodyLimit: 1024 * 1024, keys: 10_000, elements: 5000 })
  createMany(@Body() body: Thing) {
    return { count: body.lines?.length };
  }

  @Post('file')
  @OctetStreamBody({ bodyLimit: 1000, description: 'Any file.' })
  file(@Body() file: Buffer) {
    return { bytes: file.length };
  }

  @Post('rows')
  @CsvBody({ bodyLimit: 1000, description: 'Any rows.' })
  rows(@Body() file: Buffer) {
    return { bytes: file.length };
  }

  @Get('old')
  @Deprecated({ since: '2026-03-01', sunset: '2027-03-01', successor: '/things' })
  old() {
    return {};
  }

  @Post('action')
  @HttpCode(200)
  act() {
    return { done: true };
  }

  @Post('remark')
  @HttpCode(200)
  remark(@Body() body: Remark) {
    return { ...body };
  }

  @Post('undeclared')
  undeclared(@Body() body: Thing[]) {
    return body;
  }

  @Get('broken/:how')
  broken(@IdParam('how') how: string) {
    return how;
  }

  @Get('defect')
  defect() {
    throw new Error('the password is swordfish');
  }

  @Get('taken')
  taken() {
    throw databaseError({ code: '23505', constraint: 'thing_number_key', detail: 'Key (number)=(7) already exists.' });
  }

  @Get('deadlock')
  deadlock() {
    throw databaseError({ code: '40P01' });
  }

  @Get('half')
  half(@Res() reply: FastifyReply) {
    reply.raw.writeHead(200, { 'content-type': 'text/csv' }).write('a,b');
    throw new Error('the export broke');
  }

  @Get('slow')
  async slow() {
    await new Promise<void>((resolve) => (slow.release = resolve));
    return { done: true };
  }

  @Get('missing')
  missing() {
    throw new NotFoundException('No thing has this id.');
  }

  @Get('id/:id')
  @Versioned()
  read(@IdParam() thingId: string) {
    return { id: thingId, version: 7 };
  }

  @Patch('id/:id')
  @Versioned()
  change(@IdParam() thingId: string, @IfMatch() seen: number, @Body() body: Thing) {
    requireVersion(7, seen);
    return { id: thingId, version: seen + 1, name: body.name };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

/** What the server wrote into its log. */
export const log: string[] = [];
const write = (...parts: unknown[]) => void log.push(parts.map((part) => JSON.stringify(part)).join(' '));
const logger = { log: () => {}, warn: write, error: write };
const databaseProblems = { thing_number_key: () => problems.number_taken('Choose another number.') };

/** A server with one route for each thing that a request may meet. */
export async function startThings(options: Partial<HttpOptions> = {}): Promise<NestFastifyApplication> {
  const started = await NestFactory.create<NestFastifyApplication>(ThingsModule, createHttpAdapter(), { logger });
  configureHttp(started, { databaseProblems, ...options });
  await started.listen(0, '127.0.0.1');
  return started;
}

export interface Sent {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'QUERY';
  body?: string | Buffer | object;
  headers?: Record<string, string>;
}

/** Sends a request without a network, and reads the answer. */
export async function sendTo(app: NestFastifyApplication, url: string, { method, body, headers }: Sent = {}) {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const response = await app.inject({
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    url,
    payload: raw || body === undefined ? body : JSON.stringify(body),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  return { status: response.statusCode, headers: response.headers, text: response.body, body: parse(response.body) };
}

const parse = (text: string) => (text ? (JSON.parse(text) as ProblemBody & Record<string, unknown>) : undefined);
