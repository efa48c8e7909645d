import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Call } from '../support/webhook-receiver.js';
import { DELIVERIES, ENDPOINTS, type Endpoint, WebhookScene } from '../support/webhook-scene.js';

// Events reach endpoints over the built worker, which nothing tells of them but the database.

let scene: WebhookScene;
beforeAll(async () => {
  scene = await WebhookScene.open();
});
afterAll(() => scene?.close());

const subjectsOf = (calls: Call[]) => calls.map(({ event }) => event.subject as string);
/** By the definition of Standard Webhooks, and by its library. */
function expectSigned({ headers, body, event }: Call, secret: string): void {
  const given = headers as Record<string, string>;
  expect(given['webhook-id']).toBe(event.id);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = `${given['webhook-id']}.${given['webhook-timestamp']}.${body}`;
  const signature = createHmac('sha256', key).update(text).digest('base64');
  expect(given['webhook-signature']!.split(' ')).toContain(`v1,${signature}`);
  expect(new Webhook(secret).verify(body, given)).toEqual(event);
}

it('sends a posted entry as a signed CloudEvent, and says so', async () => {
  const endpoint = await scene.endpoint();
  const subject = await scene.post();
  const [call] = await scene.receiver.received(endpoint.path, 1);
  expect(call!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(call!.event).toEqual({
    specversion: '1.0',
    id: expect.any(String),
    source: `urn:uuid:${scene.session.organizationId}`,
    type: 'accounting.journal_entry.posted.v1',
    subject,
    time: expect.stringMatching(/Z$/),
    datacontenttype: 'application/json',
    livemode: true,
    sequence: expect.stringMatching(/^0{10}\d{9}$/),
    data: { journalEntryId: subject, legalEntityId: expect.any(String), entryDate: '2026-03-15' },
  });
  expectSigned(call!, endpoint.secret);
  const [delivery] = await scene.deliveries(endpoint, ([row]) => row?.state === 'delivered');
  expect(delivery).toMatchObject({ eventId: call!.event.id, subject, attemptCount: 1, nextAttemptAt: null });
  const { body } = await scene.session.get(`${DELIVERIES}/${delivery.id}`);
  expect(body.attempts).toMatchObject([{ outcome: 'delivered', httpStatus: 204, error: null }]);
  const { body: feed } = await scene.session.get(`/v1/events?subject=${subject}`);
  expect(feed.data).toEqual([call!.event]);
});

it('sends an endpoint what it asked for, and a test to the one that is tested', async () => {
  const [years, tested] = [await scene.endpoint(['accounting.fiscal_year.*']), await scene.endpoint(['accounting.*'])];
  await scene.post();
  await scene.receiver.received(tested.path, 1);
  const { status, body } = await scene.session.post(`${ENDPOINTS}/${years.id}/test`, {});
  expect(status).toBe(200);
  const [call] = await scene.receiver.received(years.path, 1);
  expect(call!.event).toMatchObject({
    id: body.eventId,
    type: 'platform.webhook_endpoint.tested.v1',
    subject: years.id,
  });
  expect([scene.receiver.to(years.path), scene.receiver.to(tested.path)]).toMatchObject([[{}], [{}]]);
});

describe('an attempt that fails', () => {
  const failed = async (endpoint: Endpoint, outcome: string) => {
    const [delivery] = await scene.deliveries(endpoint, ([row]) => row?.attemptCount > 0);
    const { body } = await scene.session.get(`${DELIVERIES}/${delivery.id}`);
    expect(body.attempts[0]).toMatchObject({ outcome });
    return body;
  };

  it('is repeated later under the same id, and the endpoint gets what it missed in order', async () => {
    const endpoint = await scene.endpoint(['accounting.journal_entry.*']);
    scene.receiver.answerStatus(endpoint.path, 503);
    await scene.post();
    const { attempts, nextAttemptAt, state } = await failed(endpoint, 'refused');
    expect([state, attempts[0].httpStatus, attempts[0].answerStart]).toEqual(['pending', 503, 'status 503']);
    const wait = new Date(nextAttemptAt).getTime() - new Date(attempts[0].recordedAt).getTime();
    expect([wait >= 4_500, wait <= 5_500]).toEqual([true, true]);
    scene.receiver.answerStatus(endpoint.path, 200);
    await scene.makeDue(endpoint);
    const [first, second] = await scene.receiver.received(endpoint.path, 2);
    expect(second!.event).toEqual(first!.event);
    expectSigned(second!, endpoint.secret);
    await scene.deliveries(endpoint, ([row]) => row.state === 'delivered' && row.attemptCount === 2);
  });

  it('is not led elsewhere by a redirect', async () => {
    const endpoint = await scene.endpoint();
    const elsewhere = `${endpoint.path}/elsewhere`;
    scene.receiver.answer(endpoint.path, (_, response) =>
      response.writeHead(307, { Location: `${scene.receiver.url}${elsewhere}` }).end(),
    );
    await scene.post();
    expect((await failed(endpoint, 'redirected')).attempts[0].httpStatus).toBe(307);
    expect(scene.receiver.to(elsewhere)).toEqual([]);
  });

  it('keeps the beginning of an answer that does not end', async () => {
    const endpoint = await scene.endpoint();
    let sent = 0;
    scene.receiver.answer(endpoint.path, (_, response) => {
      response.writeHead(500);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1024, 'x'))) sent += 1024;
      };
      response.on('drain', pour);
      pour();
    });
    await scene.post();
    const { attempts } = await failed(endpoint, 'refused');
    expect(attempts[0].answerStart).toBe('x'.repeat(1000));
    // What was under way when the connection was cut does not count.
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('with 410 ends it all, and the feed tells', async () => {
    const endpoint = await scene.endpoint();
    scene.receiver.answerStatus(endpoint.path, 410);
    await scene.post();
    expect((await failed(endpoint, 'refused')).state).toBe('failed');
    const { body } = await scene.session.get(`${ENDPOINTS}/${endpoint.id}`);
    expect(body).toMatchObject({ state: 'disabled', disabledBecause: 'gone', version: 2 });
    const { body: told } = await scene.session.get(`/v1/notifications?subjectId=${endpoint.id}`);
    expect(told.data).toMatchObject([{ kind: 'webhook.dead_letters', text: expect.stringContaining(endpoint.path) }]);
    await scene.post();
    for (;;) {
      const { body: feed } = await scene.session.get(`/v1/events?subject=${endpoint.id}`);
      if (feed.data.length === 0) continue;
      expect(feed.data).toMatchObject([
        { type: 'platform.webhook_endpoint.disabled.v1', data: { disabledBecause: 'gone' } },
      ]);
      break;
    }
    expect(scene.receiver.to(endpoint.path)).toHaveLength(1);
  });

  it('for three days disables the endpoint; the last of an event is a dead letter', async () => {
    const endpoint = await scene.endpoint();
    scene.receiver.answerStatus(endpoint.path, 500);
    await scene.post();
    await failed(endpoint, 'refused');
    await scene.asOwner(async (client) => {
      await client.query(
        "UPDATE platform.webhook_endpoint_failure SET failing_since = now() - interval '3 days 1 minute' WHERE endpoint_id = $1",
        [endpoint.id],
      );
      await client.query('UPDATE platform.webhook_delivery SET attempts = 11 WHERE endpoint_id = $1', [endpoint.id]);
    });
    await scene.makeDue(endpoint);
    await scene.deliveries(endpoint, ([row]) => row.state === 'failed');
    const { body } = await scene.session.get(`${ENDPOINTS}/${endpoint.id}`);
    expect(body).toMatchObject({ state: 'disabled', disabledBecause: 'failing' });
  });
});

