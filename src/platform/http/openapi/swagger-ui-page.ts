// What runs in the browser, where Swagger UI shows the document. It is sent there as text: each function stands on its
// own, and what they share is in the page.

interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** Seconds. */
  expiresIn: number;
}

interface Page {
  ui: {
    preauthorizeApiKey(scheme: string, token: string): void;
    authActions: { persistAuthorizationIfNeeded(): void; logoutWithPersistOption(schemes: string[]): void };
    getConfigs(): { responseInterceptor: typeof keepSession };
  };
  /** The sign-in of this page: gone with it, unlike the access token. */
  session?: { accessToken: string; refreshToken: string; renewAt: number };
}

export interface PageRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
}

export interface PageResponse {
  url: string;
  ok: boolean;
  body?: unknown;
}

/** A sign-in or renewal authorizes what follows it, without copying its token, until the sign-out. */
export const keepSession = (response: PageResponse): PageResponse => {
  const page = globalThis as unknown as Page;
  const { accessToken, refreshToken, expiresIn } = (response.body ?? {}) as Partial<Tokens>;
  if (response.ok && accessToken && refreshToken && expiresIn) {
    page.session = { accessToken, refreshToken, renewAt: Date.now() + (expiresIn - 60) * 1000 };
    page.ui.preauthorizeApiKey('bearer', accessToken);
    page.ui.authActions.persistAuthorizationIfNeeded();
  } else if (response.ok && response.url.endsWith('/v1/auth/logout')) {
    delete page.session;
    page.ui.authActions.logoutWithPersistOption(['bearer']);
  }
  return response;
};

/** Renews a sign-in of this page before it ends, and gives each command a key of its own where none was filled in. */
export const prepareRequest = async (request: PageRequest): Promise<PageRequest> => {
  const page = globalThis as unknown as Page;
  const { headers } = request;
  const { session } = page;
  if (session && headers.Authorization === `Bearer ${session.accessToken}` && Date.now() >= session.renewAt) {
    delete page.session;
    const renewal = await fetch('/v1/auth/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refreshToken: session.refreshToken }),
    });
    if (renewal.ok) {
      const tokens = (await renewal.json()) as Tokens;
      page.ui.getConfigs().responseInterceptor({ url: renewal.url, ok: true, body: tokens });
      headers.Authorization = `Bearer ${tokens.accessToken}`;
    }
  }
  // Keys belong to a caller; a sign-in has none yet.
  const isCommand = ['POST', 'PATCH'].includes(request.method) && headers.Authorization !== undefined;
  if (isCommand && !headers['Idempotency-Key']) {
    // Over plain HTTP, browsers have no crypto.randomUUID.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    headers['Idempotency-Key'] = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return request;
};

/** As Immutable.js has them. */
interface Operation {
  getIn(path: string[]): unknown;
}
interface Filtered<T> {
  filter(test: (one: T) => boolean): unknown;
}
interface Tag {
  get(key: 'operations'): { size: number };
  update(key: 'operations', change: (operations: Filtered<Operation>) => unknown): Tag;
}
interface Tags {
  map(change: (tag: Tag) => Tag): Filtered<Tag>;
}

interface Element {
  querySelector(selector: string): { setAttribute(name: string, value: string): void } | null;
}
interface React {
  createElement(type: unknown, properties: object, ...children: unknown[]): unknown;
}

/** The filter finds operations by path, name and summary; Swagger UI's own compares the tags only. */
export const operationFilter = () => ({
  fn: {
    opsFilter: (tags: Tags, phrase: string) => {
      const words = phrase.toLowerCase().split(/\s+/);
      const textOf = (operation: Operation) =>
        [['path'], ['operation', 'operationId'], ['operation', 'summary']]
          .map((path) => String(operation.getIn(path)))
          .join(' ')
          .toLowerCase();
      const isFound = (operation: Operation) => words.every((word) => textOf(operation).includes(word));
      return tags
        .map((tag) => tag.update('operations', (operations) => operations.filter(isFound)))
        .filter((tag) => tag.get('operations').size > 0);
    },
  },
  wrapComponents: {
    FilterContainer: (Original: unknown, { React }: { React: React }) => {
      const label = (box: Element | null) =>
        box?.querySelector('input')?.setAttribute('placeholder', 'Find operations');
      return (properties: object) =>
        React.createElement('div', { ref: label }, React.createElement(Original, properties));
    },
  },
});

type SetResponse = (path: string, method: string, response: { url?: string; duration?: number }) => unknown;

/** The duration that is shown is that of the request; Swagger UI's own holds the drawing of the page as well. */
export const requestDuration = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        setResponse:
          (set: SetResponse): SetResponse =>
          (path, method, response) => {
            const timing = performance.getEntriesByName(response.url ?? '').at(-1);
            // Once the browser's list of them is full, it takes no more.
            performance.clearResourceTimings();
            return set(path, method, timing ? { ...response, duration: Math.round(timing.duration) } : response);
          },
      },
    },
  },
});

/** By path; what reads before what writes. */
export const byPath = (one: Operation, other: Operation): number => {
  const [left, right] = [one, other].map(
    (operation) => `${String(operation.getIn(['path']))} ${String(operation.getIn(['method']))}`,
  );
  return left! < right! ? -1 : 1;
};
