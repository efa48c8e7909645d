import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { newActor } from '../support/actor.js';
import { matchLines } from '../support/bank-suggestions.js';
import { statementImports } from '../support/bank-statements.js';
import { openShop } from '../support/front-office.js';
import { follow } from '../support/guide.js';

let own: OwnApp;
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());

const page = readFileSync(join(__dirname, '../../docs/payment-providers.md'), 'utf8');
const [report = '', statement = ''] = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

it('does what docs/payment-providers.md says', async () => {
  const actor = await newActor();
  await openShop(actor);
  const bank = async (name: string) =>
    (await actor.get('/v1/accounting/bank-accounts')).body.data.find((one: { name: string }) => one.name === name).id;
  const imported = async (name: string, file: string, query = '') => {
    const id = await bank(name);
    const answer = await actor.upload(`${statementImports}?bankAccountId=${id}${query}`, Buffer.from(file));
    expect(answer.body).toMatchObject({ status: 'imported' });
    return id;
  };
  const steps = await follow('payment-providers.md', actor, {
    before: {
      line: async () => {
        const id = await imported('Example Pay', report, '&csvMapping=Report');
        expect(await matchLines(own, actor, id)).toMatchObject({ lines: 5, accepted: 5, refused: 0 });
      },
      paid: () => imported('Business account', statement),
    },
  });
  expect(steps).toBe(13);
});
