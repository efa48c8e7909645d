import { newId } from '#kernel/id.js';
import { asOwner } from '../support/owner.js';
import { addMember, PASSWORD } from '../support/provision.js';
import { policyBodies, triedBesideApprovals } from './approval-bodies.js';
import { slotsOf, textWith } from './body-slots.js';
import { Furnished, smallFile } from './furnished.js';
import { addMemberWithFactor } from './furnished-second-factors.js';
import { keptRows } from './kept-rows.js';
import { type Operation, pathOf } from './operations.js';
import { Trial } from './trial.js';
import type { Received, Sent } from './wire.js';

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

/** An answer without the id that was asked for and without what is of this very request. */
function shownBy({ status, text }: Received, id: string) {
  // The place to go on from belongs to the very query.
  const alike = text
    .replaceAll(id, '{id}')
    .replaceAll(/"(requestId|checkedAt|next)":"[^"]+"/g, '"$1":"of this request"');
  return { status, body: JSON.parse(alike) as { code?: string } };
}

function exampleFor(operation: Operation): string | Buffer | undefined {
  if (operation.fileType) return smallFile(operation);
  return operation.body && JSON.stringify(trial.operations.exampleOf(operation.body));
}

describe('in the path', () => {
  const withId = (operation: Operation, id: string): Sent => ({
    ...ours.request(operation, exampleFor(operation)),
    path: pathOf(operation, id),
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
        answers.push(shownBy(await trial.wire.send(withId(operation, id)), id));
      }
      expect([operation.id, answers[0]]).toEqual([operation.id, answers[1]]);
      expect([operation.id, answers[0]!.status, answers[0]!.body.code]).toEqual([operation.id, 404, 'not_found']);
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
        answers.push(shownBy(answer, id));
      }
      expect([operation.id, name, answers[0]]).toEqual([operation.id, name, answers[1]]);
    }
  });

  /** What a report needs to know besides. */
  const date = ({ parameters }: Operation) => {
    const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
    if (names.includes('asOf')) return 'asOf=2026-12-31';
    return names.includes('to') ? 'from=2026-01-01&to=2026-12-31' : '';
  };

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

