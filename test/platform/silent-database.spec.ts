import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { ToxicProxy } from '../support/toxic-proxy.js';

// A network that swallows everything between the API and PostgreSQL, and closes no connection.

let proxy: ToxicProxy;
let own: OwnApp;
let actor: Actor;
beforeAll(async () => {
  proxy = await ToxicProxy.start(provided('TEST_OWNER_URL'), Math.random);
  actor = await newActor();
  own = await startOwnApp({ DATABASE_POOL_SIZE: '2' }, { url: proxy.url, statementSeconds: 1 });
});
afterAll(async () => {
  await own?.stop();
  proxy?.close();
});

const ask = () => own.get(actor, '/v1/administration/legal-entities');

it('is told of, and gone without a restart when there is a network again', async () => {
  // All connections are there, and none is asked for anew.
  const sound = await Promise.all(Array.from({ length: 6 }, ask));
  expect(sound.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
  proxy.isSilent = true;
  const answers = await Promise.all([ask(), ask(), ask()]);
  const problems = answers.map(({ body }) => JSON.parse(body.toString()) as { code: string });
  expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'service_unavailable'));
  proxy.isSilent = false;
  expect((await ask()).status).toBe(200);
});
