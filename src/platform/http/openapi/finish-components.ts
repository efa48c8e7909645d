import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemStatus, responseDescriptions, responseNames } from './problem-responses.js';

type Components = NonNullable<OpenAPIObject['components']>;

const requestIdHeader = { 'Request-Id': { $ref: '#/components/headers/RequestId' } };
const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } },
};

/**
 * Adds the shared responses, headers and parameters, and closes the schemas of requests to unknown fields. A class that
 * declares no fields is an object of any.
 */
export function finishComponents(document: OpenAPIObject): void {
  const components = (document.components ??= {});
  components.parameters = { ...components.parameters, ...usedIn(document.paths, 'parameters', parameters) };
  components.responses = { ...components.responses, ...usedIn(document.paths, 'responses', problemResponses()) };
  components.headers = { ...components.headers, ...usedIn(document, 'headers', headers) };
  for (const schema of Object.values(components.schemas ?? {})) {
    if ('properties' in schema && Object.keys(schema.properties ?? {}).length === 0) schema.additionalProperties = true;
  }
  for (const name of requestSchemas(document)) {
    const schema = components.schemas?.[name];
    if (schema && 'properties' in schema) schema.additionalProperties = false;
  }
}

/** The components that something refers to: what nothing answers is not promised. */
function usedIn<T>(node: unknown, kind: string, components: Readonly<Record<string, T>>): Record<string, T> {
  const text = JSON.stringify(node);
  return Object.fromEntries(
    Object.entries(components).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)),
  );
}

const headers: NonNullable<Components['headers']> = {
  RequestId: {
    description: 'Id of this request; it finds the request in logs and in the audit trail.',
    schema: { type: 'string', format: 'uuid', example: '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64' },
  },
  ETag: {
    description: 'Version of the resource, to be sent back as If-Match with a change.',
    schema: { type: 'string', example: '"7"' },
  },
  IdempotentReplayed: {
    description:
      'The answer is that of an earlier request with this Idempotency-Key; nothing was done again. Absent otherwise.',
    schema: { type: 'string', pattern: '^true$', example: 'true' },
  },
  RateLimitPolicy: {
    description:
      'How many requests (q) in how many seconds (w) are served, for each policy that the request counts under: credential, organization or address. On every answer of a limited operation, as draft-ietf-httpapi-ratelimit-headers-10 has it.',
    schema: { type: 'string', example: '"credential";q=12000;w=60, "organization";q=30000;w=60' },
  },
  RateLimit: {
    description:
      'How many requests are left (r), and in how many seconds (t) the quota is whole again, for each policy.',
    schema: { type: 'string', example: '"credential";r=11999;t=60, "organization";r=29999;t=60' },
  },
  RetryAfter: { description: 'Seconds to wait before the next attempt.', schema: { type: 'integer', example: 1 } },
};

const parameters: NonNullable<Components['parameters']> = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'ETag of the version that is known already; an unchanged resource is answered 304 without a body.',
    schema: { type: 'string', example: '"7"' },
  },
};

const notModified = {
  description: 'The resource is still at the version that If-None-Match names.',
  headers: { ...requestIdHeader, ETag: { $ref: '#/components/headers/ETag' } },
};

function problemResponses(): NonNullable<Components['responses']> {
  const statuses = Object.keys(responseNames).map(Number) as ProblemStatus[];
  const problems = Object.fromEntries(
    statuses.map((status) => {
      const ofAnswer: Record<string, { $ref: string }> = { ...requestIdHeader };
      if (status === 429) {
        ofAnswer['RateLimit-Policy'] = { $ref: '#/components/headers/RateLimitPolicy' };
        ofAnswer.RateLimit = { $ref: '#/components/headers/RateLimit' };
      }
      if (status === 429 || status === 503) ofAnswer['Retry-After'] = { $ref: '#/components/headers/RetryAfter' };
      const description = responseDescriptions[status];
      return [responseNames[status], { description, headers: ofAnswer, content: problemContent }];
    }),
  );
  return { ...problems, ...oauthRefusals, NotModified: notModified };
}

/** Refusals in the words of RFC 6749; whoever cannot be understood at all is answered an ordinary problem. */
const oauthRefusal = (description: string) => ({
  description,
  headers: requestIdHeader,
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/TokenRefusalView' } },
    ...problemContent,
  },
});

const oauthRefusals = {
  TokenRequestRefused: oauthRefusal('The request is not one that RFC 6749 knows, or asks for what is not held.'),
  ClientRefused: oauthRefusal('The client or its secret is not right.'),
};

/** Names of the schemas that request bodies are made of, however deep. */
function requestSchemas(document: OpenAPIObject): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    for (const name of referencedSchemas(node)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(document.components?.schemas?.[name]);
    }
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.post, item.put, item.patch, item.delete]) visit(operation?.requestBody);
  }
  return found;
}

const schemaReference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

function referencedSchemas(node: unknown): string[] {
  return [...(JSON.stringify(node) ?? '').matchAll(schemaReference)].map((match) => match[1]!);
}
