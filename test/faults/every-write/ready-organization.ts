import type { Actor } from '../../support/actor.js';
import { newId } from '#kernel/id.js';
import { bankAccounts, mt940, statementImports, statementLines } from '../../support/bank-statements.js';
import { type BankIds, bankIdsOf } from '../../platform/furnished-banking.js';
import { addSettledItems, type SettledItems } from '../../support/open-items.js';
import { addSettlements, type Settlements } from '../../support/settlements.js';
import { asOwner } from '../../support/owner.js';
import { addMember, provision } from '../../support/provision.js';
import { Calendar } from '../../support/year-end.js';
import { makeParties, type ReadyParties } from './ready-parties.js';
import { makeQuotes, type ReadyQuotes } from './ready-quotes.js';
import { makeTaxReturns, type ReadyTaxReturns } from './ready-tax-returns.js';
import { makeApprovals, type ReadyApprovals } from './ready-approvals.js';

/** A row in the state from which an operation may start, with its version. */
export interface Place {
  id: string;
  version: number;
}

/** What operations act on that need more than a row that is there. */
export interface Ready {
  /** The customer of a document, by id. */
  soldTo: string;
  /** The number of the same. */
  soldToNumber: string;
  bankLines: { import: Place; unmatched: Place; excluded: Place };
  banks: BankIds;
  bankMatch: Place;
  signedOff: Place;
  legalEntityId: string;
  account: Place;
  activeMember: Place;
  endedMember: Place;
  formerPerson: string;
  inactiveRole: Place;
  inactiveServiceAccount: Place;
  serviceAccount: Place;
  looseFile: Place;
  entry: Place;
  queuedJob: Place;
  pausedEndpoint: Place;
  archivedEntity: Place;
  emptyEntity: Place;
  year: Place;
  budgetWithLines: Place;
  dimension: Place;
  taxCode: Place;
  taxRate: Place;
  taxReturns: ReadyTaxReturns;
  template: Place;
  futurePeriod: Place;
  closedPeriod: Place;
  firstPeriod: Place;
  yearToClose: Place;
  closedYear: Place;
  completeDraft: Place;
  approvals: ReadyApprovals;
  tags: { loose: Place; used: Place };
  parties: ReadyParties;
  items: SettledItems;
  settlements: Settlements;
  quotes: ReadyQuotes;
  dunning: { lastLevel: Place; item: string };
}

export const twoLines = [
  { accountCode: '1000', debit: '1.00' },
  { accountCode: '3000', credit: '1.00' },
];

