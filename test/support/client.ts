import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.js';
import { provided } from './database.js';
import { requireDescribed } from './described-answers.js';

/** Answers are read as JSON unless a request says otherwise. */
type Json = 'application/json' | 'application/problem+json';
export type BureauClient = Client<paths, Json>;

/** The client that an integrator gets from the API document, with what every request of theirs brings. */
export function newClient(accessToken?: string): BureauClient {
  const client = createClient<paths, Json>({ baseUrl: provided('TEST_BASE_URL') });
  client.use({
    onRequest({ request }) {
      if (accessToken) request.headers.set('Authorization', `Bearer ${accessToken}`);
    },
    async onResponse({ request, response }) {
      const { pathname, search } = new URL(request.url);
      const type = response.headers.get('content-type') ?? undefined;
      const body: unknown = type?.includes('json') ? await response.clone().json() : undefined;
      requireDescribed({
        method: request.method.toLowerCase(),
        path: pathname + search,
        status: response.status,
        type,
        body,
      });
    },
  });
  return client;
}

/** The body of an answer that has one. */
export async function bodyOf<T>(
  answering: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await answering;
  if (data === undefined || data === null) throw new Error(`${response.status} ${JSON.stringify(error)}`);
  return data;
}
