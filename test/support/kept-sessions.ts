import type { BureauProcess } from './bureau-process.js';
import { type BureauSession, signIn } from './bureau-session.js';

/** Half of what an access token lasts. */
const GOOD_FOR = 300_000;

/** The first administrator, signed in once at each process, and again in time: signing in costs more than posting. */
export class KeptSessions {
  private readonly known = new Map<string, { session: BureauSession; since: number }>();

  async at(api: Pick<BureauProcess, 'baseUrl'>): Promise<BureauSession> {
    const known = this.known.get(api.baseUrl);
    if (known && performance.now() - known.since < GOOD_FOR) return known.session;
    const session = await signIn(api);
    this.known.set(api.baseUrl, { session, since: performance.now() });
    return session;
  }
}
