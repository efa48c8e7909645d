import { createHash } from 'node:crypto';
import supertest from 'supertest';
import { newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { Furnished, IMPORT_SIE, smallFile, smallSieFile } from './furnished.js';
import { recordedIn } from './recorded.js';
import { Trial } from './trial.js';

// What a person must keep secret, and the hashes of it, are in no row of the audit trail, whatever command ran.

jest.setTimeout(60_000);

const hexOf = (text: string) => createHash('sha256').update(text).digest('hex');

it('are in no audit row after a run of all commands', async () => {
  const trial = await Trial.begin();
  const us = await Furnished.make(trial.operations);
  const { organizationId, email } = us.actor;
  const server = supertest(provided('TEST_BASE_URL'));
  const { body: signedIn } = await server.post('/v1/auth/login').send({ email, password: PASSWORD });
  const { body: renewed } = await server.post('/v1/auth/refresh').send({ refreshToken: signedIn.refreshToken });
  const commands = trial.operations.all.filter(
    ({ method, isPublic, id }) => method !== 'GET' && !isPublic && !id.startsWith('signOut'),
  );
  expect(commands.length).toBeGreaterThan(12);
  const done: string[] = [];
  for (const operation of commands) {
    const { body: schema, fileType } = operation;
    const example = schema && JSON.stringify(trial.operations.exampleOf(schema));
    const { status } = await trial.wire.send(us.request(operation, fileType ? smallFile(operation) : example));
    if (status < 300) done.push(operation.id);
  }
  expect(done).toEqual(expect.arrayContaining(['createLegalEntity', 'updateJournal', 'closeFiscalPeriod']));
  // A change of the password, as it will be made in the organization.
  const { rows } = await asOwner(async (owner) => {
    await owner.query("SELECT set_config('bureau.organization_id', $1, false)", [organizationId]);
    return owner.query('UPDATE identity.user_account SET updated_at = now() WHERE email = $1 RETURNING password_hash', [
      email,
    ]);
  });
  const recorded = await recordedIn(organizationId);
  expect(recorded).toContain('identity.user_account');
  expect(recorded).toContain('administration.legal_entity');
  const hash = rows[0].password_hash as string;
  const tokens = [signedIn, renewed].flatMap(
    ({ accessToken, refreshToken }) => [accessToken, refreshToken] as string[],
  );
  const secrets = [PASSWORD, hash, hash.split('$').at(-1)!, us.actor.accessToken, ...tokens, ...tokens.map(hexOf)];
  expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 15)).toBe(true);
  expect(secrets.filter((secret) => recorded.includes(secret))).toEqual([]);
  expect(recorded).not.toMatch(/argon2|eyJhbGciOi/);
  trial.end('all commands, for the audit trail');
});

/** Columns of audited tables that are secrets by their name, and the arguments of the trigger that records them. */
const SECRET_COLUMNS = `
  SELECT t.tgrelid::regclass || '.' || a.attname AS name,
         string_to_array(encode(t.tgargs, 'escape'), '\\000') AS arguments, a.attname AS column
  FROM pg_trigger t
  JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE t.tgname = 'audit' AND NOT t.tgisinternal
    AND a.attname ~ '(^|_)(password|passphrase|secret|token|pin|otp|totp|private_key|api_key|credential)($|_(?!ending|id))'`;

it('are excluded in every audited table, those that come later included', async () => {
  const { rows } = await asOwner((owner) =>
    owner.query<{ name: string; arguments: string[]; column: string }>(SECRET_COLUMNS),
  );
  expect(rows.map(({ name }) => name)).toContain('identity.user_account.password_hash');
  expect(rows.filter((row) => !row.arguments.includes(row.column)).map(({ name }) => name)).toEqual([]);
});

it('leaves out what is excluded for its size: the report of an import', async () => {
  const actor = await newActor(['owner'], 'SEK');
  const { body } = await actor.upload(IMPORT_SIE, smallSieFile());
  const { body: list } = await actor.get('/v1/audit-entries?recordType=accounting.import');
  expect([body.code, list.data.length]).toEqual([undefined, 1]);
  expect(list.data[0].after).toMatchObject({ format: 'sie4', status: 'imported' });
  expect(list.data[0].after).not.toHaveProperty('report');
});
