import { isUtf8 } from 'node:buffer';
import { invalidClient, invalidRequest, invalidScope, unsupportedGrantType } from './oauth-refusals.js';

/** What comes with a token request, before anything in it is believed. */
export interface TokenRequestParts {
  /** The form; undefined without a body. */
  form: Buffer | undefined;
  authorization: string | undefined;
}

export interface TokenRequest {
  clientId: string;
  clientSecret: string;
  /** Each once; undefined where none is named. */
  scope: string[] | undefined;
}

const GRANT_TYPE = 'client_credentials';
/** RFC 6749, section 3.3. */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/;
const MOST_SCOPES = 1000;
const BASIC = /^Basic +([A-Za-z0-9+/]{1,2000}={0,2})$/i;

/**
 * Reads a token request as RFC 6749 has it (sections 2.3.1, 3.2 and 4.4.2): parameters that nobody knows are passed over,
 * empty ones count as left out, and none may come twice.
 *
 * @throws Problem oauth_invalid_request, oauth_unsupported_grant_type, oauth_invalid_scope, oauth_invalid_client
 */
export function readTokenRequest({ form, authorization }: TokenRequestParts): TokenRequest {
  const parameters = readForm(form);
  const grantType = parameters.get('grant_type');
  if (grantType === undefined) throw invalidRequest('Send grant_type=client_credentials.');
  if (grantType !== GRANT_TYPE) throw unsupportedGrantType('The only grant type is client_credentials.');
  return { ...readClient(parameters, authorization), scope: readScope(parameters.get('scope')) };
}

function readForm(form: Buffer | undefined): Map<string, string> {
  const parameters = new Map<string, string>();
  if (form && !isUtf8(form)) throw invalidRequest('The form is not UTF-8 text.');
  for (const pair of (form?.toString('utf8') ?? '').split('&')) {
    const [name = '', ...rest] = pair.split('=');
    const key = decode(name);
    const value = decode(rest.join('='));
    if (key === undefined || value === undefined) throw invalidRequest('The form is not percent-encoded UTF-8.');
    if (value === '') continue;
    if (parameters.has(key)) throw invalidRequest('A parameter comes twice.');
    parameters.set(key, value);
  }
  return parameters;
}

function readClient(
  parameters: ReadonlyMap<string, string>,
  authorization: string | undefined,
): Pick<TokenRequest, 'clientId' | 'clientSecret'> {
  const [clientId, clientSecret] = [parameters.get('client_id'), parameters.get('client_secret')];
  if (authorization === undefined) {
    if (clientId === undefined || clientSecret === undefined) throw invalidClient();
    return { clientId, clientSecret };
  }
  if (clientSecret !== undefined) throw invalidRequest('Send the secret once: by HTTP Basic, or in the form.');
  const sent = readBasic(authorization);
  if (clientId !== undefined && clientId !== sent.clientId) throw invalidRequest('Two clients are named.');
  return sent;
}

/** Id and secret are encoded like a form before they are joined (section 2.3.1). */
function readBasic(authorization: string): { clientId: string; clientSecret: string } {
  const [, credentials] = BASIC.exec(authorization) ?? [];
  if (credentials === undefined) throw invalidClient();
  const [id = '', ...rest] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const [clientId, clientSecret] = [decode(id), decode(rest.join(':'))];
  if (!clientId || !clientSecret) throw invalidClient();
  return { clientId, clientSecret };
}

function readScope(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const scope = [...new Set(text.split(' '))].sort();
  if (scope.length <= MOST_SCOPES && scope.every((one) => SCOPE_TOKEN.test(one))) return scope;
  throw invalidScope('Separate names of permissions by one blank each.');
}

/** As forms are encoded; undefined for what is not UTF-8, or holds U+0000. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '));
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
