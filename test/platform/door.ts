import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import type { Received, Wire } from './wire.js';

/** What a sign-in answers; a renewal answers the tokens of it. */
export interface SignedIn {
  accessToken: string;
  tokenType: string;
  expiresIn: number;
  refreshToken: string;
  organizationId: string;
  userId: string;
  memberships: { organizationId: string; organizationName: string }[];
}

/** An operation that every built-in role may do, and that reads. */
export const READING = '/v1/administration/legal-entities';

/** Coming in, staying and leaving, as clients do it. */
export class Door {
  constructor(readonly wire: Wire) {}

  signIn(body: object): Promise<Received> {
    return this.post('/v1/auth/login', body);
  }

  async tokens(email: string, organizationId?: string): Promise<SignedIn> {
    const { status, text } = await this.signIn({ email, password: PASSWORD, organizationId });
    if (status !== 200) throw new Error(`the sign-in answered ${status} ${text}`);
    return JSON.parse(text) as SignedIn;
  }

  renew(refreshToken: string): Promise<Received> {
    return this.post('/v1/auth/refresh', { refreshToken });
  }

  async renewed(refreshToken: string): Promise<SignedIn> {
    const { status, text } = await this.renew(refreshToken);
    if (status !== 200) throw new Error(`the renewal answered ${status} ${text}`);
    return JSON.parse(text) as SignedIn;
  }

  signOut(accessToken: string): Promise<Received> {
    return this.wire.send({ method: 'POST', path: '/v1/auth/logout', headers: bearer(accessToken) });
  }

  read(accessToken: string): Promise<Received> {
    return this.wire.send({ method: 'GET', path: READING, headers: bearer(accessToken) });
  }

  /** Whether the access token opens anything: 200 or 401. */
  async statusOf(accessToken: string): Promise<number> {
    return (await this.read(accessToken)).status;
  }

  private post(path: string, body: object): Promise<Received> {
    const headers = { 'Content-Type': 'application/json' };
    return this.wire.send({ method: 'POST', path, headers, body: JSON.stringify(body) });
  }
}

export const bearer = (accessToken: string) => ({ Authorization: `Bearer ${accessToken}` });

/** Changes rows that no request can change yet. */
export async function change(statement: string, values: readonly unknown[]): Promise<void> {
  await asOwner(async (owner) => {
    const { rowCount } = await owner.query(statement, [...values]);
    if (!rowCount) throw new Error('no row was changed');
  });
}
