import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.factory.js';
import { Configuration, readEnvironment } from '../../src/platform/config/configuration.js';
import { createLog } from '../../src/platform/logging/log.js';
import type { Actor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { PDF } from './some-files.js';

/** A server of the spec's own in this process, on the database of the one under test. */
export interface OwnApp {
  app: NestFastifyApplication;
  folder: string;
  upload: (actor: Actor, content: Buffer, headers?: Record<string, string>) => Promise<{ status: number; body: Body }>;
  get: (actor: Actor, path: string, headers?: Record<string, string>) => Promise<{ status: number; body: Buffer }>;
  port: number;
  stop: () => Promise<void>;
}

type Body = Record<string, unknown> & { id: string; sha256: string; code: string };

/** @param statementSeconds how long a statement may run on it, where that is of interest */
export async function startOwnApp(
  settings: Record<string, string> = {},
  { url = provided('TEST_OWNER_URL'), statementSeconds }: { url?: string; statementSeconds?: number } = {},
): Promise<OwnApp> {
  const folder = await mkdtemp(join(tmpdir(), 'bureau-files-'));
  const environment = readEnvironment({ FILES_DIR: folder, ...settings });
  const configuration = new Configuration(environment, url, provided('TEST_SECRET'), statementSeconds);
  const log = createLog({ level: 'error', format: 'json', process: 'api' }, { write: () => undefined });
  const app = await createApp(configuration, log);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.getHttpServer().address() as { port: number };
  const send = async (actor: Actor, method: 'GET' | 'POST', path: string, payload?: Buffer, headers: object = {}) => {
    const answer = request({
      port,
      method,
      path,
      headers: { authorization: `Bearer ${actor.accessToken}`, 'content-type': PDF, ...headers },
    });
    answer.end(payload);
    return new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
      answer.on('error', reject).on('response', (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () => resolve({ status: response.statusCode!, body: Buffer.concat(parts) }));
      });
    });
  };
  return {
    app,
    folder,
    port,
    upload: async (actor, content, headers) => {
      const { status, body } = await send(actor, 'POST', '/v1/files?name=a.pdf', content, headers);
      return { status, body: JSON.parse(body.toString()) as Body };
    },
    get: (actor, path, headers) => send(actor, 'GET', path, undefined, headers),
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