/** Adds to a furnished organization what the other operations need. */
export async function makeReady(actor: Actor): Promise<Ready> {
  const { legalEntityId } = actor;
  const first = async (list: string): Promise<Place> => {
    const { body } = await actor.get(`/v1/${list}`);
    return body.data[0];
  };
  const archived = await create(actor, 'administration/legal-entities', entity('Archived'));
  const role = { code: 'idle', name: 'Idle', permissions: ['accounting.books.read'] };
  const endpoint = { url: 'https://shop.example.com/paused', eventTypes: ['*'] };
  const { body: looseFile } = await actor.upload('/v1/files?name=loose.txt', Buffer.from('Loose'));
  const { body: queuedJob } = await actor.post(
    '/v1/accounting/imports/json',
    { legalEntityId, entries: [{ entryDate: '2026-01-03', description: 'Queued', lines: twoLines }] },
    { Prefer: 'respond-async' },
  );
  const people = await members(actor);
  const soldTo = (await actor.get('/v1/accounting/invoices')).body.data[0].partyId as string;
  const entry = await first('accounting/journal-entries?entryDate=2026-03-05');
  const draft = { entryDate: '2026-03-06', description: 'Complete', lines: twoLines, legalEntityId };
  await create(actor, 'accounting/fiscal-years', { legalEntityId, startsOn: '2027-01-01', endsOn: '2027-12-31' });
  return {
    legalEntityId,
    ...people,
    ...(await calendars(actor)),
    account: await first(`accounting/accounts?legalEntityId=${legalEntityId}&code=3000`),
    inactiveRole: await turn(actor, 'identity/roles', await create(actor, 'identity/roles', role), 'deactivate'),
    inactiveServiceAccount: await turn(
      actor,
      'service-accounts',
      await create(actor, 'service-accounts', { name: 'Former program', roles: ['auditor'] }),
      'deactivate',
    ),
    serviceAccount: await create(actor, 'service-accounts', { name: 'Ready program', roles: ['auditor'] }),
    looseFile,
    queuedJob,
    pausedEndpoint: await turn(actor, 'webhook-endpoints', await create(actor, 'webhook-endpoints', endpoint), 'pause'),
    archivedEntity: await turn(actor, 'administration/legal-entities', archived, 'archive'),
    emptyEntity: await create(actor, 'administration/legal-entities', entity('Empty')),
    entry,
    year: await first(`accounting/fiscal-years?legalEntityId=${legalEntityId}&startsOn=2026-01-01`),
    budgetWithLines: await budget(actor),
    dimension: await first('accounting/dimensions?code=CC'),
    taxCode: await first('accounting/tax-codes?code=ZERO'),
    taxRate: await first('accounting/tax-rates?taxCode=ZERO'),
    taxReturns: await makeTaxReturns(actor),
    template: await first('accounting/entry-templates?code=RENT'),
    completeDraft: await create(actor, 'accounting/journal-entry-drafts', draft),
    approvals: await makeApprovals(actor),
    tags: await tagsOn(actor, entry.id),
    parties: await makeParties(actor),
    bankLines: await bankLines(actor),
    soldTo,
    soldToNumber: (await actor.get(`/v1/accounting/parties/${soldTo}`)).body.number,
    banks: await bankIdsOf(actor),
    bankMatch: await matchPair(actor),
    signedOff: await first('accounting/bank-reconciliations'),
    // The furnished organization has items on 1590.
    items: await addSettledItems(actor, '1591'),
    settlements: await addSettlements(actor, '1591'),
    quotes: await makeQuotes(actor),
    dunning: {
      lastLevel: await first('accounting/dunning-levels?level=2'),
      item: (await first('accounting/open-items?dunningLevel=1&limit=1')).id,
    },
  };
}

/** A line to exclude, and one to include again; the import that has them follows the furnished one. */
async function bankLines(actor: Actor): Promise<Ready['bankLines']> {
  const [bank] = (await actor.get(`${bankAccounts}?currency=EUR`)).body.data;
  const lines: [string, string, string][] = [
    ['2026-02-01', '1.00', 'One'],
    ['2026-02-02', '2.00', 'Two'],
  ];
  const answer = await actor.upload(
    `${statementImports}?bankAccountId=${bank.id}`,
    mt940('2/1', '106.00', '109.00', lines, bank.iban),
  );
  if (answer.status !== 200) throw new Error(`the statement answered ${answer.text}`);
  const { body } = await actor.get(`${statementLines}?statementId=${answer.body.statements[0].statementId}`);
  const [one, two] = body.data as [Place, Place];
  const excluded = await actor.post(
    `${statementLines}/${two.id}/exclude`,
    { reason: 'x' },
    { 'If-Match': `"${two.version}"` },
  );
  return { import: { id: answer.body.importId, version: 1 }, unmatched: one, excluded: excluded.body };
}

/** A match that can be undone; the pair is the last of those that wait. */
async function matchPair(actor: Actor): Promise<Place> {
  const { waitingBank: bankAccountId, pairs } = await bankIdsOf(actor, '1944', 'NO9386011117947');
  const { told, booked } = pairs.at(-1)!;
  const { id } = await create(actor, 'accounting/bank-matches', {
    bankAccountId,
    statementLineIds: [told],
    ledgerLineIds: [booked],
  });
  return { id, version: 1 };
}

const entity = (name: string) => ({ name, functionalCurrency: 'SEK' });

async function create(actor: Actor, list: string, body: object): Promise<Place> {
  const answer = await actor.post(`/v1/${list}`, body);
  if (answer.status !== 201) throw new Error(`${list} answered ${answer.status}: ${answer.text}`);
  // What was created with a secret is inside of the answer.
  return answer.body.id ? answer.body : (Object.values(answer.body) as Place[]).find((value) => value?.id)!;
}

