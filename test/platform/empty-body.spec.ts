import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { bearer } from './door.js';
import { type Received, Wire } from './wire.js';

const wire = new Wire();
let actor: Actor;

beforeAll(async () => {
  actor = await newActor();
  await actor.openBooks();
});
afterAll(() => wire.close());

/** Reverses with exactly these bytes, or with none at all. */
function reverse(id: string, key: string, body?: string): Promise<Received> {
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const headers = { ...bearer(actor.accessToken), 'Idempotency-Key': key, ...type };
  return wire.send({ method: 'POST', path: `/v1/accounting/journal-entries/${id}/reverse`, headers, body });
}

it('an action whose fields are all optional is done without a body, and sent again with {} it is the same request', async () => {
  const entry = await actor.postEntry('1000', '3000', '100.00');
  const key = newId();
  const done = await reverse(entry.id, key);
  expect([done.status, JSON.parse(done.text).reversalOf]).toEqual([201, entry.id]);
  for (const body of ['{}', '']) {
    const again = await reverse(entry.id, key, body);
    expect([again.status, again.headers['idempotent-replayed'], again.text]).toEqual([201, 'true', done.text]);
  }
  expect((await reverse(entry.id, key, '{"description":"Another"}')).status).toBe(422);
});
