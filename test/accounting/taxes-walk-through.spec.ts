import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newActor } from '../support/actor.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/taxes.md'), 'utf8');

/** The requests of the page in their order, each with what its answer has. */
const steps = Array.from(
  page.matchAll(/```http\nPOST (\S+)\n(.*?)```\n\n```json\n(.*?)```/gs),
  ([, path, body, answer]) => ({
    path: path!,
    body: JSON.parse(body!) as object,
    answer: JSON.parse(answer!) as object,
  }),
);

it('docs/taxes.md does what it says', async () => {
  const actor = await newActor();
  await actor.post('/v1/accounting/accounts', { code: '2610', name: 'Output tax', type: 'liability' });
  await actor.post('/v1/accounting/accounts', { code: '2640', name: 'Input tax', type: 'asset' });
  expect(steps.map(({ path }) => path.slice('/v1/accounting/'.length))).toEqual([
    'tax-codes',
    'tax-rules',
    'tax-calculations',
  ]);
  for (const { path, body, answer } of steps) {
    const { status, body: given } = await actor.post(path, body);
    expect([200, 201]).toContain(status);
    expect(given).toMatchObject(answer);
  }
});
