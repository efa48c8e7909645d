import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { addMember, PASSWORD } from '../support/provision.js';
import { policyBodies } from './approval-bodies.js';
import type { Furnished } from './furnished.js';
import { type BankIds, bankIdsOf } from './furnished-banking.js';
import { addMemberWithFactor } from './furnished-second-factors.js';
import { revaluationBodies } from './furnished-revaluation.js';
import { dunningBodies, type DunningIds, dunningIdsOf } from './furnished-dunning.js';
import { cutOverBodies } from './cut-over-bodies.js';
import { tradeBodies } from './trade-bodies.js';

const lines = (first: object) => [
  { ...first, debit: '1.00' },
  { accountCode: '3000', credit: '1.00' },
];
const sale = { entryDate: '2026-03-05', description: 'Cash sale' };

/** Files of entries, with what their imports need besides. */
const csv = {
  file: 'No,Day,Account,Amount\n1,2026-01-31,1000,1\n1,2026-01-31,3000,-1\n',
  mapping: {
    columns: { entryKey: 'No', entryDate: 'Day', accountCode: 'Account', amounts: 'Amount' },
    dateFormat: 'year_month_day',
    decimalSeparator: 'point',
  },
};
const openItems = {
  cutOverOn: '2026-01-01',
  control: 'receivable',
  contraAccountCode: '1000',
  file: 'Party,Document,Open\n10001,4711,1\n',
  mapping: {
    columns: { party: 'Party', documentNumber: 'Document', amounts: 'Open' },
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

export interface Ids extends BankIds, DunningIds {
  email: string;
  organization: string;
  legalEntity: string;
  account: string;
  sales: string;
  group: string;
  dimension: string;
  taxCode: string;
  taxReturnForm: string;
  withholdingCode: string;
  year: string;
  formerMember: string;
  lockedOut: string;
  template: string;
  entry: string;
  draft: string;
  file: string;
  tag: string;
  note: string;
  annotated: string;
  person: string;
  serviceAccount: string;
  party: string;
  debitItem: string;
  creditItem: string;
  customer: string;
  customerNumber: string;
  bankAccount: string;
  payer: string;
  charge: string;
  credit: string;
  deposit: string;
}

/** The furnished one, whose currency is that of the furnished credit. */
async function bankInEuro(actor: Actor): Promise<string> {
  const { body } = await actor.get('/v1/accounting/bank-accounts?limit=200');
  return body.data.find(({ currency }: { currency: string }) => currency === 'EUR').id as string;
}

export async function idsOf({ actor }: Furnished): Promise<Ids> {
  const { email, organizationId: organization, legalEntityId: legalEntity } = actor;
  const query = `legalEntityId=${legalEntity}`;
  const first = async (list: string, filter: string) =>
    (await actor.get(`/v1/accounting/${list}?${query}&${filter}`)).body.data[0].id as string;
  const [account, sales, group, dimension, taxCode, taxReturnForm, template, year, entry, draft] = await Promise.all([
    first('accounts', 'code=1000'),
    first('accounts', 'code=3000'),
    first('accounts', 'isGroup=true'),
    first('dimensions', 'code=CC'),
    first('tax-codes', 'code=ZERO'),
    first('tax-return-forms', 'code=ZERO-RETURN'),
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
  const [note] = (await actor.get('/v1/notes')).body.data;
  // The one that comes from the furnishing is changed by other tests; this one is merged into.
  const { body: party } = await actor.post('/v1/accounting/parties', {
    legalEntityId: legalEntity,
    name: 'Survivor',
    isCustomer: true,
  });
  return {
    email,
    organization,
    legalEntity,
    account,
    sales,
    group,
    dimension,
    taxCode,
    taxReturnForm,
    withholdingCode: await first('withholding-codes', 'code=WHT'),
    template,
    year,
    formerMember,
    lockedOut: await addMemberWithFactor(organization),
    entry,
    draft,
    file,
    tag: (await actor.get('/v1/tags?name=Rent')).body.data[0].id,
    note: note.id,
    annotated: note.subjectId,
    person: note.authorId,
    serviceAccount: (await actor.get('/v1/service-accounts?name=Portal')).body.data[0].id,
    party: party.id,
    bankAccount: await bankInEuro(actor),
    ...(await itemsOf(actor)),
    ...(await bankIdsOf(actor)),
    ...(await dunningIdsOf(actor)),
  };
}

/** The items that are furnished; each body settles a cent of them. */
async function itemsOf(
  actor: Actor,
): Promise<
  Pick<Ids, 'debitItem' | 'creditItem' | 'customer' | 'customerNumber' | 'payer' | 'charge' | 'credit' | 'deposit'>
> {
  const { body } = await actor.get('/v1/accounting/open-items');
  const of = (wanted: string) => body.data.find(({ amount }: { amount: string }) => amount === wanted);
  const [debit, charge] = [of('100.00'), of('30.00')];
  return {
    debitItem: debit.id,
    creditItem: of('-100.00').id,
    customer: debit.partyId,
    customerNumber: (await actor.get(`/v1/accounting/parties/${debit.partyId}`)).body.number,
    payer: charge.partyId,
    charge: charge.id,
    credit: of('-5.00').id,
    deposit: of('-8.00').id,
  };
}

const ofParty = ({ customer: partyId }: Ids) => lines({ accountCode: '1590', partyId });

const taggings: Record<string, (us: Ids) => object> = {
  '/tagIds/0': ({ tag, entry: id }) => ({ tagIds: [tag], subjectType: 'journal_entry', subjectIds: [id] }),
  '/subjectIds/0': ({ tag, account }) => ({ tagIds: [tag], subjectType: 'account', subjectIds: [account] }),
};

/** A body that is accepted of us, by operation and place of the id, with what the id has to be of. */
export const bodiesWithIds: Record<string, Record<string, (us: Ids) => object>> = {
  ...tradeBodies,
  ...cutOverBodies,
  ...dunningBodies,
  ...revaluationBodies,
  signIn: {
    '/organizationId': ({ email, organization }) => ({ email, password: PASSWORD, organizationId: organization }),
  },
  createEngagement: {
    '/legalEntityIds/0': ({ legalEntity }) => ({
      email: `${fresh()}@example.com`,
      provider: 'Nordic Accounting AB',
      reference: 'Contract 17',
      roles: ['auditor'],
      modules: ['accounting'],
      legalEntityIds: [legalEntity],
      startsOn: '2090-01-01',
      endsOn: '2090-12-31',
    }),
  },
  updateEngagement: { '/legalEntityIds/0': ({ legalEntity }) => ({ legalEntityIds: [legalEntity] }) },
  createServiceAccount: {
    '/ownerId': ({ person }) => ({ name: fresh(), roles: ['auditor'], ownerId: person }),
  },
  updateServiceAccount: { '/ownerId': ({ person }) => ({ ownerId: person }) },
  createClientSecret: {
    '/serviceAccountId': ({ serviceAccount }) => ({ serviceAccountId: serviceAccount }),
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
  mergeTag: { '/intoTagId': ({ tag }) => ({ intoTagId: tag }) },
  tagRecords: taggings,
  untagRecords: taggings,
  createNote: {
    '/subjectId': ({ draft: id }) => ({ subjectType: 'journal_entry_draft', subjectId: id, body: 'Why?' }),
    '/replyToId': ({ annotated: id, note }) => {
      return { subjectType: 'journal_entry', subjectId: id, body: 'Why?', replyToId: note };
    },
    '/mentionedUserIds/0': ({ account, person }) => {
      return { subjectType: 'account', subjectId: account, body: 'Why?', mentionedUserIds: [person] };
    },
  },
  updateNote: { '/mentionedUserIds/0': ({ person }) => ({ body: 'Why?', mentionedUserIds: [person] }) },
  recordExternalId: {
    '/subjectId': ({ legalEntity }) => {
      return { source: 'crm', externalId: fresh(), subjectType: 'legal_entity', subjectId: legalEntity };
    },
  },
  createSecondFactorRecovery: { '/userId': ({ lockedOut }) => ({ userId: lockedOut, reason: 'Lost' }) },
  createErasure: {
    '/subjectId': ({ formerMember }) => ({ subjectId: formerMember, reason: 'Request of the person' }),
  },
  createJournal: {
    '/legalEntityId': ({ legalEntity }) => ({ code: fresh(), name: 'Sales', legalEntityId: legalEntity }),
  },
  postJournalEntry: {
    '/lines/0/partyId': (us) => ({ ...sale, post: true, legalEntityId: us.legalEntity, lines: ofParty(us) }),
    '/legalEntityId': ({ legalEntity }) => ({
      ...sale,
      post: true,
      legalEntityId: legalEntity,
      lines: lines({ accountCode: '1000' }),
    }),
    '/lines/0/accountId': ({ account, legalEntity }) => ({
      ...sale,
      post: true,
      legalEntityId: legalEntity,
      lines: lines({ accountId: account }),
    }),
  },
  validateJournalEntry: {
    '/lines/0/partyId': (us) => ({ ...sale, legalEntityId: us.legalEntity, lines: ofParty(us) }),
    '/legalEntityId': ({ legalEntity }) => ({
      ...sale,
      legalEntityId: legalEntity,
      lines: lines({ accountCode: '1000' }),
    }),
    '/lines/0/accountId': ({ account, legalEntity }) => ({
      ...sale,
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
  createJournalEntryDraft: {
    '/legalEntityId': ({ legalEntity }) => ({ ...sale, legalEntityId: legalEntity }),
  },
  importJournalCsv: { '/legalEntityId': ({ legalEntity }) => ({ ...csv, legalEntityId: legalEntity }) },
  importOpenItems: {
    '/legalEntityId': ({ legalEntity }) => ({ ...openItems, legalEntityId: legalEntity }),
  },
  importPlainTextJournal: { '/legalEntityId': ({ legalEntity }) => ({ ...journal, legalEntityId: legalEntity }) },
  importJournalJson: {
    '/legalEntityId': ({ legalEntity }) => ({
      legalEntityId: legalEntity,
      entries: [{ ...sale, lines: lines({ accountCode: '1000' }) }],
    }),
    '/entries/0/legalEntityId': ({ legalEntity }) => ({
      legalEntityId: legalEntity,
      entries: [{ ...sale, legalEntityId: legalEntity, lines: lines({ accountCode: '1000' }) }],
    }),
    '/entries/0/lines/0/partyId': (us) => ({
      legalEntityId: us.legalEntity,
      entries: [{ ...sale, lines: ofParty(us) }],
    }),
    '/entries/0/lines/0/accountId': ({ account, legalEntity }) => ({
      legalEntityId: legalEntity,
      entries: [{ ...sale, lines: lines({ accountId: account }) }],
    }),
  },
  ...policyBodies,
  postJournalEntriesInBulk: {
    '/entries/0/legalEntityId': ({ legalEntity }) => ({
      mode: 'atomic',
      entries: [{ ...sale, legalEntityId: legalEntity, lines: lines({ accountCode: '1000' }) }],
    }),
    '/entries/0/lines/0/partyId': (us) => ({
      mode: 'atomic',
      entries: [{ ...sale, legalEntityId: us.legalEntity, lines: ofParty(us) }],
    }),
    '/entries/0/lines/0/accountId': ({ account, legalEntity }) => ({
      mode: 'atomic',
      entries: [{ ...sale, legalEntityId: legalEntity, lines: lines({ accountId: account }) }],
    }),
  },
};
