import { adminEmail, adminPassword, type BureauProcess } from './bureau-process.js';

// What comes back is looked at by the tests, field by field.
// oxlint-disable-next-line no-explicit-any
type Body = any;

export interface Answer {
  status: number;
  replayed: boolean;
  /** The header of this name. */
  retryAfter: string | null;
  body: Body;
}

/** A person, the first administrator unless another is named, signed in at one API process. */
export interface BureauSession {
  organizationId: string;
  sessionTokens: { accessToken: string; refreshToken: string };
  get(path: string): Promise<Answer>;
  patch(path: string, body: object, etag: string): Promise<Answer>;
  /** @throws TypeError when the connection ends before the answer is there */
  post(path: string, body: object, idempotencyKey?: string, headers?: Record<string, string>): Promise<Answer>;
}

export async function signIn({ baseUrl }: Pick<BureauProcess, 'baseUrl'>, email = adminEmail): Promise<BureauSession> {
  const { status, body } = await send(baseUrl, 'POST', '/v1/auth/login', {
    email,
    password: adminPassword,
  });
  if (status !== 200) throw new Error(`Signing in was answered with ${status}: ${JSON.stringify(body)}`);
  const { organizationId, accessToken, refreshToken } = body as Record<
    'organizationId' | 'accessToken' | 'refreshToken',
    string
  >;
  const authorization = { Authorization: `Bearer ${accessToken}` };
  return {
    organizationId,
    sessionTokens: { accessToken, refreshToken },
    get: (path) => send(baseUrl, 'GET', path, undefined, authorization),
    patch: (path, content, etag) => send(baseUrl, 'PATCH', path, content, { ...authorization, 'If-Match': etag }),
    post: (path, content, key, headers) =>
      send(baseUrl, 'POST', path, content, {
        ...authorization,
        ...headers,
        ...(key ? { 'Idempotency-Key': key } : {}),
      }),
  };
}

async function send(
  baseUrl: string,
  method: string,
  path: string,
  content?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: content ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: content && JSON.stringify(content),
  });
  const text = await response.text();
  return {
    status: response.status,
    replayed: response.headers.get('Idempotent-Replayed') === 'true',
    retryAfter: response.headers.get('Retry-After'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export const entriesPath = '/v1/accounting/journal-entries';

/** An entry for the books of `openBooks`. */
export const sale = {
  entryDate: '2026-03-15',
  description: 'Sale',
  post: true,
  lines: [
    { accountCode: '1930', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
};