it('what fails holds back its own subject, and no other', async () => {
  const endpoint = await scene.endpoint(['platform.webhook_endpoint.tested.v1', 'accounting.journal_entry.*']);
  const isTest = ({ event }: Call) => event.subject === endpoint.id;
  scene.receiver.answer(endpoint.path, (call, response) => response.writeHead(isTest(call) ? 500 : 204).end());
  const tests: string[] = [];
  for (let count = 0; count < 3; count++) {
    tests.push((await scene.session.post(`${ENDPOINTS}/${endpoint.id}/test`, {})).body.eventId);
  }
  const entries = [await scene.post(), await scene.post()];
  await scene.deliveries(endpoint, (rows) => rows.filter(({ state }) => state === 'delivered').length === 2);
  const seen = subjectsOf(scene.receiver.to(endpoint.path));
  expect(seen.filter((subject) => subject === endpoint.id)).toHaveLength(1);
  expect(seen.filter((subject) => subject !== endpoint.id)).toEqual(entries);
  scene.receiver.answerStatus(endpoint.path, 204);
  await scene.makeDue(endpoint);
  await scene.deliveries(endpoint, (rows) => rows.every(({ state }) => state === 'delivered'));
  const ids = scene.receiver
    .to(endpoint.path)
    .filter(isTest)
    .map(({ event }) => event.id);
  expect(ids).toEqual([tests[0], ...tests]);
});

