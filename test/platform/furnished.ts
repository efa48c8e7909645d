import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { dispatchEvents } from '../support/dispatch-events.js';
import { addSettledItems } from '../support/open-items.js';
import { addSettlements } from '../support/settlements.js';
import { asOwner } from '../support/owner.js';
import { PASSWORD } from '../support/provision.js';
import { ofx } from '../support/bank-statements.js';
import { addApproval } from './furnished-approval.js';
import { addBankStatement, addReconciledBanks } from './furnished-banking.js';
import { furnishDunning } from './furnished-dunning.js';
import { furnishExport } from './furnished-export.js';
import { furnishTaxes, furnishWithholding } from './furnished-taxes.js';
import { furnishRevaluation } from './furnished-revaluation.js';
import { furnishSales } from './furnished-sales.js';
import { furnishSecondFactors, linkIdentity } from './furnished-second-factors.js';
import { type Operation, type Operations, pathOf, takesHeader } from './operations.js';
import type { Sent } from './wire.js';

const SMALL_SIE_FILE = [
  '#FLAGGA 0',
  '#FORMAT PC8',
  '#SIETYP 4',
  '#PROGRAM "Test" 1',
  '#GEN 20260101',
  '#FNAMN "Imported company"',
  '#RAR 0 20250101 20251231',
  '#KONTO 1910 "Kassa"',
  '#KONTO 3010 "F\x94rs\x84ljning"',
  '#UB 0 1910 100.00',
  '#RES 0 3010 -100.00',
  '#VER A 1 20250131 "Kontantf\x94rs\x84ljning"',
  '{',
  '#TRANS 1910 {} 100.00',
  '#TRANS 3010 {} -100.00',
  '}',
  '',
].join('\r\n');

/** A small file of a year's books that can be imported, in code page 437. */
export const smallSieFile = (): Buffer => Buffer.from(SMALL_SIE_FILE, 'latin1');

const smallPdf = (): Buffer => Buffer.from('%PDF-1.7\n%%EOF\n');

/** Small files of comma-separated values, by the operation that takes them. */
const smallCsvFiles: Readonly<Record<string, string>> = {
  importAccounts: 'code,name,type\n8800,Imported account,expense\n',
  importBudgetLines: 'accountCode,month,amount\n4000,2026-01,100.00\n',
  importExchangeRatesFromCsv:
    'rateType,fromCurrency,toCurrency,rateOn,rate,source\nspot,USD,SEK,2026-01-30,9.35,Riksbank\n',
  importStatutoryMapping: 'accountCode,lineCode\n1000,\n',
};

/** A range of days of the furnished bank account, which follows from whatever is there. */
const smallStatement = (): Buffer =>
  ofx('2026-01-01', '2026-01-31', null, [['2026-01-06', '1.00', 'Small', 'SMALL-1']], '77001');

/** A small file that the operation takes. */
export function smallFile({ id, fileType }: Operation): Buffer {
  if (id === 'uploadFile') return smallPdf();
  if (id === 'importBankStatements') return smallStatement();
  if (fileType === 'application/x-www-form-urlencoded') return Buffer.from('grant_type=client_credentials');
  if (fileType !== 'text/csv') return smallSieFile();
  const text = smallCsvFiles[id];
  if (text === undefined) throw new Error(`${id} takes a CSV file: furnish one`);
  return Buffer.from(text);
}

export const IMPORT_SIE = '/v1/accounting/imports/sie';

/**
 * The owner of an organization whose books are open and hold an entry, with a second legal entity whose books were
 * imported: every list has a row, and every path an id that exists.
 */
export class Furnished {
  private readonly rows = new Map<string, { id: string; etag: string }>();

  private constructor(readonly actor: Actor) {}