async function turn(actor: Actor, list: string, { id, version }: Place, verb: string, body?: object): Promise<Place> {
  const answer = await actor.post(`/v1/${list}/${id}/${verb}`, body, { 'If-Match': `"${version}"` });
  if (answer.status !== 200) throw new Error(`${list} ${verb} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

async function tagsOn(actor: Actor, entryId: string): Promise<Ready['tags']> {
  const [loose, used] = [await create(actor, 'tags', { name: 'Loose' }), await create(actor, 'tags', { name: 'Used' })];
  const tagging = { tagIds: [used.id], subjectType: 'journal_entry', subjectIds: [entryId] };
  const { status } = await actor.post('/v1/taggings', tagging);
  expect(status).toBe(200);
  return { loose, used };
}

async function members(actor: Actor): Promise<Pick<Ready, 'activeMember' | 'endedMember' | 'formerPerson'>> {
  const membership = async (): Promise<Place & { userId: string }> => {
    const { userId } = await addMember(actor.organizationId, ['bookkeeper']);
    const { body } = await actor.get('/v1/identity/memberships?limit=200');
    return body.data.find((one: { userId: string }) => one.userId === userId);
  };
  const ended = await membership();
  // All copies share the account: active elsewhere, it is not erased with whatever copy comes first.
  const { organizationId: elsewhere } = await provision();
  await asOwner((owner) =>
    owner.query('INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, $4)', [
      elsewhere,
      newId(),
      ended.userId,
      ['auditor'],
    ]),
  );
  return {
    activeMember: await membership(),
    endedMember: await turn(actor, 'identity/memberships', ended, 'end'),
    formerPerson: ended.userId,
  };
}

async function budget(actor: Actor): Promise<Place> {
  const path = `accounting/fiscal-years?legalEntityId=${actor.legalEntityId}&startsOn=2026-01-01`;
  const { body } = await actor.get(`/v1/${path}`);
  const fiscalYearId = body.data[0].id as string;
  const made = await create(actor, 'accounting/budgets', { fiscalYearId, code: 'FULL', name: 'Full' });
  const lines = [{ accountCode: '4000', month: '2026-01', amount: '100.00' }];
  await turn(actor, 'accounting/budgets', made, 'replace-lines', { lines });
  const { body: now } = await actor.get(`/v1/accounting/budgets/${made.id}`);
  return now;
}

/** Years of another company: one that is closed, one that may be, and more, of one a period is closed and of one not open yet. */
async function calendars(
  actor: Actor,
): Promise<Pick<Ready, 'futurePeriod' | 'closedPeriod' | 'firstPeriod' | 'yearToClose' | 'closedYear'>> {
  const { id: legalEntityId } = await create(actor, 'administration/legal-entities', entity(`Company ${newId()}`));
  for (const year of ['2023', '2024', '2025', '2026']) {
    const [startsOn, endsOn] = [`${year}-01-01`, `${year}-12-31`];
    await create(actor, 'accounting/fiscal-years', { legalEntityId, startsOn, endsOn, openThrough: '2026-01-31' });
  }
  await create(actor, 'accounting/accounts', { legalEntityId, code: '2091', name: 'Result', type: 'equity' });
  const calendar = new Calendar(actor, legalEntityId);
  await calendar.nameRetainedEarnings('2091');
  for (const year of ['2023-01-01', '2024-01-01']) await calendar.closePeriodsBeforeLast(year);
  await calendar.onYear('close', '2023-01-01', { reason: 'Approved' });
  await calendar.onPeriod('close', '2025-01-01', 1);
  return {
    futurePeriod: await calendar.period('2026-01-01', 2),
    closedPeriod: await calendar.period('2025-01-01', 1),
    firstPeriod: await calendar.period('2023-01-01', 1),
    yearToClose: await calendar.year('2024-01-01'),
    closedYear: await calendar.year('2023-01-01'),
  };
}
