import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor, newTestActor } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { asOwner } from '../support/owner.js';

const CLOCK = '/v1/test/clock';
const ADVANCE = `${CLOCK}/advance`;
const MAILS = '/v1/test/mails';

let live: Actor;
let actor: Actor;
beforeAll(async () => {
  [live, actor] = await Promise.all([newActor(), newTestActor()]);
});

const faultOf = ({ status, body }: Awaited<ReturnType<Actor['get']>>) =>
  `${status} ${body.code} ${body.errors?.[0]?.pointer ?? ''} ${body.errors?.[0]?.code ?? ''}`.trim();

it('has none of it in a live organization', async () => {
  const answers = [await live.get(CLOCK), await live.post(ADVANCE, { by: 'P1D' }), await live.get(MAILS)];
  expect(answers.map(faultOf)).toEqual(answers.map(() => '409 organization_not_for_tests'));
  expect(faultOf(await live.get(`${MAILS}/${newId()}`))).toBe('404 not_found');
});

it('tells what it is, in the resource and in events', async () => {
  const modes = [];
  for (const one of [live, actor]) {
    const { body } = await one.get('/v1/administration/organization');
    await one.openBooks();
    await one.postEntry('1000', '3000', '10.00');
    await dispatchEvents(one.organizationId);
    const { body: feed } = await one.get('/v1/events');
    modes.push([body.mode, body.isTest, feed.data[0].livemode]);
  }
  expect(modes).toEqual([
    ['live', false, true],
    ['test', true, false],
  ]);
});

it('has API keys of its own, which open nothing under the other name', async () => {
  const secrets = [];
  for (const one of [live, actor]) {
    const { body } = await one.post('/v1/identity/api-keys', { name: 'Shop', roles: ['integrator'] });
    secrets.push(body.secret as string);
  }
  const [ofLive, ofTest] = secrets as [string, string];
  expect([ofLive.slice(0, 12), ofTest.slice(0, 12)]).toEqual(['bureau_live_', 'bureau_test_']);
  const open = async (secret: string) =>
    (await live.get('/v1/administration/organization', { Authorization: `Bearer ${secret}` })).body.mode ?? 'nothing';
  const renamed = [ofLive.replace('live', 'test'), ofTest.replace('test', 'live')];
  expect(await Promise.all([ofLive, ofTest, ...renamed].map(open))).toEqual(['live', 'test', 'nothing', 'nothing']);
});

it.each([
  ['the past', { to: '2020-01-01T00:00:00Z' }, '422 clock_backwards /to clock_backwards'],
  ['too far', { to: '2150-01-01T00:00:00Z' }, '422 validation_failed /to too_far'],
  ['too long', { by: 'P5Y1D' }, '422 validation_failed /by too_far'],
  ['no duration', { by: 'P' }, '422 validation_failed /by invalid_code'],
  ['no time', { by: 'P1DT' }, '422 validation_failed /by invalid_code'],
  ['backwards', { by: '-P1D' }, '422 validation_failed /by invalid_code'],
  ['a phrase', { by: 'a month' }, '422 validation_failed /by invalid_code'],
])('is not advanced by %s', async (_, body, fault) => {
  expect(faultOf(await actor.post(ADVANCE, body))).toBe(fault);
});

it('adds durations on the calendar of the organization, one after the other', async () => {
  const { body: shown } = await actor.get('/v1/administration/clock');
  const to = new Date(Date.parse(shown.nowAt) + 3_600_000).toISOString();
  const targets = [];
  for (const body of [{ to }, { by: 'P1M' }, { by: 'PT1H30M' }, { to }, {}, { to, by: 'P2M' }]) {
    targets.push((await actor.post(ADVANCE, body)).body.targetAt);
  }
  const [first, second, third, fourth, fifth, sixth] = targets;
  expect(first).toBe(to);
  expect(second.slice(10)).toBe(first.slice(10));
  expect(Date.parse(third) - Date.parse(second)).toBe(5_400_000);
  // What is nearer does not take it back.
  expect([fourth, fifth]).toEqual([third, third]);
  expect(sixth.slice(10)).toBe(first.slice(10));
  expect((await actor.get(CLOCK)).body).toMatchObject({ state: 'advancing', targetAt: sixth });
});

it('is advanced, and its mails are read, by owners and administrators', async () => {
  const integrator = await colleagueOf(actor, ['integrator']);
  expect((await integrator.get(CLOCK)).status).toBe(200);
  expect([(await integrator.post(ADVANCE, { by: 'P1D' })).status, (await integrator.get(MAILS)).status]).toEqual([
    403, 403,
  ]);
});

it('keeps nothing of a live organization in the tables of tests', async () => {
  await asOwner(async (client) => {
    const mail = `
      INSERT INTO platform.captured_mail (organization_id, id, kind, source_id, recipient, subject, text_body, html_body)
      VALUES ($1, $1, 'invitation', $1, 'a@example.com', 'S', 'T', 'H')`;
    const walk = 'INSERT INTO platform.clock_walk (organization_id, target_at, started_by) VALUES ($1, now(), $1)';
    const inLive = (text: string) => client.query(text, [live.organizationId]);
    await expect(inLive(mail)).rejects.toMatchObject({ constraint: 'captured_mail_of_test' });
    await expect(inLive(walk)).rejects.toMatchObject({ constraint: 'clock_walk_of_test' });
  });
});
