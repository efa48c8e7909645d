import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newActor } from '../support/actor.js';
import { bankAccounts, statementImports, statementLines } from '../support/bank-statements.js';

const guide = readFileSync(join(__dirname, '../../docs/banking.md'), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

it('does what the walk-through of docs/banking.md says', async () => {
  const actor = await newActor();
  const [account, bank, imported, line] = blocks('json').map((text) => JSON.parse(text) as object);
  const [file = ''] = blocks('text');
  expect(await actor.post('/v1/accounting/accounts', account)).toMatchObject({ status: 201 });
  expect(await actor.post(bankAccounts, bank)).toMatchObject({ status: 201, body: bank });
  expect((await actor.upload(statementImports, Buffer.from(file))).body).toMatchObject(imported!);
  expect((await actor.get(`${statementLines}?sort=bookedOn`)).body.data[0]).toMatchObject(line!);
});
