import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJsonBody } from './json-body.js';
import { platformProblems } from './platform.problems.js';
import { acceptStreams } from './streamed-body.js';
import { maxDepth, type RouteIntake, standardIntake } from './route-limits.js';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Stands before everything that looks at a request: only JSON objects and declared files come in, within the limits of
 * their route, and no address or body with characters that PostgreSQL cannot store. Parsers of other types are removed,
 * so that every other content type is refused.
 */
export function installInputGuard(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(['application/json', 'application/merge-patch+json'], { parseAs: 'buffer' }, parseJson);
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, passFile('octets'));
  server.addContentTypeParser('text/csv', { parseAs: 'buffer' }, passFile('csv'));
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, passFile('form'));
  acceptStreams(server, intakeOf);
  server.addHook('onRoute', (route) => {
    route.bodyLimit = (route.config?.intake ?? standardIntake).bodyLimit;
  });
  server.addHook('onRequest', (request, _reply, done) => done(checkAddress(request.url)));
}

const mediaTypes: Readonly<Record<RouteIntake['format'], string>> = {
  json: 'application/json',
  octets: 'application/octet-stream',
  csv: 'text/csv',
  form: 'application/x-www-form-urlencoded',
  stream: 'the file as it is',
};

function parseJson(request: FastifyRequest, body: Buffer, done: Done): void {
  if (request.is404) return done(null);
  const intake = intakeOf(request);
  const refused = checkFormat(intake, 'json') ?? checkEncoding(request);
  if (refused) return done(refused);
  try {
    done(null, readJsonBody(body, { depth: maxDepth, keys: intake.keys, elements: intake.elements }));
  } catch (error) {
    done(error as Error);
  }
}

/** Files go to their handler as they are. */
function passFile(format: RouteIntake['format']) {
  return (request: FastifyRequest, body: Buffer, done: Done): void => {
    if (request.is404) return done(null);
    done(checkFormat(intakeOf(request), format) ?? checkEncoding(request) ?? null, body);
  };
}

const checkFormat = (intake: RouteIntake, format: RouteIntake['format']): Error | undefined =>
  intake.format === format ? undefined : unsupported(`Send ${mediaTypes[intake.format]}.`);

const intakeOf = (request: FastifyRequest): RouteIntake => request.routeOptions.config.intake ?? standardIntake;
const unsupported = (detail: string) => platformProblems.unsupported_media_type(detail);

function checkEncoding({ headers }: FastifyRequest): Error | undefined {
  const encoding = headers['content-encoding'];
  if (encoding && encoding !== 'identity') return unsupported('Send the body without a content encoding.');
  const charset = /;\s*charset=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset && charset.toLowerCase() !== 'utf-8') return unsupported('Send the body in UTF-8.');
  return undefined;
}

/** Path and query must be UTF-8 under their percent signs and free of U+0000; half surrogates cannot be encoded so. */
function checkAddress(address: string): Error | undefined {
  if (!address.includes('%')) return undefined;
  const [path = '', ...query] = address.split('?');
  const refused = checkEscapes(path);
  if (refused) return platformProblems.malformed_request(`The path ${refused}`);
  for (const parameter of query.join('?').split('&')) {
    const message = checkEscapes(parameter);
    if (!message) continue;
    const pointer = `?${parameter.split('=', 1)[0]}`;
    return platformProblems.malformed_request(`The query string ${message}`, [
      { pointer, code: 'invalid_encoding', message: `The parameter ${message}` },
    ]);
  }
  return undefined;
}

function checkEscapes(text: string): string | undefined {
  if (!text.includes('%')) return undefined;
  try {
    return decodeURIComponent(text).includes('\0') ? 'must not contain the character U+0000.' : undefined;
  } catch {
    return 'must be percent-encoded UTF-8.';
  }
}
