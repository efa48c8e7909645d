import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { commonPasswords } from '#platform/auth/listed-passwords.js';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { resetTokensOf } from '../support/mail-tokens.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { INVITATIONS } from './members.js';

const ORGANIZATION = 'Northern Light Trading';

let person: Actor;
beforeEach(async () => {
  person = await newActor();
  await asOwner((client) =>
    client.query('UPDATE platform.organization SET name = $2 WHERE id = $1', [person.organizationId, ORGANIZATION]),
  );
});

const longest =
  'Gulls above the roof sing every morning of herring, dill and capers; nobody knows why, not even the old keeper of the lighthouse'
    .padEnd(128, '!')
    .slice(0, 128);

interface Told {
  status: number;
  body: { code?: string; detail?: string; errors?: { pointer: string; code: string; message: string }[] };
}

async function send(path: string, body: object): Promise<Told> {
  const answer = await supertest(provided('TEST_BASE_URL')).post(path).send(body);
  return { status: answer.status, body: answer.body as Told['body'] };
}
const signIn = async (password: string) => (await send('/v1/auth/login', { email: person.email, password })).status;

const change = (newPassword: string) => person.post('/v1/auth/password', { currentPassword: PASSWORD, newPassword });

/** Each way to a new password, with the field that it has. */
const ways: [string, string, () => Promise<(password: string) => Promise<Told>>][] = [
  ['a change', '/newPassword', async () => Promise.resolve(change)],
  [
    'a reset',
    '/newPassword',
    async () => {
      await send('/v1/password-resets', { email: person.email });
      const [token] = await resetTokensOf(person.email);
      return (newPassword) => send('/v1/password-resets/confirm', { token, newPassword });
    },
  ],
  [
    'an invitation',
    '/password',
    async () => {
      const invited = await person.post(INVITATIONS, { email: `${newId()}@example.com`, roles: ['auditor'] });
      const { token } = invited.body as { token: string };
      return (password) => send(`${INVITATIONS}/accept`, { token, name: 'Wilhelmina Ekström', password });
    },
  ],
];

describe.each(ways)('%s', (_way, pointer, prepare) => {
  it('refuses what is guessed first, says which rule and what to do, and takes another one', async () => {
    const choose = await prepare();
    for (const [password, code] of [
      ['passwordpassword', 'password_common'],
      ['letmein-monkey-1', 'password_common'],
      ['Northern Light 1', 'password_expected'],
      ['bureau-trading26', 'password_expected'],
      ['1234567890123456', 'password_repetitive'],
    ] as const) {
      const refused = await choose(password);
      expect([password, refused.status, refused.body.code]).toEqual([password, 422, 'password_refused']);
      const found = refused.body.errors!.find((error) => error.code === code);
      expect([password, found]).toEqual([password, { pointer, code, message: expect.stringMatching(/^Must .+\.$/) }]);
      expect(JSON.stringify(refused.body)).not.toContain(password);
    }
    expect((await choose('oats, kerosene and thirty gulls')).status).toBeLessThan(300);
  });

  it('has a least length, and takes 128 characters of which each counts', async () => {
    const choose = await prepare();
    for (const length of [14, 129]) {
      const refused = await choose([...longest.padEnd(129, '!')].slice(0, length).join(''));
      expect([length, refused.body.errors?.[0]?.pointer]).toEqual([length, pointer]);
    }
    expect((await choose(longest)).status).toBeLessThan(300);
  });
});

it('the thousand most common ones are refused, repeated until they are long enough', async () => {
  const words = [...(await commonPasswords())].slice(0, 1000);
  const accepted = [];
  for (const word of words) {
    const { status, body } = await change(word.repeat(Math.ceil(15 / word.length)));
    if (status !== 422 || body.code !== 'password_refused') accepted.push([word, status]);
  }
  expect(accepted).toEqual([]);
  expect(await signIn(PASSWORD)).toBe(200);
}, 120_000);

it.each([64, 128])('does not open with another character at place %i', async (place) => {
  expect((await change(longest)).status).toBe(204);
  const other = `${longest.slice(0, place - 1)}#${longest.slice(place)}`;
  expect([await signIn(other), await signIn(longest)]).toEqual([401, 200]);
});

it('opens with the same characters written in another way', async () => {
  const composed = 'räksmörgås på bryggan'.normalize('NFC');
  expect((await change(composed)).status).toBe(204);
  expect([await signIn(composed), await signIn(composed.normalize('NFD'))]).toEqual([200, 200]);
  expect(await signIn(composed.toUpperCase())).toBe(401);
});
