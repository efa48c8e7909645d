import { newId } from '#kernel/id.js';
import { Actor, type Answer, newActor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { BOOKS, shown, statusesOf } from './members.js';

const NEW = 'another sensible password';

let person: Actor;
beforeEach(async () => {
  person = await newActor();
});

const signIn = (password = PASSWORD, headers = {}): Promise<Answer> =>
  person.post('/v1/auth/login', { email: person.email, password }, headers);
/** The same person in another session. */
async function elsewhere(headers = {}): Promise<Actor> {
  const { body } = await signIn(PASSWORD, headers);
  return new Actor(person.organizationId, person.legalEntityId, person.email, body.accessToken);
}
const changePassword = (currentPassword: string, newPassword: string) =>
  person.post('/v1/auth/password', { currentPassword, newPassword });

describe('changing the password', () => {
  it('takes the current one, and ends all other sessions', async () => {
    const other = await elsewhere();
    const { status, body } = await changePassword(PASSWORD, NEW);
    expect([status, body]).toEqual([204, {}]);
    expect([(await person.get(BOOKS)).status, (await other.get(BOOKS)).status]).toEqual([200, 401]);
    expect([(await signIn()).status, (await signIn(NEW)).status]).toEqual([401, 200]);
  });

  it('with a wrong one changes nothing', async () => {
    const other = await elsewhere();
    const refused = await changePassword('not the password', NEW);
    expect([shown(refused), refused.body.errors[0].pointer]).toEqual([[422, 'password_wrong'], '/currentPassword']);
    expect([(await other.get(BOOKS)).status, (await signIn()).status]).toEqual([200, 200]);
  });

  it.each([
    ['the same', PASSWORD],
    ['a repetitive one', 'ababababababababab'],
  ])('to %s is refused', async (_case, password) => {
    const refused = await changePassword(PASSWORD, password);
    expect([shown(refused), refused.body.errors[0].pointer]).toEqual([[422, 'password_refused'], '/newPassword']);
  });

  it('twice at once does it once', async () => {
    const answers = await Promise.all([changePassword(PASSWORD, NEW), changePassword(PASSWORD, `${NEW} too`)]);
    expect(statusesOf(answers)).toEqual([204, 422]);
  });

  it('does not bear guessing with a session that was taken', async () => {
    const guesses = [];
    for (let guess = 0; guess < 11; guess += 1) guesses.push(await changePassword(`guess ${guess}`, NEW));
    expect(guesses.slice(0, 10).map(({ status }) => status)).toEqual(Array<number>(10).fill(422));
    expect(shown(guesses[10]!)).toEqual([429, 'too_many_requests']);
    expect(Number(guesses[10]!.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect((await person.get(BOOKS)).status).toBe(200);
  });
});

describe('the own sessions', () => {
  it('are listed with what opened them, those of others never', async () => {
    await newActor();
    const other = await elsewhere({ 'User-Agent': 'Phone/1.0 (ünïcode)' });
    const { status, body } = await other.get('/v1/auth/sessions');
    expect(status).toBe(200);
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({ isCurrent: true, organizationId: person.organizationId });
    expect(body.data[0].userAgent).toMatch(/^Phone\/1\.0 \(/);
    expect(body.data[1].isCurrent).toBe(false);
  });

  it('end one by one', async () => {
    const other = await elsewhere();
    const { body } = await other.get('/v1/auth/sessions');
    const { id } = body.data.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
    expect((await person.post(`/v1/auth/sessions/${id}/end`)).status).toBe(204);
    expect([(await other.get(BOOKS)).status, (await person.get(BOOKS)).status]).toEqual([401, 200]);
    expect((await person.post(`/v1/auth/sessions/${id}/end`)).status).toBe(404);
    expect((await person.get('/v1/auth/sessions')).body.data).toHaveLength(1);
  });

  it('of others do not end, nor do sessions that are not', async () => {
    const stranger = await newActor();
    const { body } = await stranger.get('/v1/auth/sessions');
    for (const id of [body.data[0].id, newId()]) {
      expect((await person.post(`/v1/auth/sessions/${id}/end`)).status).toBe(404);
    }
    expect((await stranger.get(BOOKS)).status).toBe(200);
  });

  it('end all at once', async () => {
    const [one, other] = [await elsewhere(), await elsewhere()];
    expect((await one.post('/v1/auth/logout-everywhere')).status).toBe(204);
    const statuses = await Promise.all([person, one, other].map(async (each) => (await each.get(BOOKS)).status));
    expect(statuses).toEqual([401, 401, 401]);
    expect((await signIn()).status).toBe(200);
  });

  it('in another organization end when the sign-in would have', async () => {
    await asOwner((client) =>
      client.query(
        "UPDATE identity.session SET expires_at = now() + interval '10 minutes' WHERE organization_id = $1",
        [person.organizationId],
      ),
    );
    const { body } = await person.post('/v1/auth/switch', { organizationId: person.organizationId });
    const switched = new Actor(person.organizationId, person.legalEntityId, person.email, body.accessToken);
    const { body: list } = await switched.get('/v1/auth/sessions');
    expect(list.data[0].isCurrent).toBe(true);
    expect(list.data[0].expiresAt).toBe(list.data[1].expiresAt);
  });
});

describe('guessing at the door', () => {
  const guess = (at: number) => signIn(`guess ${at}`);

  it('has to wait after ten failures, for a known address as for an unknown one, and not for long', async () => {
    const nobody = { email: `${newId()}@example.com`, password: 'x' };
    const [known, unknown] = [[], []] as number[][];
    for (let at = 0; at < 11; at += 1) {
      known!.push((await guess(at)).status);
      unknown!.push((await person.post('/v1/auth/login', nobody)).status);
    }
    expect(known).toEqual([...Array<number>(10).fill(401), 429]);
    expect(unknown).toEqual(known);
  });

  it('leaves other people of the same address alone', async () => {
    for (let at = 0; at < 11; at += 1) await guess(at);
    expect((await newActor()).accessToken).toBeDefined();
  });

  it('many times at once looks at ten passwords', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => guess(at)));
    const statuses = answers.map(({ status }) => status);
    expect([statuses.filter((one) => one === 401).length, statuses.filter((one) => one === 429).length]).toEqual([
      10, 20,
    ]);
    const waits = answers.filter(({ status }) => status === 429).map(({ headers }) => Number(headers['retry-after']));
    expect(waits.filter((seconds) => !(seconds >= 1 && seconds <= 60))).toEqual([]);
  });
});
