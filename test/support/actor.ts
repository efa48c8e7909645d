import supertest from 'supertest';
import { newId } from '#kernel/id.js';
import { provided } from './database.js';
import { requireDescribed } from './described-answers.js';
import { keepsBooks } from './proved-books.js';
import { addMember, PASSWORD, provision } from './provision.js';
import { askForFile } from './room-for-files.js';

// What comes back is looked at by the tests, field by field.
// oxlint-disable-next-line no-explicit-any
type Body = any;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Body;
  /** The body as it came. */
  text: string;
}

type Headers = Record<string, string>;

/** A signed-in person of one organization, who talks to the server over HTTP. */
export class Actor {
  constructor(
    readonly organizationId: string,
    readonly legalEntityId: string,
    readonly email: string,
    readonly accessToken: string,
  ) {
    keepsBooks(organizationId);
  }

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send(() => this.request().get(path), headers);
  }

  /** A command; it gets an idempotency key of its own unless one is given. */
  post(path: string, body: unknown = {}, headers: Headers = {}): Promise<Answer> {
    return this.send(
      () =>
        this.request()
          .post(path)
          .send(body as object),
      { 'Idempotency-Key': newId(), ...headers },
    );
  }

  patch(path: string, body: unknown, etag?: string): Promise<Answer> {
    return this.send(
      () =>
        this.request()
          .patch(path)
          .send(body as object),
      etag === undefined ? {} : { 'If-Match': etag },
    );
  }

  delete(path: string, etag?: string): Promise<Answer> {
    return this.send(() => this.request().delete(path), etag === undefined ? {} : { 'If-Match': etag });
  }

  /** Sends a file as it is. */
  upload(path: string, file: Buffer, headers: Headers = {}, type = 'application/octet-stream'): Promise<Answer> {
    return this.send(() => this.request().post(path).set('Content-Type', type).send(file), headers);
  }

  /** Sends comma-separated values, a line each. */
  uploadCsv(path: string, lines: readonly string[], headers: Headers = {}): Promise<Answer> {
    return this.upload(path, Buffer.from(lines.join('\n')), headers, 'text/csv');
  }

  /** Opens a fiscal year and a small chart: 1000 Cash, 1930 Bank (control), 2000 Equity, 3000 Sales, 4000 Rent, 3999 Rounding. */
  async openBooks(startsOn = '2026-01-01', endsOn = '2026-12-31'): Promise<void> {
    await this.expectCreated('/v1/accounting/fiscal-years', { startsOn, endsOn });
    const accounts = [
      { code: '1000', name: 'Cash', type: 'asset' },
      { code: '1930', name: 'Bank', type: 'asset', control: 'bank' },
      { code: '2000', name: 'Equity', type: 'equity' },
      { code: '3000', name: 'Sales', type: 'income' },
      { code: '3999', name: 'Rounding', type: 'expense' },
      { code: '4000', name: 'Rent', type: 'expense' },
    ];
    for (const account of accounts) await this.expectCreated('/v1/accounting/accounts', account);
  }

  /** Posts an entry of two lines and gives its view. */
  async postEntry(debit: string, credit: string, amount: string, fields: object = {}): Promise<Body> {
    const lines = [
      { accountCode: debit, debit: amount },
      { accountCode: credit, credit: amount },
    ];
    const entry = { entryDate: '2026-03-05', description: 'Test entry', post: true, lines, ...fields };
    return this.expectCreated('/v1/accounting/journal-entries', entry);
  }

  private async expectCreated(path: string, body: object): Promise<Body> {
    const answer = await this.post(path, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private request() {
    return supertest(provided('TEST_BASE_URL'));
  }

  private async send(make: () => supertest.Test, headers: Headers): Promise<Answer> {
    const ask = async () => make().set('Authorization', `Bearer ${this.accessToken}`).set(headers);
    const answer = await askForFile(ask, ({ text }) => text);
    const { status, body, text, request } = answer;
    const { pathname, search } = new URL(request.url);
    const method = request.method.toLowerCase();
    requireDescribed({ method, path: pathname + search, status, type: answer.headers['content-type'], body });
    return { status, headers: answer.headers as Headers, body: body as Body, text };
  }
}

/** The owner of a fresh organization with one legal entity that keeps no books yet. */
export async function newActor(roles: readonly string[] = ['owner'], currency = 'EUR', isTest = false): Promise<Actor> {
  const { organizationId, legalEntityId, email } = await provision(roles, currency, isTest);
  return signIn(organizationId, legalEntityId, email);
}

/** The owner of a test organization. */
export const newTestActor = (): Promise<Actor> => newActor(['owner'], 'EUR', true);

/** Another person of the same organization. */
export async function colleagueOf(actor: Actor, roles: readonly string[]): Promise<Actor> {
  const { email } = await addMember(actor.organizationId, roles);
  return signIn(actor.organizationId, actor.legalEntityId, email);
}

async function signIn(organizationId: string, legalEntityId: string, email: string): Promise<Actor> {
  const answer = await supertest(provided('TEST_BASE_URL')).post('/v1/auth/login').send({ email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  return new Actor(organizationId, legalEntityId, email, (answer.body as { accessToken: string }).accessToken);
}
