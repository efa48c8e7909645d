import { createContext, runInContext } from 'node:vm';
import type { DescribedApi } from './described-api.js';
import type { byPath, keepSession, operationFilter, prepareRequest, requestDuration } from './swagger-ui-page.js';

/** What the page sets Swagger UI up with. */
interface Options {
  spec: DescribedApi;
  requestInterceptor: typeof prepareRequest;
  responseInterceptor: typeof keepSession;
  operationsSorter: typeof byPath;
  plugins: [typeof operationFilter, typeof requestDuration];
}

/** How the page reaches its server. */
export type PageFetch = (path: string, init: RequestInit) => Promise<Pick<Response, 'ok' | 'url' | 'json'>>;

/** Runs `/docs/swagger-ui-init.js` as a browser does; what stands in for Swagger UI remembers what it is given. */
export class SwaggerUiPage {
  options: Options;
  /** The access token that is sent. */
  token: string | undefined;
  /** The access token that outlives a reload. */
  kept: string | undefined;
  private readonly globals: { session?: { renewAt: number } };

  constructor(script: string, fetch: PageFetch) {
    const SwaggerUIBundle = Object.assign((options: Options) => this.swaggerUi(options), { presets: {}, plugins: {} });
    const location = { search: '', origin: 'http://localhost' };
    const browser = { location, crypto, performance, fetch, SwaggerUIBundle, SwaggerUIStandalonePreset: {} };
    this.globals = createContext(browser);
    runInContext(`globalThis.window = globalThis; ${script}; window.onload()`, this.globals);
  }

  /** Headers of a request as it leaves the page. */
  async headersOf(method: string, filledIn: Record<string, string> = {}): Promise<Record<string, string>> {
    const authorization: Record<string, string> = this.token ? { Authorization: `Bearer ${this.token}` } : {};
    const request = { url: '/v1/things', method, headers: { ...authorization, ...filledIn } };
    return (await this.options.requestInterceptor(request)).headers;
  }

  /** The sign-in that the page renews; none after a sign-out or a renewal that was refused. */
  get session(): { renewAt: number } | undefined {
    return this.globals.session;
  }

  private swaggerUi(options: Options): object {
    this.options = options;
    return {
      getConfigs: () => options,
      preauthorizeApiKey: (_scheme: string, token: string) => (this.token = token),
      authActions: {
        persistAuthorizationIfNeeded: () => (this.kept = this.token),
        logoutWithPersistOption: () => (this.token = this.kept = undefined),
      },
    };
  }
}
