import supertest from 'supertest';
import { Actor, type Answer } from '../support/actor.js';
import { provided } from '../support/database.js';
import { requireDescribed } from '../support/described-answers.js';

export const ACCOUNTS = '/v1/service-accounts';
export const SECRETS = '/v1/client-secrets';
export const TOKEN = '/oauth/token';

export interface Client {
  id: string;
  secret: string;
  secretId: string;
}

let names = 0;

/** A service account of the organization with one secret. */
export async function makeClient(by: Actor, fields: object = { roles: ['integrator'] }): Promise<Client> {
  const account = await by.post(ACCOUNTS, { name: `Program ${(names += 1)}`, ...fields });
  if (account.status !== 201) throw new Error(`the account was answered ${JSON.stringify(account.body)}`);
  const { id: secretId, secret } = await makeSecret(by, account.body.id);
  return { id: account.body.id, secret, secretId };
}

export async function makeSecret(by: Actor, serviceAccountId: string, fields: object = {}) {
  const { status, body } = await by.post(SECRETS, { serviceAccountId, ...fields });
  if (status !== 201) throw new Error(`the secret was answered ${JSON.stringify(body)}`);
  return body as { id: string; secret: string };
}

export const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Asks for a token with this form and these headers, and holds the answer against the document. */
export async function ask(form: Record<string, string> | string, headers: Record<string, string> = {}) {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const answer = await supertest(provided('TEST_BASE_URL'))
    .post(TOKEN)
    .set('Content-Type', 'application/x-www-form-urlencoded')
    .set(headers)
    .send(body);
  const { status, headers: received, text } = answer;
  requireDescribed({ method: 'post', path: TOKEN, status, type: received['content-type'], body: answer.body });
  return { status, headers: received as Record<string, string>, body: answer.body as Answer['body'], text };
}

export const askAs = ({ id, secret }: Pick<Client, 'id' | 'secret'>, form: Record<string, string> = {}) =>
  ask({ grant_type: 'client_credentials', ...form }, { Authorization: basic(id, secret) });

/** The account as it acts: with an access token of its own. */
export async function actingAs(client: Client, of: Actor, scope?: string): Promise<Actor> {
  const { status, body } = await askAs(client, scope === undefined ? {} : { scope });
  if (status !== 200) throw new Error(`the token was answered ${JSON.stringify(body)}`);
  return new Actor(of.organizationId, of.legalEntityId, 'a program', body.access_token);
}
