import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { AccessTokenStrategy, bearer } from './access-token.strategy.js';
import { AuthService } from './auth.service.js';
import type { Caller } from './caller.decorator.js';

const basic = /^Basic ([A-Za-z0-9+/]{1,1000}={0,2})$/i;

/**
 * Who may read the description of the API where it is not open: whoever can sign in. Programs send an access token or an
 * API key; a browser asks its user for e-mail and password (RFC 7617) and sends them again by itself.
 */
@Injectable()
export class DocumentReaders {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: AccessTokenStrategy,
  ) {}

  /** @throws Problem too_many_requests after too many wrong passwords */
  async admits(authorization: string | undefined, caller: Caller): Promise<boolean> {
    const [, token] = bearer.exec(authorization ?? '') ?? [];
    if (token) return (await this.tokens.validate(token)) !== null;
    const [, credentials] = basic.exec(authorization ?? '') ?? [];
    return credentials !== undefined && this.canSignIn(Buffer.from(credentials, 'base64').toString('utf8'), caller);
  }

  /** Through the one door that there is, with all that it checks; nobody needs the session afterwards. */
  private async canSignIn(credentials: string, caller: Caller): Promise<boolean> {
    const [email = '', ...password] = credentials.split(':');
    try {
      const { accessToken } = await this.auth.signIn({ email, password: password.join(':') }, caller);
      await this.auth.signOut((await this.tokens.validate(accessToken))!);
      return true;
    } catch (error) {
      // The password was right, and a description is no session: nothing is asked for beyond it.
      if (error instanceof Problem && error.code === 'second_factor_challenge') return true;
      if (error instanceof Problem && error.status === 401) return false;
      throw error;
    }
  }
}
