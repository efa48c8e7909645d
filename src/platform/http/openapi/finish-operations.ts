import type { OpenAPIObject } from '@nestjs/swagger';
import {
  ANSWERS_ETAG,
  ANSWERS_OAUTH,
  IS_DEPRECATED,
  IS_PUBLIC,
  IS_UNLIMITED,
  NEEDS_STEP_UP,
  PROBLEM_PREFIX,
} from './operation-marks.js';
import { type ProblemStatus, responseNames } from './problem-responses.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & Record<string, unknown>;
type Parameters = NonNullable<Operation['parameters']>;

/** The permissions that programs may hold, and those that they all have. */
interface Clients {
  scopes: Readonly<Record<string, string>>;
  unscoped: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const reference = (kind: 'responses' | 'headers' | 'parameters', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
});

/** What a success means where the operation says nothing of its own. */
const successDescriptions: Readonly<Record<string, string>> = {
  '201': 'The new record.',
  '202': 'Accepted; the answer tells where to follow the work.',
  '204': 'Done; the answer has no body.',
};

const stepUpNotice =
  'Whoever has a second factor has proved it within the last ten minutes: at the sign-in, or with `stepUp` (403 `step_up_required`).';

/** Writes into every operation what all have in common, and what the marks of its decorators ask for. */
export function finishOperations(document: OpenAPIObject, clients?: Clients): void {
  const seen = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      const { operationId = '' } = operation;
      if (seen.has(operationId)) throw new Error(`operationId ${operationId} of ${method} ${path} is not unique`);
      seen.add(operationId);
      finishOperation(operation, method);
      if (clients) openToClients(operation, clients);
      if (isBodyOptional(operation, document)) (operation.requestBody as { required?: boolean }).required = false;
    }
  }
}

function finishOperation(operation: Operation, method: (typeof methods)[number]): void {
  deprecate(operation);
  if (operation[NEEDS_STEP_UP])
    operation.description = [operation.description, stepUpNotice].filter(Boolean).join('\n\n');
  if (takeMark(operation, IS_PUBLIC)) operation.security = [];
  const isUnlimited = takeMark(operation, IS_UNLIMITED);
  if (method === 'patch') acceptMergePatch(operation);
  separateByCommas(operation);
  const hasEtag = takeMark(operation, ANSWERS_ETAG);
  const isIdempotent = takesHeader(operation, 'Idempotency-Key');
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response || '$ref' in response || !status.startsWith('2')) continue;
    response.description ||= successDescriptions[status] ?? 'The answer.';
    response.headers = { 'Request-Id': reference('headers', 'RequestId'), ...response.headers };
    if (hasEtag) response.headers.ETag = reference('headers', 'ETag');
    if (isIdempotent) response.headers['Idempotent-Replayed'] = reference('headers', 'IdempotentReplayed');
  }
  if (hasEtag && method === 'get') {
    (operation.parameters ??= [] as Parameters).push(reference('parameters', 'IfNoneMatch'));
    operation.responses['304'] = reference('responses', 'NotModified');
  }
  if (takeMark(operation, ANSWERS_OAUTH)) {
    operation.responses['400'] = reference('responses', 'TokenRequestRefused');
    operation.responses['401'] = reference('responses', 'ClientRefused');
  }
  for (const status of [...problemStatuses(operation), ...(isUnlimited ? [] : [429 as const])]) {
    operation.responses[status] ??= reference('responses', responseNames[status]);
  }
}

/** Programs get in as well where they may hold the permission; what no program holds is for people alone. */
function openToClients(operation: Operation, { scopes, unscoped }: Clients): void {
  const permission = operation['x-permission'] as string | undefined;
  if (permission === undefined) return;
  const needed = unscoped.includes(permission) ? [] : [permission];
  if (needed.every((name) => name in scopes)) operation.security = [{ bearer: [] }, { oauth2: needed }];
}

/** `x-sunset` is what gateways and client generators look for. */
function deprecate(operation: Operation): void {
  const about = operation[IS_DEPRECATED] as { since: string; sunset: string; successor?: string } | undefined;
  if (!takeMark(operation, IS_DEPRECATED) || !about) return;
  const instead = about.successor ? ` Use ${about.successor} instead.` : '';
  const notice = `Deprecated since ${about.since}; it may be gone from ${about.sunset} on.${instead}`;
  operation.description = [notice, operation.description].filter(Boolean).join('\n\n');
  Object.assign(operation, { deprecated: true, 'x-sunset': about.sunset });
}

/** The statuses that every operation may refuse with, and those that decorators have marked. */
function problemStatuses(operation: Operation): ProblemStatus[] {
  const marked = Object.keys(operation)
    .filter((key) => key.startsWith(PROBLEM_PREFIX))
    .map((key) => (takeMark(operation, key), Number(key.slice(PROBLEM_PREFIX.length)) as ProblemStatus));
  const isPublic = operation.security?.length === 0;
  return [
    ...([400, 500, 503] as const),
    ...(isPublic ? [] : ([401, 403] as const)),
    ...(operation.requestBody ? ([413, 415, 422] as const) : []),
    ...marked,
  ];
}

const takesHeader = ({ parameters = [] }: Operation, name: string): boolean =>
  parameters.some((one) => 'name' in one && one.in === 'header' && one.name === name);

function takeMark(operation: Operation, mark: string): boolean {
  const marked = mark in operation;
  delete operation[mark];
  return marked;
}

/** A request without a body is read as an empty object, which does where no field is required. */
function isBodyOptional({ requestBody }: Operation, { components }: OpenAPIObject): boolean {
  if (!requestBody || '$ref' in requestBody) return false;
  const schema = requestBody.content['application/json']?.schema;
  if (!schema || !('$ref' in schema)) return false;
  const body = components?.schemas?.[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
  return body !== undefined && !('$ref' in body) && (body.required ?? []).length === 0;
}

/** Several values of a query parameter are one text: `code=1910,1930`. */
function separateByCommas({ parameters = [] }: Operation): void {
  for (const parameter of parameters) {
    if ('$ref' in parameter || parameter.in !== 'query' || !parameter.schema || '$ref' in parameter.schema) continue;
    if (parameter.schema.type !== 'array') continue;
    // A list of filters says so itself; what says nothing is `Several`, which takes no value twice.
    if (!parameter.style) parameter.schema.uniqueItems = true;
    Object.assign(parameter, { style: 'form', explode: false });
  }
}

/** A patch is read the same under both names. */
function acceptMergePatch({ requestBody }: Operation): void {
  if (!requestBody || '$ref' in requestBody) return;
  const json = requestBody.content['application/json'];
  if (json) requestBody.content = { 'application/merge-patch+json': json, 'application/json': json };
}