it('an endpoint that does not answer delays no other', async () => {
  const [dead, live] = [await scene.endpoint(), await scene.endpoint()];
  scene.receiver.answer(dead.path, () => undefined);
  for (let count = 0; count < 12; count++) await scene.post();
  await scene.receiver.received(live.path, 12);
  // So many of it are tried at once, and the rest waits.
  expect(scene.receiver.to(dead.path).length).toBeLessThanOrEqual(8);
  const { body } = await scene.session.get(`${ENDPOINTS}/${dead.id}`);
  await scene.session.post(`${ENDPOINTS}/${dead.id}/archive`, {}, undefined, { 'If-Match': `"${body.version}"` });
  await scene.deliveries(dead, (rows) => rows.every(({ state }) => state === 'cancelled'));
});

it('keeps events while an endpoint is paused, and sends them when it is resumed', async () => {
  const endpoint = await scene.endpoint();
  await scene.session.post(`${ENDPOINTS}/${endpoint.id}/pause`, {}, undefined, { 'If-Match': '"1"' });
  const subject = await scene.post();
  await scene.deliveries(endpoint, (rows) => rows.length === 1);
  expect(scene.receiver.to(endpoint.path)).toEqual([]);
  await scene.session.post(`${ENDPOINTS}/${endpoint.id}/resume`, {}, undefined, { 'If-Match': '"2"' });
  expect(subjectsOf(await scene.receiver.received(endpoint.path, 1))).toEqual([subject]);
});

it('signs by both secrets for a day after a rotation, and by the new one alone afterwards', async () => {
  const endpoint = await scene.endpoint();
  const rotated = await scene.session.post(`${ENDPOINTS}/${endpoint.id}/rotate-secret`, {}, undefined, {
    'If-Match': '"1"',
  });
  expect(rotated.body.secret).not.toBe(endpoint.secret);
  await scene.post();
  const [call] = await scene.receiver.received(endpoint.path, 1);
  expectSigned(call!, endpoint.secret);
  expectSigned(call!, rotated.body.secret);
  await scene.asOwner((client) =>
    client.query("UPDATE platform.webhook_endpoint SET rotation_ends_at = now() - interval '1 second' WHERE id = $1", [
      endpoint.id,
    ]),
  );
  await scene.post();
  const [, later] = await scene.receiver.received(endpoint.path, 2);
  expectSigned(later!, rotated.body.secret);
  expect(later!.headers['webhook-signature']).not.toContain(' ');
});

it('replays what is over: one delivery, or what an endpoint missed', async () => {
  const early = await scene.post();
  const endpoint = await scene.endpoint();
  scene.receiver.answerStatus(endpoint.path, 204);
  const subject = await scene.post();
  const [delivery] = await scene.deliveries(endpoint, ([row]) => row?.state === 'delivered');
  const replayed = await scene.session.post(`${DELIVERIES}/${delivery.id}/replay`, {});
  expect([replayed.status, replayed.body.state]).toEqual([200, 'pending']);
  await scene.receiver.received(endpoint.path, 2);
  const { body: feed } = await scene.session.get(`/v1/events?subject=${early}`);
  const range = { fromAt: feed.data[0].time };
  const missed = await scene.session.post(`${ENDPOINTS}/${endpoint.id}/replay`, range);
  expect(missed.body).toEqual({ queued: 1 });
  expect(subjectsOf(await scene.receiver.received(endpoint.path, 3))).toEqual([subject, subject, early]);
  await scene.deliveries(endpoint, (rows) => rows.every(({ state }) => state === 'delivered'));
  const all = await scene.session.post(`${ENDPOINTS}/${endpoint.id}/replay`, { ...range, which: 'all' });
  expect(all.body).toEqual({ queued: 2 });
  const calls = await scene.receiver.received(endpoint.path, 5);
  expect(subjectsOf(calls.slice(3)).toSorted()).toEqual([early, subject].toSorted());
});
