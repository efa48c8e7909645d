import { Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  type Configuration as Provider,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import { Configuration } from '../../config/configuration.js';
import { platformProblems } from '../../http/platform.problems.js';
import { authProblems } from '../auth.problems.js';
import { type ProviderSettings, providerSettings } from './provider-settings.js';
import type { SignInTransaction } from './sign-in-transactions.js';

const TIMEOUT_SECONDS = 10;

/** Whom the provider vouches for. */
export interface VouchedPerson {
  issuer: string;
  /** Of the person at the provider; never given to another one. */
  subject: string;
  /** Undefined where the provider has none, or has not checked it. */
  verifiedEmail: string | undefined;
}

/**
 * The OpenID provider that the operator has named: authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636),
 * signatures of its tokens checked against its keys.
 */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger(IdentityProvider.name);
  private provider: Promise<Provider> | undefined;

  private readonly configured: ProviderSettings | undefined;

  constructor({ environment }: Configuration) {
    this.configured = providerSettings(environment);
  }

  get isConfigured(): boolean {
    return this.configured !== undefined;
  }

  /** Where the browser goes. @throws Problem identity_provider_missing, service_unavailable */
  async authorizationUrl({ state, nonce, codeVerifier }: SignInTransaction): Promise<string> {
    const { redirectUrl, scope } = this.requireConfigured();
    const parameters = {
      redirect_uri: redirectUrl,
      scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    };
    return buildAuthorizationUrl(await this.discovered(), parameters).href;
  }

  /**
   * @param callback the query with which the browser came back
   * @throws Problem identity_not_proved, service_unavailable
   */
  async personOf(callback: string, { state, nonce, codeVerifier }: SignInTransaction): Promise<VouchedPerson> {
    const url = new URL(this.requireConfigured().redirectUrl);
    const provider = await this.discovered();
    url.search = callback;
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    try {
      const tokens = await authorizationCodeGrant(provider, url, checks);
      const { iss, sub, email, email_verified } = tokens.claims()!;
      const told =
        email === undefined && provider.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(provider, tokens.access_token, sub)
          : { email, email_verified };
      return {
        issuer: iss,
        subject: sub,
        verifiedEmail: told.email_verified === true && typeof told.email === 'string' ? told.email : undefined,
      };
    } catch (error) {
      throw this.problemOf(error);
    }
  }

  /** @throws Problem identity_provider_missing */
  requireConfigured(): ProviderSettings {
    if (this.configured) return this.configured;
    throw authProblems.identity_provider_missing('Sign in with the password: POST /v1/auth/login.');
  }

  /** Asked once; again after it failed. */
  private discovered(): Promise<Provider> {
    const { issuer, clientId, clientSecret } = this.requireConfigured();
    this.provider ??= discovery(new URL(issuer), clientId, undefined, ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [takePlainHttp] : [])],
    }).catch((error: unknown) => {
      this.provider = undefined;
      throw this.problemOf(error);
    });
    return this.provider;
  }

  private problemOf(error: unknown): Error {
    if (error instanceof AuthorizationResponseError) {
      return authProblems.identity_not_proved(
        `The identity provider answered: ${shownError(error.error)}. Begin again.`,
      );
    }
    const isStale = error instanceof ResponseBodyError && error.error === 'invalid_grant';
    const isFalse = error instanceof ClientError && notProved.has(error.code ?? '');
    const reason = error instanceof Error ? [error.message, causeOf(error)].filter(Boolean).join(': ') : String(error);
    this.logger.warn(`The identity provider: ${reason}`);
    if (isStale || isFalse) {
      return authProblems.identity_not_proved(
        'What the identity provider sent does not belong to this sign-in. Begin again.',
      );
    }
    return platformProblems
      .service_unavailable(
        'The identity provider does not answer as it should; try again, or sign in with the password.',
      )
      .withHeaders({ 'Retry-After': '10' });
  }
}

// Deprecated to be noticed; the configuration takes plain HTTP from this machine alone.
// oxlint-disable-next-line no-deprecated
const takePlainHttp = allowInsecureRequests;

/** What a token or a callback is not; all else is between us and the provider. */
const notProved = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_PARSE_ERROR',
]);

const causeOf = ({ cause }: Error) => (cause instanceof Error ? cause.message : '');
/** A code of RFC 6749, 4.1.2.1; whatever else stands there came through the browser. */
const shownError = (error: string) => (/^[a-z_]{1,60}$/.test(error) ? error : 'an error');
