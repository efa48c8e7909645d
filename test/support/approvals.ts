import { type Actor, type Answer, colleagueOf, newActor, newTestActor } from './actor.js';

export const POLICIES = '/v1/approval-policies';
export const REQUESTS = '/v1/approval-requests';
export const DELEGATIONS = '/v1/approval-delegations';
export const DRAFTS = '/v1/accounting/journal-entry-drafts';
export const ENTRIES = '/v1/accounting/journal-entries';

/** The id of the person, which the factories put into the address. */
export const personOf = ({ email }: Actor): string => email.split('@')[0]!;

/** An entry of rent paid in cash. */
export const rentOf = (amount: string, fields: object = {}) => ({
  entryDate: '2026-03-05',
  description: 'Rent',
  lines: [
    { accountCode: '4000', debit: amount },
    { accountCode: '1000', credit: amount },
  ],
  ...fields,
});

/** An organization with books, whose bookkeeper may post up to 1,000; an accountant approves the rest. */
export class Office {
  private constructor(
    readonly owner: Actor,
    readonly maker: Actor,
    readonly checker: Actor,
  ) {}

  static async open(
    steps: object[] = [{ rule: 'one', approverRoles: ['accountant'] }],
    { isTest = false } = {},
  ): Promise<Office> {
    const owner = await (isTest ? newTestActor() : newActor());
    await owner.openBooks();
    const office = new Office(
      owner,
      await colleagueOf(owner, ['bookkeeper']),
      await colleagueOf(owner, ['accountant']),
    );
    await office.policy({ amountFrom: '1000.00', steps });
    return office;
  }

  colleague(...roles: string[]): Promise<Actor> {
    return colleagueOf(this.owner, roles);
  }

  async policy(fields: object): Promise<Answer['body']> {
    return must(
      this.owner.post(POLICIES, {
        name: 'Entries from 1,000',
        subjectKind: 'journal_entry',
        steps: [{ rule: 'one', approverRoles: ['accountant'] }],
        ...fields,
      }),
      201,
    );
  }

  async draft(amount = '5000.00', by = this.maker, fields: object = {}): Promise<Answer['body']> {
    return must(by.post(DRAFTS, rentOf(amount, fields)), 201);
  }

  submit(subjectId: string, by = this.maker): Promise<Answer> {
    return by.post(REQUESTS, { subjectKind: 'journal_entry', subjectId });
  }

  /** A draft and its pending request. */
  async submitted(amount = '5000.00', by = this.maker, fields: object = {}) {
    const draft = await this.draft(amount, by, fields);
    return { draft, request: await must(this.submit(draft.id, by), 201) };
  }
}

export const approve = (by: Actor, { id, contentHash }: Answer['body'], fields: object = {}): Promise<Answer> =>
  by.post(`${REQUESTS}/${id}/approve`, { contentHash, ...fields });

export const reject = (by: Actor, { id }: Answer['body'], reason = 'No contract'): Promise<Answer> =>
  by.post(`${REQUESTS}/${id}/reject`, { reason });

/** The ids of the requests that wait for somebody. */
export async function inboxOf(person: Actor): Promise<string[]> {
  const { items } = await must(person.get('/v1/inbox'), 200);
  return items.map(({ request }: Answer['body']) => request.id);
}

export async function must(answer: Promise<Answer>, expected: number): Promise<Answer['body']> {
  const { status, body } = await answer;
  if (status !== expected) throw new Error(`answered ${status} instead of ${expected}: ${JSON.stringify(body)}`);
  return body;
}

/** Status and code, as refusals are looked at. */
export const refused = ({ status, body }: Answer) => `${status} ${body.code}`;
