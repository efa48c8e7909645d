import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { asRole, provided } from '../support/database.js';
import { expectRefusal } from '../support/refusal.js';

// How commands are opened in the database, whichever process opens them.

const ACTION = 'test.command';

let [one, other]: Client[] = [];
beforeAll(async () => {
  one = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
  other = await asRole(provided('TEST_OWNER_URL'), 'bureau_app');
});
afterAll(async () => {
  await one?.end();
  await other?.end();
});
afterEach(async () => {
  await one!.query('ROLLBACK');
  await other!.query('ROLLBACK');
});

const hash = Buffer.alloc(32, 1);

interface Command {
  organization: string;
  actor: string;
  key: string;
}

const newCommand = (): Command => ({ organization: newId(), actor: newId(), key: newId() });

function begin(client: Client, { organization, actor, key }: Command) {
  const values = [organization, actor, ACTION, newId(), key, hash];
  return client.query('SELECT platform.begin_command($1, $2, $3, $4, $5, $6)', values);
}

async function outcome(client: Client, { organization, actor, key }: Command): Promise<string> {
  const commands = JSON.stringify([{ actor_id: actor, key, request_hash: hash.toString('hex') }]);
  const { rows } = await client.query('SELECT outcome FROM platform.begin_commands($1, $2)', [organization, commands]);
  return rows[0].outcome as string;
}

it('a key is taken by one command at a time, and the next one is told so at once', async () => {
  const command = newCommand();
  await one!.query('BEGIN');
  await begin(one!, command);
  await expectRefusal(begin(other!, command), { code: 'BU010' });
  expect(await outcome(other!, command)).toBe('running');
  await begin(other!, { ...command, key: newId() });
  await begin(other!, { ...command, actor: newId() });
  await begin(other!, { ...command, organization: newId() });
  await one!.query('COMMIT');
  await begin(other!, command);
});

it('a key of commands that share a transaction is taken as well', async () => {
  const command = newCommand();
  await one!.query('BEGIN');
  expect(await outcome(one!, command)).toBe('new');
  expect(await outcome(other!, command)).toBe('running');
  await expectRefusal(begin(other!, command), { code: 'BU010' });
  await one!.query('ROLLBACK');
  expect(await outcome(other!, command)).toBe('new');
});

it('nothing of who acts where stays on the connection when the command has ended', async () => {
  const settings = ['organization_id', 'actor_id', 'action', 'request_id'];
  const left = async () => {
    const { rows } = await one!.query(
      `SELECT current_setting('bureau.' || name, true) AS value FROM unnest($1::text[]) AS name`,
      [settings],
    );
    return rows.map(({ value }) => (value as string | null) ?? '');
  };
  for (const open of [begin, outcome]) {
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await one!.query('BEGIN');
      await open(one!, newCommand());
      expect((await left())[0]).not.toBe('');
      await one!.query(end);
      expect(await left()).toEqual(settings.map(() => ''));
    }
  }
});