  static async make(operations: Operations): Promise<Furnished> {
    const made = new Furnished(await newActor(['owner'], 'SEK', true));
    const { actor } = made;
    await actor.openBooks();
    await actor.post('/v1/accounting/accounts', { code: '1', name: 'Assets', type: 'asset', isGroup: true });
    const { id: entryId } = (await actor.postEntry('1000', '3000', '100.00')) as { id: string };
    const { body: file } = await actor.upload('/v1/files?name=invoice.pdf', smallPdf());
    await actor.post('/v1/attachments', { fileId: file.id, subjectType: 'journal_entry', subjectId: entryId });
    await annotate(actor, entryId);
    await actor.postEntry('1000', '3000', '100.00', { reversesOn: '2026-04-01' });
    await addRecurringEntry(actor);
    // Before the draft that is listed first.
    await addApproval(actor);
    await actor.post('/v1/accounting/journal-entry-drafts', { description: 'Office rent', entryDate: '2026-03-31' });
    await addDimension(actor);
    await actor.post('/v1/accounting/posting-accounts', { purpose: 'payment_differences', accountCode: '3000' });
    await addPartyWithAccount(actor);
    await addTax(actor);
    await addSettledItems(actor);
    await addSettlements(actor, '1590');
    await furnishSales(actor);
    await importParty(actor);
    await furnishDunning(actor);
    await furnishTaxes(actor);
    await furnishWithholding(actor);
    await importEntry(actor);
    await addBankStatement(actor);
    await addReconciledBanks(actor);
    await furnishRevaluation(actor);
    const entity = { name: 'Imported company', functionalCurrency: 'SEK' };
    const { body } = await actor.post('/v1/administration/legal-entities', entity);
    const imported = await actor.upload(`${IMPORT_SIE}?legalEntityId=${body.id}`, smallSieFile());
    if (imported.status !== 200) throw new Error(`the import answered ${JSON.stringify(imported.body)}`);
    // As in the examples of its operations, which therefore leave its version as it is.
    await actor.post('/v1/accounting/statutory-charts', {
      code: 'PCG',
      name: 'Plan comptable général',
      country: 'FR',
      lines: [{ code: '512', name: 'Banks' }],
    });
    const { body: years } = await actor.get('/v1/accounting/fiscal-years?limit=1&sort=-startsOn');
    // A code of its own, so that the example of creating one is free.
    await actor.post('/v1/accounting/budgets', { fiscalYearId: years.data[0].id, code: 'PLAN', name: 'Budget 2026' });
    await made.furnishIdentity();
    await furnishSecondFactors(actor);
    await linkIdentity(actor);
    await furnishWebhooks(actor);
    await addNotification(actor);
    await addTestMail(actor);
    await furnishExport(actor);
    await furnishVerification(actor);
    await actor.post('/v1/administration/exchange-rate-types', { code: 'customs', name: 'Customs valuation' });
    await actor.post('/v1/administration/exchange-rates', {
      rateType: 'customs',
      fromCurrency: 'EUR',
      toCurrency: 'SEK',
      rateOn: '2026-01-30',
      rate: '11.2345',
      source: 'Customs',
    });
    for (const list of new Set(operations.all.filter(({ path }) => path.includes('{')).map(listOf))) {
      made.rows.set(list, await made.rowOf(list));
    }
    return made;
  }

  private async furnishIdentity(): Promise<void> {
    const { actor } = this;
    const created = [
      await actor.post('/v1/identity/roles', {
        code: 'reader',
        name: 'Reader',
        permissions: ['accounting.books.read'],
      }),
      await actor.post('/v1/identity/invitations', { email: `${newId()}@example.com`, roles: ['auditor'] }),
      await furnishEngagement(actor),
      await actor.post('/v1/identity/api-keys', { name: 'Portal', roles: ['integrator'] }),
      await furnishServiceAccount(actor),
      // The newest session is listed first; ending it leaves the one in use.
      await actor.post('/v1/auth/login', { email: actor.email, password: PASSWORD }),
    ];
    for (const { status, body } of created) {
      if (status > 201) throw new Error(`furnishing was answered ${JSON.stringify(body)}`);
    }
  }

  /** The id of a row that the organization has, of the resource in the operation's path. */
  idFor(operation: Operation): string {
    return this.rows.get(listOf(operation))?.id ?? '';
  }

  /** Takes the row that is the first by now. */
  async renew(operation: Operation): Promise<void> {
    const list = listOf(operation);
    this.rows.set(list, await this.rowOf(list));
  }

  /** The operation as this person would send it: with the id and the version of a row of its own, unless told otherwise. */
  request(operation: Operation, body?: string | Buffer, headers: Record<string, string> = {}): Sent {
    const row = this.rows.get(listOf(operation)) ?? { id: '', etag: '"1"' };
    const standard = {
      Authorization: `Bearer ${this.actor.accessToken}`,
      ...(body === undefined ? {} : { 'Content-Type': operation.fileType ?? 'application/json' }),
      ...(takesHeader(operation, 'Idempotency-Key') ? { 'Idempotency-Key': newId() } : {}),
      ...(takesHeader(operation, 'If-Match') ? { 'If-Match': row.etag } : {}),
    };
    return { method: operation.method, path: pathOf(operation, row.id), headers: { ...standard, ...headers }, body };
  }

