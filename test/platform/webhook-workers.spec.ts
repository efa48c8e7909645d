import { WebhookScene } from '../support/webhook-scene.js';

// Several workers deliver side by side; what a killed one had under way goes on with another.

let scene: WebhookScene;
beforeAll(async () => {
  scene = await WebhookScene.open(2);
});
afterAll(() => scene?.close());

it('send each event once, in the order of its subject', async () => {
  const endpoint = await scene.endpoint(['accounting.journal_entry.*', 'accounting.fiscal_period.*']);
  const posted: string[] = [];
  for (let count = 0; count < 30; count++) posted.push(await scene.post());
  const period = '/v1/accounting/fiscal-periods';
  const { body: periods } = await scene.session.get(`${period}?startsOn=2026-02-01`);
  const { id } = periods.data[0];
  for (const [at, verb] of ['close', 'reopen', 'close', 'reopen'].entries()) {
    const version = `"${Number(periods.data[0].version) + at}"`;
    const { status } = await scene.session.post(`${period}/${id}/${verb}`, { reason: 'Counting' }, undefined, {
      'If-Match': version,
    });
    expect(status).toBe(200);
  }
  await scene.deliveries(endpoint, (rows) => rows.length === 34 && rows.every(({ state }) => state === 'delivered'));
  const events = scene.receiver.to(endpoint.path).map(({ event }) => event);
  expect(events).toHaveLength(34);
  const subjects = events.map(({ subject }) => subject as string);
  expect(subjects.filter((subject) => subject !== id).toSorted()).toEqual(posted.toSorted());
  expect(events.filter(({ subject }) => subject === id).map(({ type }) => type)).toEqual(
    ['closed', 'reopened', 'closed', 'reopened'].map((happened) => `accounting.fiscal_period.${happened}.v1`),
  );
});

it('take over what a killed one had under way, once its lease has ended', async () => {
  const endpoint = await scene.endpoint();
  const held: (() => void)[] = [];
  scene.receiver.answer(endpoint.path, (_, response) => held.push(() => response.writeHead(204).end()));
  const subject = await scene.post();
  await scene.receiver.received(endpoint.path, 1);
  for (const worker of scene.workers) await worker.kill();
  const leased = await scene.asOwner((client) =>
    client.query(
      'SELECT next_attempt_at > now() AS leased, claim FROM platform.webhook_delivery WHERE endpoint_id = $1',
      [endpoint.id],
    ),
  );
  expect(leased.rows).toEqual([{ leased: true, claim: expect.any(String) }]);
  scene.receiver.answerStatus(endpoint.path, 204);
  scene.workers.splice(0);
  await scene.addWorker();
  await scene.makeDue(endpoint);
  const calls = await scene.receiver.received(endpoint.path, 2);
  expect(calls.map(({ event }) => event.subject)).toEqual([subject, subject]);
  expect(calls[1]!.headers['webhook-id']).toBe(calls[0]!.headers['webhook-id']);
  await scene.deliveries(endpoint, ([row]) => row.state === 'delivered' && row.attemptCount === 1);
});

it('let what is under way come to its end when they are stopped', async () => {
  const endpoint = await scene.endpoint();
  let answer = () => {};
  scene.receiver.answer(endpoint.path, (_, response) => (answer = () => void response.writeHead(204).end()));
  await scene.post();
  await scene.receiver.received(endpoint.path, 1);
  const [worker] = scene.workers.splice(0);
  const stopping = worker!.stop();
  answer();
  expect(await stopping).toBe('ended with 0');
  await scene.deliveries(endpoint, ([row]) => row.state === 'delivered');
});
