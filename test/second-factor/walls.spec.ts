import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { membershipOf } from '../identity/members.js';
import { enrolled } from './enrolled.js';

// What the database refuses whatever service asks; each statement is taken back.
let person: Actor;
let userId: string;
let factorId: string;
beforeAll(async () => {
  person = await newActor();
  ({ userId } = await membershipOf(person, person));
  ({ id: factorId } = await enrolled(person));
});

async function refusalOf(work: (client: Client) => Promise<unknown>): Promise<string> {
  return asOwner(async (client) => {
    await client.query('BEGIN');
    try {
      await work(client);
      return 'accepted';
    } catch (error) {
      const { code, constraint } = error as { code: string; constraint?: string };
      return constraint ?? code;
    } finally {
      await client.query('ROLLBACK');
    }
  });
}

const openSession = (proved: string) => (client: Client) =>
  client.query(
    [
      'INSERT INTO identity.session (id, user_id, organization_id, expires_at, factor_proved_at) VALUES ($1, $2, $3, now(),',
      proved,
      ')',
    ].join(' '),
    [newId(), userId, person.organizationId],
  );

it('a session of somebody with a second factor has proved it', async () => {
  expect(await refusalOf(openSession('NULL'))).toBe('BU362');
  expect(await refusalOf(openSession('now()'))).toBe('accepted');
});

it.each([
  ['a step counts twice', 'UPDATE identity.second_factor SET last_used_at = now() WHERE id = $1', 'BU360'],
  ['a step before counts', 'UPDATE identity.second_factor SET last_step = last_step - 1 WHERE id = $1', 'BU360'],
  ['a newer step counts', 'UPDATE identity.second_factor SET last_step = last_step + 1 WHERE id = $1', 'accepted'],
  [
    'a confirmation is taken back',
    'UPDATE identity.second_factor SET last_step = last_step + 1, confirmed_at = NULL WHERE id = $1',
    'BU361',
  ],
])('%s: %s', async (_what, statement, outcome) => {
  expect(await refusalOf((client) => client.query(statement, [factorId]))).toBe(outcome);
});

it('a recovery code works once', async () => {
  const use = 'UPDATE identity.recovery_code SET used_at = clock_timestamp() WHERE user_id = $1';
  expect(await refusalOf((client) => client.query(use, [userId]))).toBe('accepted');
  const twice = async (client: Client) => {
    await client.query(use, [userId]);
    await client.query(use, [userId]);
  };
  expect(await refusalOf(twice)).toBe('BU360');
});

it.each([
  ['changed', "UPDATE identity.login_event SET outcome = 'failed' WHERE user_id = $1"],
  ['said to come from elsewhere', "UPDATE identity.login_event SET address = '192.0.2.1' WHERE user_id = $1"],
  ['forgotten early', 'DELETE FROM identity.login_event WHERE user_id = $1'],
])('the login history is not %s', async (_what, statement) => {
  expect(await refusalOf((client) => client.query(statement, [userId]))).toBe('BU001');
});

it('the login history is forgotten after 180 days', async () => {
  const outcome = await refusalOf(async (client) => {
    const old = `INSERT INTO identity.login_event (id, user_id, kind, outcome, occurred_at)
                 VALUES ($1, $2, 'sign_in', 'failed', now() - $3::interval)`;
    const [late, early] = [newId(), newId()];
    await client.query(old, [late, userId, '181 days']);
    await client.query(old, [early, userId, '179 days']);
    await client.query('SET LOCAL ROLE bureau_app');
    await client.query('SELECT identity.purge_login_events()');
    const { rows } = await client.query('SELECT id FROM identity.login_event WHERE id = ANY ($1)', [[late, early]]);
    expect(rows).toEqual([{ id: early }]);
  });
  expect(outcome).toBe('accepted');
});

it('password resets are forgotten after seven days, used or not', async () => {
  const outcome = await refusalOf(async (client) => {
    const asked = `INSERT INTO identity.password_reset (id, user_id, organization_id, token_hash, created_at, expires_at, used_at)
                   SELECT $1, $2, $3, sha256(uuid_send($1)), at, at + interval '1 hour', $5
                   FROM (SELECT now() - $4::interval AS at) asked`;
    const [used, unused, young] = [newId(), newId(), newId()];
    const { organizationId } = person;
    await client.query(asked, [used, userId, organizationId, '8 days', new Date()]);
    await client.query(asked, [unused, userId, organizationId, '8 days', null]);
    await client.query(asked, [young, userId, organizationId, '6 days', null]);
    await client.query('SET LOCAL ROLE bureau_app');
    await client.query('SELECT identity.purge_password_resets()');
    const { rows } = await client.query('SELECT id FROM identity.password_reset WHERE user_id = $1', [userId]);
    expect(rows).toEqual([{ id: young }]);
  });
  expect(outcome).toBe('accepted');
});

describe('a recovery', () => {
  let other: string;
  beforeAll(async () => {
    other = (await membershipOf(person, await colleagueOf(person, ['administrator']))).userId;
  });
  const insert = `
    INSERT INTO identity.second_factor_recovery (organization_id, id, user_id, reason, requested_by, expires_at)
    VALUES ($1, $2, $3, 'Lost', $4, now() + interval '1 day')`;
  const approve = `
    UPDATE identity.second_factor_recovery SET status = 'approved', decided_by = $2, decided_at = now() WHERE id = $1`;

  it.each([
    ['is not asked for oneself', () => [userId, userId], 'second_factor_recovery_not_oneself'],
    ['is not approved by who asked', () => [other, other], 'second_factor_recovery_two_people'],
    ['is not approved by the person', () => [other, userId], 'second_factor_recovery_two_people'],
  ] as const)('%s', async (_what, people, constraint) => {
    const [asks = '', approves = ''] = people();
    const outcome = await refusalOf(async (client) => {
      const id = newId();
      await client.query(insert, [person.organizationId, id, userId, asks]);
      await client.query(approve, [id, approves]);
    });
    expect(outcome).toBe(constraint);
  });

  it('is final, and begins with a request', async () => {
    const outcome = await refusalOf(async (client) => {
      const id = newId();
      await client.query(insert, [person.organizationId, id, userId, other]);
      await client.query(
        "UPDATE identity.second_factor_recovery SET status = 'canceled', decided_by = $2, decided_at = now() WHERE id = $1",
        [id, other],
      );
      await client.query("UPDATE identity.second_factor_recovery SET reason = 'Other' WHERE id = $1", [id]);
    });
    expect(outcome).toBe('BU363');
  });
});