describe('in the body', () => {
  const lines = (first: object) => [
    { ...first, debit: '1.00' },
    { accountCode: '3000', credit: '1.00' },
  ];
  const entry = { entryDate: '2026-03-05', description: 'Cash sale' };

  /** A body that is accepted of us, by operation and place of the id, with what the id has to be of. */
  const accepted: Record<string, Record<string, (us: Ids) => object>> = {
    signIn: {
      '/organizationId': ({ email, organization }) => ({ email, password: PASSWORD, organizationId: organization }),
    },
    switchOrganization: { '/organizationId': ({ organization }) => ({ organizationId: organization }) },
    attachFile: {
      '/fileId': ({ file, draft }) => ({ fileId: file, subjectType: 'journal_entry_draft', subjectId: draft }),
      '/subjectId': ({ file, entry: subjectId }) => ({ fileId: file, subjectType: 'journal_entry', subjectId }),
    },
    createAccount: {
      '/legalEntityId': ({ legalEntity }) => ({
        code: fresh(),
        name: 'Cash',
        type: 'asset',
        legalEntityId: legalEntity,
      }),
      '/parentId': ({ group, legalEntity }) => ({
        code: fresh(),
        name: 'Cash',
        type: 'asset',
        legalEntityId: legalEntity,
        parentId: group,
      }),
    },
    importChartTemplate: {
      '/legalEntityId': ({ legalEntity }) => ({ templateCode: 'us_small_business', legalEntityId: legalEntity }),
    },
    updateAccountMappings: {
      '/legalEntityId': ({ legalEntity }) => ({
        legalEntityId: legalEntity,
        mappings: [{ accountCode: '1000', lineCode: null }],
      }),
    },
    createBudget: {
      '/fiscalYearId': ({ year }) => ({ fiscalYearId: year, code: fresh(), name: 'Budget' }),
    },
    createDimension: {
      '/legalEntityId': ({ legalEntity }) => ({
        code: fresh(),
        name: 'Project',
        kind: 'project',
        legalEntityId: legalEntity,
      }),
    },
    createDimensionValue: {
      '/dimensionId': ({ dimension }) => ({ dimensionId: dimension, code: fresh(), name: 'Bridge' }),
    },
    createDimensionRule: {
      '/accountId': ({ account, dimension }) => ({
        accountId: account,
        dimensionId: dimension,
        requirement: 'optional',
      }),
      '/dimensionId': ({ sales, dimension }) => ({ accountId: sales, dimensionId: dimension, requirement: 'optional' }),
    },
    createFiscalYear: {
      '/legalEntityId': ({ legalEntity }) => ({
        startsOn: '2027-01-01',
        endsOn: '2027-12-31',
        legalEntityId: legalEntity,
      }),
    },
    createSecondFactorRecovery: { '/userId': ({ lockedOut }) => ({ userId: lockedOut, reason: 'Lost' }) },
    createErasure: {
      '/subjectId': ({ formerMember }) => ({ subjectId: formerMember, reason: 'Request of the person' }),
    },
    createJournal: {
      '/legalEntityId': ({ legalEntity }) => ({ code: fresh(), name: 'Sales', legalEntityId: legalEntity }),
    },
    postJournalEntry: {
      '/legalEntityId': ({ legalEntity }) => ({
        ...entry,
        post: true,
        legalEntityId: legalEntity,
        lines: lines({ accountCode: '1000' }),
      }),
      '/lines/0/accountId': ({ account, legalEntity }) => ({
        ...entry,
        post: true,
        legalEntityId: legalEntity,
        lines: lines({ accountId: account }),
      }),
    },
    validateJournalEntry: {
      '/legalEntityId': ({ legalEntity }) => ({
        ...entry,
        legalEntityId: legalEntity,
        lines: lines({ accountCode: '1000' }),
      }),
      '/lines/0/accountId': ({ account, legalEntity }) => ({
        ...entry,
        legalEntityId: legalEntity,
        lines: lines({ accountId: account }),
      }),
    },
    createEntryTemplate: {
      '/legalEntityId': ({ legalEntity }) => ({
        code: fresh(),
        name: 'Rent',
        description: 'Rent',
        legalEntityId: legalEntity,
        lines: ['debit', 'credit'].map((side) => ({ accountCode: '1000', side, amount: '1.00' })),
      }),
    },
    createRecurringEntry: {
      '/templateId': ({ template }) => ({
        templateId: template,
        name: 'Rent',
        mode: 'draft',
        frequency: 'monthly',
        startsOn: '2026-01-31',
      }),
    },
    runDuePostings: { '/legalEntityId': ({ legalEntity }) => ({ through: '1999-12-31', legalEntityId: legalEntity }) },
    createJournalEntryDraft: { '/legalEntityId': ({ legalEntity }) => ({ ...entry, legalEntityId: legalEntity }) },
    importJournalCsv: { '/legalEntityId': ({ legalEntity }) => ({ ...csv, legalEntityId: legalEntity }) },
    importPlainTextJournal: { '/legalEntityId': ({ legalEntity }) => ({ ...journal, legalEntityId: legalEntity }) },
    importJournalJson: {
      '/legalEntityId': ({ legalEntity }) => ({
        legalEntityId: legalEntity,
        entries: [{ ...entry, lines: lines({ accountCode: '1000' }) }],
      }),
      '/entries/0/legalEntityId': ({ legalEntity }) => ({
        legalEntityId: legalEntity,
        entries: [{ ...entry, legalEntityId: legalEntity, lines: lines({ accountCode: '1000' }) }],
      }),
      '/entries/0/lines/0/accountId': ({ account, legalEntity }) => ({
        legalEntityId: legalEntity,
        entries: [{ ...entry, lines: lines({ accountId: account }) }],
      }),
    },
    ...policyBodies,
    postJournalEntriesInBulk: {
      '/entries/0/legalEntityId': ({ legalEntity }) => ({
        mode: 'atomic',
        entries: [{ ...entry, legalEntityId: legalEntity, lines: lines({ accountCode: '1000' }) }],
      }),
      '/entries/0/lines/0/accountId': ({ account, legalEntity }) => ({
        mode: 'atomic',
        entries: [{ ...entry, legalEntityId: legalEntity, lines: lines({ accountId: account }) }],
      }),
    },
  };

  it('are tried in every place that takes an id', () => {
    const places = trial.operations.all
      .filter((operation) => operation.body)
      .flatMap((operation) =>
        slotsOf(trial.operations, operation.body!)
          .filter(({ schema }) => schema.format === 'uuid')
          .map(({ pointer }) => `${operation.id} ${pointer}`),
      );
    const tried = Object.entries(accepted).flatMap(([id, bodies]) =>
      Object.keys(bodies).map((pointer) => `${id} ${pointer}`),
    );
    expect([...tried, ...triedBesideApprovals].sort()).toEqual(places.sort());
  });

  it('are refused like ids of nothing, where our own are taken', async () => {
    const us = await idsOf(ours);
    const them = await idsOf(theirs);
    trial = await trial.again();
    for (const [id, bodies] of Object.entries(accepted)) {
      const operation = trial.operations.get(id);
      for (const [pointer, make] of Object.entries(bodies)) {
        const send = (body: string) => trial.wire.send(ours.request(operation, body));
        const own = await send(JSON.stringify(make(us)));
        expect([id, pointer, own.status < 300]).toEqual([id, pointer, true]);
        const foreignId = valueAt(make(them), pointer);
        const nothing = newId();
        const before = await kept();
        const answers = [];
        for (const other of [foreignId, nothing]) {
          answers.push(shownBy(await send(textWith(make(us), pointer, JSON.stringify(other))), other));
        }
        expect([id, pointer, answers[0]]).toEqual([id, pointer, answers[1]]);
        const isTold = answers[0]!.status === 200 && (answers[0]!.body as { result?: string }).result === 'invalid';
        expect([id, isTold || [401, 404, 422].includes(answers[0]!.status)]).toEqual([id, true]);
        expect(await kept()).toEqual(before);
      }
    }
  });

  const kept = () => asOwner((owner) => keptRows(owner, ours.actor.organizationId));
});

