import { judgeClock, judgeConnections, judgeMigrations, judgeNode, judgeServer, judgeSpace } from './judge.js';

const GiB = 1024 ** 3;
const server = { version: 180_001, encoding: 'UTF8', database: 'bureau', maxConnections: 100 };

it.each([
  ['18.20.0', 'fault'],
  ['20.18.3', 'fault'],
  ['20.19.0', 'advice'],
  ['22.12.0', 'ok'],
  ['24.1.0', 'ok'],
])('Node.js %s: %s', (version, status) => expect(judgeNode(version).status).toBe(status));

it.each([
  [{ version: 140_018 }, 'fault', 'PostgreSQL 14.18, database bureau, UTF8'],
  [{ version: 150_000 }, 'ok', 'PostgreSQL 15.0, database bureau, UTF8'],
  [{ encoding: 'LATIN1' }, 'fault', 'PostgreSQL 18.1, database bureau, LATIN1'],
  [{}, 'ok', 'PostgreSQL 18.1, database bureau, UTF8'],
])('the server %j: %s', (facts, status, detail) => {
  expect(judgeServer({ ...server, ...facts })).toMatchObject({ status, detail });
});

it.each([
  [10, 'ok'],
  [92, 'ok'],
  [93, 'fault'],
])('%i connections of 100: %s', (poolSize, status) => expect(judgeConnections(server, poolSize).status).toBe(status));

it.each([
  [{ pending: [], unknown: [] }, 'ok'],
  [{ pending: ['A1'], unknown: [] }, 'advice'],
  [{ pending: ['A1'], unknown: ['Z9'] }, 'fault'],
])('migrations %j: %s', (state, status) => expect(judgeMigrations(state).status).toBe(status));

it.each([
  [0, 'fault'],
  [0.2 * GiB, 'fault'],
  [GiB, 'advice'],
  [2 * GiB, 'ok'],
])('%d bytes free: %s', (bytes, status) => expect(judgeSpace(bytes, '/srv').status).toBe(status));

it.each([
  [0.4, 'ok', 'agrees with the database'],
  [-1.9, 'ok', 'agrees with the database'],
  [30, 'advice', '30 seconds ahead of the database'],
  [-30, 'advice', '30 seconds behind the database'],
  [-61, 'fault', '61 seconds behind the database'],
])('a clock %d seconds ahead: %s', (seconds, status, detail) => {
  expect(judgeClock(seconds)).toMatchObject({ status, detail });
});

it('says what to do wherever something is not right', () => {
  const findings = [judgeNode('18.0.0'), judgeServer({ ...server, version: 1 }), judgeClock(99), judgeSpace(0, '/srv')];
  expect(findings.filter(({ remedy }) => !remedy)).toEqual([]);
});
