import { newId } from '#kernel/id.js';
import { Furnished, smallFile } from './furnished.js';
import { type Operation, pathOf } from './operations.js';
import { shownWithout } from './shown-without.js';
import { Trial } from './trial.js';
import type { Sent } from './wire.js';

// Whatever an id of another organization is given as, the answer is that for an id of nothing.

let trial: Trial;
let ours: Furnished;
/** Nothing of it may change, and nothing of it be told. */
let theirs: Furnished;

beforeAll(async () => {
  trial = await Trial.begin();
  theirs = trial.untouched;
  ours = await Furnished.make(trial.operations);
});
afterEach(() => trial.assertUntouched());
afterAll(() => trial.end('ids of another organization'));

function exampleFor(operation: Operation): string | Buffer | undefined {
  if (operation.fileType) return smallFile(operation);
  return operation.body && JSON.stringify(trial.operations.exampleOf(operation.body));
}

/** What a report needs to know besides. */
const date = ({ parameters }: Operation) => {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  if (names.includes('asOf')) return 'asOf=2026-12-31';
  return names.includes('to') ? 'from=2026-01-01&to=2026-12-31' : '';
};

describe('in the path', () => {
  const withId = (operation: Operation, id: string): Sent => ({
    ...ours.request(operation, exampleFor(operation)),
    path: [pathOf(operation, id), date(operation)].filter(Boolean).join('?'),
  });

  it('they are not there, for every operation, and our own are', async () => {
    const addressed = trial.operations.all.filter(({ path }) => path.includes('{'));
    // What is deleted is no longer there for the others.
    const taking = [
      ...addressed.filter(({ method }) => method !== 'DELETE'),
      ...addressed.filter(({ method }) => method === 'DELETE'),
    ];
    expect(taking.length).toBeGreaterThanOrEqual(14);
    for (const operation of taking) {
      const foreign = theirs.idFor(operation);
      const nothing = newId();
      const answers = [];
      for (const id of [foreign, nothing]) {
        answers.push(shownWithout(await trial.wire.send(withId(operation, id)), id));
      }
      expect([operation.id, answers[0]]).toEqual([operation.id, answers[1]]);
      expect([operation.id, answers[0]!.status, answers[0]!.body.code]).toEqual([operation.id, 404, 'not_found']);
      // A suggestion that was decided of is gone; there are more.
      if (operation.path.startsWith('/v1/accounting/bank-match-suggestions')) await ours.renew(operation);
      const own = await trial.wire.send(withId(operation, ours.idFor(operation)));
      expect([operation.id, own.status]).not.toEqual([operation.id, 404]);
    }
  });
});

describe('in the query', () => {
  it('they find nothing', async () => {
    const taking = trial.operations.all.flatMap((operation) =>
      operation.parameters
        .filter(({ in: place, schema }) => {
          const { items, format } = trial.operations.resolve(schema);
          return place === 'query' && (items ?? { format }).format === 'uuid';
        })
        // The access log grows by being read: who asks for all but somebody finds what was asked for before.
        .filter(({ name }) => operation.id !== 'listAccessLogEntries' || !name.endsWith('[ne]'))
        .map(({ name }) => ({ operation, name })),
    );
    expect(taking.length).toBeGreaterThanOrEqual(12);
    for (const { operation, name } of taking) {
      const file = operation.fileType ? Buffer.from('#FLAGGA 0') : undefined;
      const answers = [];
      for (const id of [theirs.actor.legalEntityId, newId()]) {
        const sent = ours.request(operation, file);
        const answer = await trial.wire.send({
          ...sent,
          path: `${sent.path}?${name}=${id}&${date(operation)}`,
        });
        answers.push(shownWithout(answer, id));
      }
      expect([operation.id, name, answers[0]]).toEqual([operation.id, name, answers[1]]);
    }
  });

  it('they take nothing from the rows that there are', async () => {
    const { legalEntityId } = ours.actor;
    for (const path of ['/v1/accounting/accounts', '/v1/accounting/journals', '/v1/accounting/fiscal-years']) {
      const count = async (query: string) => (await ours.actor.get(`${path}?${query}`)).body.data.length;
      const own = await count(`legalEntityId=${legalEntityId}`);
      expect(own).toBeGreaterThan(0);
      expect(await count(`legalEntityId=${legalEntityId},${theirs.actor.legalEntityId}`)).toBe(own);
      expect(await count(`legalEntityId[ne]=${theirs.actor.legalEntityId}`)).toBe(await count(''));
    }
  });

  it('their cursor shows our rows only', async () => {
    const { body: page } = await theirs.actor.get('/v1/accounting/accounts?limit=1');
    const { status, body: answer } = await ours.actor.get(`/v1/accounting/accounts?limit=200&after=${page.page.next}`);
    expect(status).toBe(200);
    const { body: all } = await ours.actor.get('/v1/accounting/accounts?limit=200');
    const known = new Set(all.data.map(({ id }: { id: string }) => id));
    expect(answer.data.filter(({ id }: { id: string }) => !known.has(id))).toEqual([]);
  });
});