/** Files of entries, with what their imports need besides. */
const csv = {
  file: 'No,Day,Account,Amount\n1,2026-01-31,1000,1\n1,2026-01-31,3000,-1\n',
  mapping: {
    columns: { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount' },
    dateFormat: 'year_month_day',
    decimalSeparator: 'point',
  },
};
const journal = {
  file: '2026-01-31 x\n  cash  1 SEK\n  sales\n',
  decimalSeparator: 'point',
  accounts: [
    { name: 'cash', code: '1000' },
    { name: 'sales', code: '3000' },
  ],
};

let drawn = 0;
/** A code that nothing has yet. */
const fresh = () => `F${(drawn += 1)}`;

interface Ids {
  email: string;
  organization: string;
  legalEntity: string;
  account: string;
  sales: string;
  group: string;
  dimension: string;
  year: string;
  formerMember: string;
  lockedOut: string;
  template: string;
  entry: string;
  draft: string;
  file: string;
}

async function idsOf({ actor }: Furnished): Promise<Ids> {
  const { email, organizationId: organization, legalEntityId: legalEntity } = actor;
  const query = `legalEntityId=${legalEntity}`;
  const first = async (list: string, filter: string) =>
    (await actor.get(`/v1/accounting/${list}?${query}&${filter}`)).body.data[0].id as string;
  const [account, sales, group, dimension, template, year, entry, draft] = await Promise.all([
    first('accounts', 'code=1000'),
    first('accounts', 'code=3000'),
    first('accounts', 'isGroup=true'),
    first('dimensions', 'code=CC'),
    first('entry-templates', 'code=RENT'),
    first('fiscal-years', ''),
    first('journal-entries', ''),
    first('journal-entry-drafts', ''),
  ]);
  const { userId: formerMember } = await addMember(organization, ['bookkeeper']);
  await asOwner((owner) =>
    owner.query("UPDATE identity.membership SET status = 'ended' WHERE user_id = $1", [formerMember]),
  );
  const { body } = await actor.upload('/v1/files?name=a.txt', Buffer.from('Rent'));
  const file = body.id as string;
  return {
    email,
    organization,
    legalEntity,
    account,
    sales,
    group,
    dimension,
    template,
    year,
    formerMember,
    lockedOut: await addMemberWithFactor(organization),
    entry,
    draft,
    file,
  };
}

function valueAt(value: unknown, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value) as string;
}
