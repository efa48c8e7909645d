import type { Environment } from '../../config/configuration.js';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The page of the front office to which the provider sends browsers back. */
  redirectUrl: string;
  scope: string;
}

/** Undefined where the operator has named no provider. @throws Error where a part of it is missing */
export function providerSettings(environment: Environment): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_SCOPE: scope } = environment;
  const { OIDC_CLIENT_SECRET: clientSecret, OIDC_REDIRECT_URL: redirectUrl } = environment;
  if (!issuer) return undefined;
  if (!clientId || !clientSecret || !redirectUrl) {
    throw new Error('With OIDC_ISSUER, set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_REDIRECT_URL as well.');
  }
  return { issuer, clientId, clientSecret, redirectUrl, scope };
}
