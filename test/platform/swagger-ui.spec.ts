import { Ajv2020 } from 'ajv/dist/2020.js';
import { type DescribedApi, nameIn, operationsOf, type Schema } from '../../src/platform/http/openapi/described-api.js';
import { provided } from '../support/database.js';
import { PASSWORD, provision } from '../support/provision.js';
import { SwaggerUiForms } from './swagger-ui-forms.js';

const get = (path: string) => fetch(new URL(path, provided('TEST_BASE_URL')), { redirect: 'manual' });

/** Somebody new, who has opened the page and signed in there. */
async function signedIn(): Promise<SwaggerUiForms> {
  const { email } = await provision(['owner'], 'EUR');
  const forms = await SwaggerUiForms.open();
  const { status } = await forms.execute('signIn', { body: { email, password: PASSWORD } });
  expect(status).toBe(200);
  return forms;
}

/** Those that no record has to be named for. */
const listsOf = (forms: SwaggerUiForms) =>
  forms.operationIds.filter((id) => id.startsWith('list') && !forms.namesRecord(id));

async function statusesOf(forms: SwaggerUiForms): Promise<[string, number][]> {
  const statuses: [string, number][] = [];
  for (const id of listsOf(forms)) statuses.push([id, (await forms.execute(id)).status]);
  return statuses;
}

describe('a form that nobody has touched', () => {
  let forms: SwaggerUiForms;

  beforeAll(async () => {
    forms = await signedIn();
  });

  it('lists what there is', async () => {
    const statuses = await statusesOf(forms);
    expect(statuses.length).toBeGreaterThanOrEqual(8);
    // Only test organizations keep mails.
    const others = statuses.filter(([id]) => id !== 'listTestMails');
    expect(statuses.length - others.length).toBe(1);
    expect(others.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('would be refused with the examples of the document itself', async () => {
    const document = (await (await get('/openapi.json')).json()) as DescribedApi;
    const statuses = await statusesOf(forms.of(document));
    expect(statuses.map(([id]) => id)).toEqual(listsOf(forms));
    expect(statuses.filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('waits for the id of a record', async () => {
    await expect(forms.execute('getAccount')).rejects.toThrow('getAccount waits for id');
    await expect(forms.execute('updateAccount')).rejects.toThrow('updateAccount waits for id, If-Match');
  });

  it('has a body that keeps the rules of its schema, but for the passwords', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(forms.document, 'page');
    const bodies = Object.entries(operationsOf(forms.document)).flatMap(([name, { requestBody }]) =>
      Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema, example }]) =>
        type === 'application/json' && schema?.$ref
          ? [{ name, schema, example: withPasswords(schema, example as object) }]
          : [],
      ),
    );
    const isKept = ({ schema, example }: { schema: Schema; example: object }) =>
      ajv.validate({ $ref: `page${schema.$ref}` }, example);
    expect(bodies.length).toBeGreaterThan(15);
    expect(bodies.filter((one) => !isKept(one)).map(({ name }) => `${name}: ${ajv.errorsText()}`)).toEqual([]);
    expect(isKept({ ...bodies[0]!, example: {} })).toBe(false);
  });

  const withPasswords = ({ $ref }: Schema, example: object): object => {
    const { properties = {} } = forms.document.components!.schemas![nameIn($ref)]!;
    const filled = Object.entries(example).map(([name, value]) => {
      return [name, properties[name]?.format === 'password' ? PASSWORD : (value as unknown)];
    });
    return Object.fromEntries(filled) as object;
  };
});

describe('somebody who fills in ids, and no more than they must', () => {
  let forms: SwaggerUiForms;

  beforeAll(async () => {
    forms = await signedIn();
  });

  /** Executes what has to succeed. */
  const done = async (operationId: string, typed?: Parameters<SwaggerUiForms['execute']>[1]) => {
    const answer = await forms.execute(operationId, typed);
    if (answer.status >= 300)
      throw new Error(`${operationId} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  it('opens books, posts an entry, takes it back and reads the reports', async () => {
    const year = await done('createFiscalYear');
    await done('createAccount');
    await done('createAccount', { body: { code: '5010', name: 'Office rent', type: 'expense' } });
    const entry = await done('postJournalEntry');
    expect(entry).toMatchObject({ number: 1, status: 'posted', total: '1250.00' });
    const reversal = await done('reverseJournalEntry', { parameters: { id: entry.id } });
    expect(reversal).toMatchObject({ number: 2, reversalOf: entry.id });
    expect((await done('postJournalEntriesInBulk')).results).toMatchObject([{ status: 'posted', number: 3 }]);
    expect((await done('postJournalEntry')).number).toBe(4);
    const balance = await done('getTrialBalance', { parameters: { asOf: '2026-12-31' } });
    expect(balance.totals).toMatchObject({ debit: '5000.00', credit: '5000.00' });
    expect(await done('checkIntegrity')).toMatchObject({ status: 'passed' });
    expect((await done('getFiscalYear', { parameters: { id: year.id } })).periods).toHaveLength(12);
    const found = await done('listJournalEntries', { parameters: { 'number[gte]': '2', 'number[lt]': '4' } });
    expect(found.data.map(({ number }: { number: number }) => number).sort()).toEqual([2, 3]);
  });

  it('changes records', async () => {
    const { data: accounts } = await done('listAccounts', { parameters: { code: '5010,1930' } });
    expect(accounts).toHaveLength(2);
    const changed = { id: accounts[1].id, 'If-Match': '"1"' };
    expect(await done('updateAccount', { parameters: changed })).toMatchObject({
      name: 'Business account',
      version: 2,
    });
    const { data: periods } = await done('listFiscalPeriods', { parameters: { status: 'open' } });
    const { id } = periods[11];
    expect(await done('closeFiscalPeriod', { parameters: { id, 'If-Match': '"1"' } })).toMatchObject({ version: 2 });
    expect(await done('reopenFiscalPeriod', { parameters: { id, 'If-Match': '"2"' } })).toMatchObject({ version: 3 });
    await done('createJournal');
  });

  it('may send the same key again, which the document says of the answer', async () => {
    const typed = { parameters: { 'Idempotency-Key': 'my-own' }, body: { code: 'BANK', name: 'Bank journal' } };
    const [first, second] = [await forms.execute('createJournal', typed), await forms.execute('createJournal', typed)];
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect([second.status, second.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    const { responses } = Object.values(operationsOf(forms.document)).find(
      (one) => one.operationId === 'createJournal',
    )!;
    expect(responses['201']).toHaveProperty(['headers', 'Idempotent-Replayed']);
  });

  it('stays signed in when the token comes to its end, until the sign-out', async () => {
    forms.page.session!.renewAt = Date.now();
    await done('listAccounts');
    expect(forms.page.session!.renewAt).toBeGreaterThan(Date.now());
    await done('createLegalEntity');
    await done('signOut');
    expect(forms.page.token).toBeUndefined();
    expect((await forms.execute('listAccounts')).status).toBe(401);
  });
});

it('is where the root of the server leads', async () => {
  const { status, headers } = await get('/');
  expect([status, headers.get('location')]).toEqual([302, '/docs']);
  expect(await (await get('/docs')).text()).toContain('<title>Bureau API</title>');
});

it.each(['/', '/docs', '/health/live', '/v1/nothing'])('is not bound to HTTPS by the answer of %s', async (path) => {
  expect((await get(path)).headers.has('strict-transport-security')).toBe(false);
});
