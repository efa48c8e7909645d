import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Deprecated } from './deprecation.js';
import { sendTo, startThings } from './things.fixture.js';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await startThings();
});
afterAll(() => app.close());

const told = {
  deprecation: '@1772323200',
  sunset: 'Mon, 01 Mar 2027 00:00:00 GMT',
  link: '</things>; rel="successor-version"',
};

it.each([
  ['the answer', '/things/old', 200],
  ['a refusal', '/things/old?unknown=1', 400],
])('says in %s that the operation will go', async (_, path, status) => {
  const answer = await sendTo(app, path, { method: 'GET' });
  expect(answer).toMatchObject({ status, headers: told });
});

it('says nothing of the kind elsewhere', async () => {
  const { headers } = await sendTo(app, '/things/context', { method: 'GET' });
  for (const name of Object.keys(told)) expect(headers).not.toHaveProperty(name);
});

it('leaves clients a year', () => {
  expect(() => Deprecated({ since: '2026-03-01', sunset: '2027-02-28' })).toThrow(RangeError);
  expect(() => Deprecated({ since: '2024-02-29', sunset: '2025-02-28' })).not.toThrow();
});
