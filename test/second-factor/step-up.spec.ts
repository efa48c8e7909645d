import { newId } from '#kernel/id.js';
import { Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { PASSWORD } from '../support/provision.js';
import { BOOKS, KEYS, membershipOf, setRoles, shown } from '../identity/members.js';
import {
  added,
  cameIn,
  codeOf,
  enrolled,
  FACTORS,
  provedEarlier,
  RECOVERY_CODES,
  signIn,
  STEP_UP,
} from './enrolled.js';
import { engage, ENGAGEMENTS } from '../engagements/engaged.js';

let person: Actor;
beforeEach(async () => {
  person = await newActor();
});

const key = (by: Actor) => by.post(KEYS, { name: `Key ${newId()}`, roles: ['auditor'] });
const nobody = newId();
const IBAN = 'DE02120300000000202051';
const PARTY_ACCOUNTS = '/v1/accounting/party-bank-accounts';
const BANK_ACCOUNTS = '/v1/accounting/bank-accounts';
const LEGAL_ENTITIES = '/v1/administration/legal-entities';

/** Every operation that the document marks, sent so that nothing else is in its way. */
async function sensitive(by: Actor): Promise<[string, Answer][]> {
  const etag = { 'If-Match': '"1"' };
  const { id } = await membershipOf(by, by);
  const known: Record<string, () => Promise<Answer>> = {
    changePassword: () => by.post('/v1/auth/password', { currentPassword: PASSWORD, newPassword: PASSWORD }),
    addSecondFactor: () => by.post(FACTORS, { name: 'Phone', currentPassword: PASSWORD }),
    confirmSecondFactor: () => by.post(`${FACTORS}/${nobody}/confirm`, { code: '123456' }),
    deleteSecondFactor: () => by.delete(`${FACTORS}/${nobody}`),
    deleteFederatedIdentity: () => by.delete(`/v1/auth/federated-identities/${nobody}`),
    resetTestOrganization: () => by.post('/v1/test/reset', { confirmName: 'Test organization' }),
    makeRecoveryCodes: () => by.post(RECOVERY_CODES),
    createApiKey: () => key(by),
    createServiceAccount: () => by.post('/v1/service-accounts', { name: `Program ${newId()}`, roles: ['auditor'] }),
    updateServiceAccount: () => by.patch(`/v1/service-accounts/${nobody}`, { name: 'Program' }, '"1"'),
    reactivateServiceAccount: () => by.post(`/v1/service-accounts/${nobody}/reactivate`, {}, etag),
    createClientSecret: () => by.post('/v1/client-secrets', { serviceAccountId: nobody }),
    createEngagement: () => engage(by, 'new@example.com'),
    updateEngagement: () => by.patch(`${ENGAGEMENTS}/${nobody}`, { provider: 'Other' }, '"1"'),
    updateMembership: () => by.patch(`/v1/identity/memberships/${id}`, { roles: ['owner'] }, '"1"'),
    endMembership: () => by.post(`/v1/identity/memberships/${nobody}/end`, {}, etag),
    reinstateMembership: () => by.post(`/v1/identity/memberships/${nobody}/reinstate`, {}, etag),
    createRole: () => by.post('/v1/identity/roles', { code: 'reader', name: 'Reader', permissions: [] }),
    updateRole: () => by.patch(`/v1/identity/roles/${nobody}`, { name: 'Reader' }, '"1"'),
    deactivateRole: () => by.post(`/v1/identity/roles/${nobody}/deactivate`, {}, etag),
    reactivateRole: () => by.post(`/v1/identity/roles/${nobody}/reactivate`, {}, etag),
    createInvitation: () => by.post('/v1/identity/invitations', { email: 'new@example.com', roles: ['auditor'] }),
    resendInvitation: () => by.post(`/v1/identity/invitations/${nobody}/resend`, {}, etag),
    updateSecurityPolicy: () => by.patch('/v1/identity/security-policy', { requireSecondFactor: true }, '"1"'),
    updateRetention: () => by.patch('/v1/administration/retention', { mailDays: 30 }, '"1"'),
    createSecondFactorRecovery: () =>
      by.post('/v1/identity/second-factor-recoveries', { userId: nobody, reason: 'Lost' }),
    approveSecondFactorRecovery: () => by.post(`/v1/identity/second-factor-recoveries/${nobody}/approve`, {}, etag),
    exportOrganization: () => by.get('/v1/organization/export'),
    closeOrganization: () => by.post('/v1/organization/close', { reason: 'Test' }),
    createWebhookEndpoint: () =>
      by.post('/v1/webhook-endpoints', { url: 'https://example.com/hook', eventTypes: ['*'] }),
    rotateWebhookSecret: () => by.post(`/v1/webhook-endpoints/${nobody}/rotate-secret`, {}, etag),
    createApprovalPolicy: () =>
      by.post('/v1/approval-policies', { name: 'All', subjectKind: 'journal_entry', steps: [] }),
    updateApprovalPolicy: () => by.patch(`/v1/approval-policies/${nobody}`, { isActive: false }, '"1"'),
    exportAuditTrail: () => by.get('/v1/audit-entries/export?from=2026-01-01&to=2026-01-31'),
    createErasure: () => by.post('/v1/erasures', { subjectId: nobody, reason: 'Test' }),
    createPartyBankAccount: () => by.post(PARTY_ACCOUNTS, { partyId: nobody, holder: 'Nordwind', iban: IBAN }),
    updatePartyBankAccount: () => by.patch(`${PARTY_ACCOUNTS}/${nobody}`, { iban: IBAN }, '"1"'),
    verifyPartyBankAccount: () => by.post(`${PARTY_ACCOUNTS}/${nobody}/verify`, {}, etag),
    createBankAccount: () => by.post(BANK_ACCOUNTS, { accountId: nobody, name: 'Current account', iban: IBAN }),
    updateBankAccount: () => by.patch(`${BANK_ACCOUNTS}/${nobody}`, { iban: IBAN }, '"1"'),
    createLegalEntity: () => by.post(LEGAL_ENTITIES, { name: 'Second', functionalCurrency: 'EUR' }),
    updateLegalEntity: () =>
      by.patch(`${LEGAL_ENTITIES}/${by.legalEntityId}`, { paymentAccounts: [{ iban: IBAN }] }, '"1"'),
  };
  const marked = await markedOperations();
  expect(Object.keys(known).sort()).toEqual(marked);
  const answers: [string, Answer][] = [];
  for (const [name, send] of Object.entries(known)) answers.push([name, await send()]);
  return answers;
}

async function markedOperations(): Promise<string[]> {
  const document = (await (await fetch(new URL('/openapi.json', provided('TEST_BASE_URL')))).json()) as {
    paths: Record<string, Record<string, { operationId: string; 'x-requires-step-up'?: boolean }>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  return operations.flatMap((one) => (one['x-requires-step-up'] ? one.operationId : [])).sort();
}

it('is asked for by everything that is sensitive, ten minutes after the last proof', async () => {
  await enrolled(person);
  await provedEarlier(person, 11);
  for (const [name, answer] of await sensitive(person)) {
    expect([name, ...shown(answer)]).toEqual([name, 403, 'step_up_required']);
  }
  // The rest goes on.
  expect((await person.get(BOOKS)).status).toBe(200);
  expect((await person.get(FACTORS)).body.data).toHaveLength(1);
});

it('is given by a code, once, and lasts ten minutes', async () => {
  const factor = await enrolled(person);
  await provedEarlier(person, 11);
  const code = codeOf(factor.secret, 1);
  const { status, body } = await person.post(STEP_UP, { code });
  expect([status, Date.parse(body.validUntil) - Date.parse(body.provedAt)]).toEqual([200, 600_000]);
  const { body: sessions } = await person.get('/v1/auth/sessions');
  expect(sessions.data).toMatchObject([{ isCurrent: true, secondFactorProvedAt: body.provedAt }]);
  expect((await key(person)).status).toBe(201);
  await provedEarlier(person, 9);
  expect((await key(person)).status).toBe(201);
  await provedEarlier(person, 11);
  expect(shown(await person.post(STEP_UP, { code }))).toEqual([422, 'second_factor_wrong']);
  expect((await key(person)).status).toBe(403);
  const [recoveryCode = ''] = factor.recoveryCodes;
  expect((await person.post(STEP_UP, { recoveryCode })).status).toBe(200);
  expect((await key(person)).status).toBe(201);
});

it('is not asked of people without a second factor, who cannot give it either', async () => {
  expect((await key(person)).status).toBe(201);
  expect(shown(await person.post(STEP_UP, { code: '123456' }))).toEqual([409, 'second_factor_missing']);
});

it('comes with the sign-in, and goes along to another organization', async () => {
  const { recoveryCodes } = await enrolled(person);
  const inside = await cameIn(person, recoveryCodes[0]!);
  expect((await key(inside)).status).toBe(201);
  await provedEarlier(person, 11);
  const other = await newActor();
  const invited = await other.post('/v1/identity/invitations', { email: person.email, roles: ['administrator'] });
  await inside.post('/v1/identity/invitations/accept-signed-in', { token: invited.body.token });
  const { body } = await inside.post('/v1/auth/switch', { organizationId: other.organizationId });
  const there = new Actor(other.organizationId, other.legalEntityId, person.email, body.accessToken);
  expect([(await there.get(BOOKS)).status, shown(await key(there))]).toEqual([200, [403, 'step_up_required']]);
});

it('is not asked of API keys, which are made with it', async () => {
  await enrolled(person);
  const { body } = await person.post(KEYS, {
    name: 'People',
    permissions: ['identity.membership.manage', 'identity.membership.read'],
  });
  await provedEarlier(person, 11);
  const program = new Actor(person.organizationId, person.legalEntityId, person.email, body.secret);
  const colleague = await colleagueOf(person, ['auditor']);
  expect((await setRoles(program, colleague, ['auditor'])).status).toBe(200);
});

it('stands before the account that invoices ask customers to pay to', async () => {
  const factor = await enrolled(person);
  await provedEarlier(person, 11);
  const path = `${LEGAL_ENTITIES}/${person.legalEntityId}`;
  const { body } = await person.get(path);
  const divert = () => person.patch(path, { paymentAccounts: [{ iban: IBAN }] }, `"${body.version}"`);
  expect(shown(await divert())).toEqual([403, 'step_up_required']);
  expect((await person.get(path)).body.paymentAccounts).toEqual([]);
  expect((await person.post(STEP_UP, { code: codeOf(factor.secret, 1) })).status).toBe(200);
  expect([(await divert()).status, (await person.get(path)).body.paymentAccounts]).toMatchObject([
    200,
    [{ iban: IBAN }],
  ]);
});

describe('an authenticator', () => {
  it('takes the password, and counts from its confirmation on', async () => {
    const refused = await person.post(FACTORS, { name: 'Phone', currentPassword: 'not the password' });
    expect(shown(refused)).toEqual([422, 'password_wrong']);
    const first = await added(person);
    const pending = await person.get(FACTORS);
    expect(pending.body.data).toMatchObject([{ id: first.id, status: 'pending', confirmedAt: null }]);
    expect(pending.text).not.toContain(first.secret);
    expect((await signIn(person)).status).toBe(200);
    const second = await added(person);
    expect((await person.post(`${FACTORS}/${first.id}/confirm`, { code: codeOf(first.secret) })).status).toBe(404);
    const path = `${FACTORS}/${second.id}/confirm`;
    expect(shown(await person.post(path, { code: codeOf(first.secret) }))).toEqual([422, 'second_factor_wrong']);
    expect((await person.post(path, { code: codeOf(second.secret) })).status).toBe(200);
    expect(shown(await person.post(path, { code: codeOf(second.secret, 1) }))).toEqual([
      409,
      'second_factor_confirmed',
    ]);
  });

  it('ends the sessions that were opened without one, but for its own', async () => {
    const { body } = await signIn(person);
    const before = new Actor(person.organizationId, person.legalEntityId, person.email, body.accessToken);
    await enrolled(person);
    expect([(await before.get(BOOKS)).status, (await person.get(BOOKS)).status]).toEqual([401, 200]);
  });

  it('is nobody else’s to see, confirm or remove, and five are the most', async () => {
    const { id, secret } = await enrolled(person);
    const other = await newActor();
    expect((await other.get(FACTORS)).body.data).toEqual([]);
    expect((await other.delete(`${FACTORS}/${id}`)).status).toBe(404);
    expect((await other.post(`${FACTORS}/${id}/confirm`, { code: codeOf(secret, 1) })).status).toBe(404);
    for (let count = 1; count < 5; count++) {
      const factor = await added(person, `Phone ${count}`);
      await person.post(`${FACTORS}/${factor.id}/confirm`, { code: codeOf(factor.secret) });
    }
    const sixth = await person.post(FACTORS, { name: 'One more', currentPassword: PASSWORD });
    expect(shown(sixth)).toEqual([409, 'second_factor_limit']);
  });
});
