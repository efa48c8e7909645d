import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const CLIENT = {
  id: 'bureau',
  secret: 'a secret of the client',
  redirectUrl: 'https://office.example.com/signed-in',
};

const EXPECTED = {
  response_type: 'code',
  client_id: CLIENT.id,
  redirect_uri: CLIENT.redirectUrl,
  code_challenge_method: 'S256',
};

interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  nonce?: string;
  [name: string]: unknown;
}

interface Grant {
  challenge: string;
  claims: Claims;
}

/** An OpenID provider that lets everybody in as whom the test says, and lies where the test wants it to. */
export class OpenIdProvider {
  /** Who signs in next. */
  person: Claims = { sub: 'nobody' };
  /** What the next id token says else than it should. */
  lies: { claims?: object; key?: 'another'; status?: number } = {};
  /** What `/userinfo` answers; the id token has no address then. */
  userinfo: object | undefined;
  private readonly grants = new Map<string, Grant>();

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>[],
  ) {}

  static async start(): Promise<OpenIdProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const keys = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
    const { port } = server.address() as AddressInfo;
    const provider = new OpenIdProvider(`http://127.0.0.1:${port}`, server, keys);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void provider.answer(request, response),
    );
    return provider;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** What a browser brings back from the address, after the person has agreed. */
  authorize(address: string): URLSearchParams {
    const asked = new URL(address).searchParams;
    const given = Object.fromEntries(asked);
    const wrong = Object.entries(EXPECTED).filter(([name, value]) => given[name] !== value);
    if (wrong.length > 0) throw new Error(`The address asks otherwise: ${address}`);
    const code = randomBytes(16).toString('hex');
    this.grants.set(code, { challenge: given['code_challenge']!, claims: { ...this.person, nonce: given['nonce']! } });
    return new URLSearchParams({ code, state: given['state']!, iss: this.issuer });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (this.lies.status) return void reply(this.lies.status, { error: 'server_error' });
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return void reply(200, this.metadata());
      case '/jwks':
        return void reply(200, { keys: [{ ...(await exportJWK(this.keys[0]!.publicKey)), kid: 'one', alg: 'RS256' }] });
      case '/userinfo':
        return void reply(200, this.userinfo ?? {});
      default:
        return void reply(...(await this.tokens(request)));
    }
  }

  private metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  /** RFC 6749, 4.1.3 and RFC 7636, 4.6: each code once, for the client, with what its challenge was made of. */
  private async tokens(request: IncomingMessage): Promise<[number, object]> {
    const body = new URLSearchParams(await text(request));
    const [user, password] = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64')
      .toString()
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    if (user !== CLIENT.id || password !== CLIENT.secret) return [401, { error: 'invalid_client' }];
    const grant = this.grants.get(body.get('code') ?? '');
    this.grants.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant?.challenge !== challenge || body.get('redirect_uri') !== CLIENT.redirectUrl) {
      return [400, { error: 'invalid_grant' }];
    }
    return [
      200,
      { access_token: 'of no use here', token_type: 'Bearer', expires_in: 60, id_token: await this.idToken(grant) },
    ];
  }

  private idToken({ claims }: Grant): Promise<string> {
    const { privateKey } = this.keys[this.lies.key === 'another' ? 1 : 0]!;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: this.issuer, aud: CLIENT.id, iat: now, exp: now + 300, ...claims, ...this.lies.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(privateKey);
  }
}
