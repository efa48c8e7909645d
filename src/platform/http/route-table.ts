import type { FastifyInstance } from 'fastify';

interface Pattern {
  segments: readonly string[];
  methods: Set<string>;
}

/** Which methods each address answers, for a 405 that names them: Fastify itself only knows that nothing matched. */
export class RouteTable {
  private readonly patterns = new Map<string, Pattern>();

  /** Records every route that is registered from now on. */
  static of(server: FastifyInstance): RouteTable {
    const table = new RouteTable();
    server.addHook('onRoute', ({ url, method }) => {
      for (const one of [method].flat()) table.add(url, one);
    });
    return table;
  }

  add(url: string, method: string): void {
    const pattern = this.patterns.get(url);
    if (pattern) pattern.methods.add(method);
    else this.patterns.set(url, { segments: url.split('/'), methods: new Set([method]) });
  }

  /**
   * Methods of the routes whose pattern matches the address, sorted. Linear in the routes: it only serves refusals.
   *
   * @throws URIError for an address that is not percent-encoded UTF-8; the input guard has refused such by then
   */
  methodsAt(address: string): string[] {
    const [path = ''] = address.split(/[?#]/, 1);
    const segments = decodeURI(path).split('/');
    const matching = [...this.patterns.values()].filter((pattern) => matches(pattern.segments, segments));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  const open = pattern.at(-1) === '*';
  if (open ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every((part, at) => {
    if (part === '*' && open) return true;
    return part.startsWith(':') ? segments[at] !== '' : part === segments[at];
  });
}