  /** Of the first row, by whatever is its id. */
  private async rowOf(list: string): Promise<{ id: string; etag: string }> {
    const { status, body } = await this.actor.get(`${list}?limit=1`);
    const row = body.data?.[0];
    if (!row) throw new Error(`${list} answered ${status} without a row: furnish one`);
    return { id: row.id ?? row.legalEntityId, etag: `"${row.version ?? 1}"` };
  }
}

/** An endpoint, and a delivery to it that was given up. */
async function furnishWebhooks(actor: Actor): Promise<void> {
  // Not the address of the example, so that it is free.
  const endpoint = { url: 'https://shop.example.com/furnished', eventTypes: ['*'] };
  const { status, body } = await actor.post('/v1/webhook-endpoints', endpoint);
  if (status !== 201) throw new Error(`the endpoint was answered ${JSON.stringify(body)}`);
  await dispatchEvents(actor.organizationId);
  await asOwner((client) =>
    client.query(
      "UPDATE platform.webhook_delivery SET state = 'failed', finished_at = now() WHERE organization_id = $1",
      [actor.organizationId],
    ),
  );
}

/** As if somebody had accepted an invitation. */
async function addNotification({ organizationId, email }: Actor): Promise<void> {
  await asOwner((client) =>
    client.query(
      `INSERT INTO platform.notification
         (organization_id, id, user_id, kind, subject_id, about_person_id, data, merge_key, awaits_digest)
       SELECT $1, $2, id, 'invitation.accepted', $2, id, '{}', $2, false FROM identity.user_account WHERE email = $3`,
      [organizationId, newId(), email],
    ),
  );
}

/** As a worker would keep it, of which the server under test has none. */
const addTestMail = ({ organizationId }: Actor) =>
  asOwner((owner) =>
    owner.query(
      `INSERT INTO platform.captured_mail (organization_id, id, kind, source_id, recipient, subject, text_body, html_body)
       VALUES ($1, $2, 'invitation', $2, 'anna@example.com', 'Invitation', 'Welcome', '<p>Welcome</p>')`,
      [organizationId, newId()],
    ),
  );

/** An import that is listed after that of a SIE file. */
async function importEntry(actor: Actor): Promise<void> {
  const lines = [
    { accountCode: '1000', debit: '1.00' },
    { accountCode: '3000', credit: '1.00' },
  ];
  const entries = [{ entryDate: '2026-01-02', description: 'Imported', lines }];
  const { status, body } = await actor.post('/v1/accounting/imports/json', { entries });
  if (status !== 200) throw new Error(`the import answered ${JSON.stringify(body)}`);
  await cancelJob(actor, { entries: [{ ...entries[0], description: 'Never imported' }] });
}

/** A job that has ended: nobody would take one from the queue. */
async function cancelJob(actor: Actor, body: object): Promise<void> {
  const { body: job } = await actor.post('/v1/accounting/imports/json', body, { Prefer: 'respond-async' });
  const { status } = await actor.post(`/v1/jobs/${job.id}/cancel`);
  if (status !== 200) throw new Error(`the job answered ${JSON.stringify(job)}`);
}

/** A dimension with a value, and a rule about it. */
async function addDimension(actor: Actor): Promise<void> {
  const dimension = { code: 'CC', name: 'Cost centre', kind: 'cost_centre' };
  const { body: made } = await actor.post('/v1/accounting/dimensions', dimension);
  await actor.post('/v1/accounting/dimension-values', { dimensionId: made.id, code: 'STO', name: 'Stockholm' });
  const { body: accounts } = await actor.get('/v1/accounting/accounts?code=4000');
  const rule = { accountId: accounts.data[0].id, dimensionId: made.id, requirement: 'optional' };
  await actor.post('/v1/accounting/dimension-rules', rule);
}

/** A customer with a bank account, and payment terms with another code than that of the examples. */
async function addPartyWithAccount(actor: Actor): Promise<void> {
  const instalments = [{ percentage: '100', days: 10 }];
  await actor.post('/v1/accounting/payment-terms', { code: 'NET10', name: '10 days net', instalments });
  const { body: party } = await actor.post('/v1/accounting/parties', { name: 'Berg AB', isCustomer: true });
  const account = { partyId: party.id, holder: 'Berg AB', iban: 'NO9386011117947' };
  const { status, body } = await actor.post('/v1/accounting/party-bank-accounts', account);
  if (status !== 201) throw new Error(`the bank account answered ${JSON.stringify(body)}`);
}

