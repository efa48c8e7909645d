import { type Actor, type Answer, colleagueOf } from '../support/actor.js';
import { change } from '../platform/door.js';

/** An operation that reads, for whoever holds `accounting.books.read` in an organization whose books are open. */
export const BOOKS = '/v1/accounting/journals';

export const MEMBERSHIPS = '/v1/identity/memberships';
export const ROLES = '/v1/identity/roles';
export const INVITATIONS = '/v1/identity/invitations';
export const KEYS = '/v1/identity/api-keys';

/** The membership of a person, as somebody sees it who may. */
export async function membershipOf(reader: Actor, { email }: { email: string }) {
  const { body } = await reader.get(`${MEMBERSHIPS}?email=${email}`);
  return body.data[0] as { id: string; userId: string; roles: string[]; status: string; version: number };
}

/** Changes the roles of a person. */
export async function setRoles(by: Actor, person: { email: string }, roles: string[]): Promise<Answer> {
  const { id, version } = await membershipOf(by, person);
  return by.patch(`${MEMBERSHIPS}/${id}`, { roles }, `"${version}"`);
}

/** Ends or reinstates the membership of a person. */
export async function turn(by: Actor, person: { email: string }, verb: 'end' | 'reinstate'): Promise<Answer> {
  const { id, version } = await membershipOf(by, person);
  return by.post(`${MEMBERSHIPS}/${id}/${verb}`, {}, { 'If-Match': `"${version}"` });
}

/** A role of the organization with these permissions. */
export async function makeRole(by: Actor, code: string, permissions: string[]) {
  const { status, body } = await by.post(ROLES, { code, name: `Role ${code}`, permissions });
  if (status !== 201) throw new Error(`the role was answered ${JSON.stringify(body)}`);
  return body as { id: string; code: string; version: number };
}

/** Somebody who holds exactly these permissions, by a role of the organization. */
export async function holderOf(owner: Actor, code: string, permissions: string[]): Promise<Actor> {
  await makeRole(owner, code, permissions);
  return colleagueOf(owner, [code]);
}

/** As if the time had come: dates of rows lie so much earlier. */
export const expire = (table: 'invitation' | 'api_key', id: string): Promise<void> =>
  change(
    table === 'invitation'
      ? "UPDATE identity.invitation SET expires_at = now() - interval '1 second' WHERE id = $1"
      : "UPDATE identity.api_key SET expires_at = now() - interval '1 second' WHERE id = $1",
    [id],
  );

/** Statuses of answers that came in any order, the lowest first. */
export const statusesOf = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).sort((one, other) => one - other);

/** Status and code of an answer. */
export const shown = ({ status, body }: Answer) => [status, body.code];