/** Listed behind the others, since its number is. */
async function importParty(actor: Actor): Promise<void> {
  const mapping = { columns: { number: 'No', name: 'Name' }, role: 'vendor' };
  const body = { file: 'No,Name\nZ-1,Imported AB\n', mapping };
  const { status, text } = await actor.post('/v1/accounting/record-imports/parties', body);
  if (status !== 200) throw new Error(`the import of parties answered ${text}`);
}

/** A tax code with a rate, a rule that leads to it, and returns of it; the codes of a country besides. */
async function addTax(actor: Actor): Promise<void> {
  const rates = [{ validFrom: '2020-01-01', rate: '0' }];
  const zero = { code: 'ZERO', name: 'Zero rate', category: 'Z', appliesTo: 'sale', rates };
  await actor.post('/v1/accounting/tax-codes', zero);
  const rule = { name: 'All else', direction: 'sale', priority: 1000, taxCode: 'ZERO' };
  await actor.post('/v1/accounting/tax-rules', rule);
  const box = { code: '1', name: 'Untaxed sales', kind: 'lines', amount: 'base' };
  const sum = { code: '2', name: 'All sales', kind: 'formula', terms: [{ box: '1' }] };
  const boxes = [{ ...box, taxCodes: ['ZERO'] }, sum];
  const form = { code: 'ZERO-RETURN', name: 'Untaxed', country: 'SE', frequency: 'monthly', validFrom: '2020-01-01' };
  const { body: made } = await actor.post('/v1/accounting/tax-return-forms', { ...form, taxCodes: ['ZERO'], boxes });
  const opened = await actor.post('/v1/accounting/tax-returns', { formId: made.id, startsOn: '2020-01-01' });
  if (opened.status !== 201) throw new Error(`the tax return answered ${opened.text}`);
  const state = { templateCode: 'us_sales_tax', validFrom: '2026-01-01', subdivision: 'NY', stateRate: '0.04' };
  await actor.post('/v1/accounting/tax-codes/import-template', { ...state, outputAccountCode: '2611' });
}

/** A template, and an entry that comes back with it. */
async function addRecurringEntry(actor: Actor): Promise<void> {
  const lines = [
    { accountCode: '4000', side: 'debit', amount: '100.00' },
    { accountCode: '1000', side: 'credit', amount: '100.00' },
  ];
  const rent = { code: 'RENT', name: 'Rent', description: 'Office rent', lines };
  const { body: template } = await actor.post('/v1/accounting/entry-templates', rent);
  const schedule = { templateId: template.id, name: 'Rent', mode: 'post', frequency: 'monthly' };
  await actor.post('/v1/accounting/recurring-entries', { ...schedule, startsOn: '2026-05-31' });
}

/** Names and ids of their own, so that those of the examples are free. */
async function annotate(actor: Actor, subjectId: string): Promise<void> {
  const subject = { subjectType: 'journal_entry', subjectId };
  const { body: audit } = await actor.post('/v1/tags', { name: 'Audit' });
  await actor.post('/v1/tags', { name: 'Rent' });
  await actor.post('/v1/taggings', { tagIds: [audit.id], subjectType: 'journal_entry', subjectIds: [subjectId] });
  await actor.post('/v1/notes', { ...subject, body: 'Which month?' });
  await actor.post('/v1/external-ids', { ...subject, source: 'portal', externalId: 'entry-1' });
}

const listOf = ({ path }: Pick<Operation, 'path'>) => path.split('/{', 1)[0]!;

/** As the job of a worker would leave it, of which the server under test has none. */
const furnishVerification = ({ organizationId }: Actor) =>
  asOwner((owner) =>
    owner.query(
      `INSERT INTO platform.audit_verification
         (organization_id, id, status, seal_count, sealed_count, waiting_count, finding_count, findings, actor_id, request_id)
       VALUES ($1, $2, 'intact', 0, 0, 1, 0, '[]', $2, $2)`,
      [organizationId, newId()],
    ),
  );

/** Of somebody who has not accepted the invitation yet. */
const furnishEngagement = (actor: Actor) =>
  actor.post('/v1/identity/engagements', {
    email: `${newId()}@example.com`,
    provider: 'Nordic Accounting AB',
    reference: 'Contract 17',
    roles: ['auditor'],
    modules: ['accounting'],
    startsOn: '2090-01-01',
    endsOn: '2090-12-31',
  });

/** A service account with a secret. */
async function furnishServiceAccount(actor: Actor) {
  const { body: account } = await actor.post('/v1/service-accounts', { name: 'Portal', roles: ['integrator'] });
  return actor.post('/v1/client-secrets', { serviceAccountId: account.id });
}
