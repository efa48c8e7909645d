import { operationsOf } from '../../src/platform/http/openapi/described-api.js';
import { committedDocument, type ApiDocument, type DocumentedOperation } from './openapi-document.js';

/** Reads that answer what is personal, or files whose content nobody knows, and leave no entry in the access log; why. */
const unrecorded: Readonly<Record<string, string>> = {
  listSessions: 'one’s own',
  listOwnLogins: 'one’s own',
  getApprovalRequest: 'an entry or a period as its approvers are shown it, which whoever reads the books may see',
  listSalesDrafts: 'what is sold and for how much; the customer by id alone',
  getSalesDraft: 'what is sold and for how much; the customer by id alone',
  listRecurringInvoices: 'what is sold and for how much; the customer by id alone',
  getRecurringInvoice: 'what is sold and for how much; the customer by id alone',
  listQuotes: 'what is offered and for how much; the customer by id alone',
  getQuote: 'what is offered and for how much; the customer by id alone',
  listLegalEntities: 'address, telephone and e-mail of a company, as on its letters',
  getLegalEntity: 'address, telephone and e-mail of a company, as on its letters',
  watchJob: 'one’s own jobs as they go on; names of imports and counts',
};

/** Fields that tell of a person, by their names; a name beside an address is that of a person. */
const personal = /^(?:email|phone|address|ipAddress|userAgent|actorName|personName|before|after|content)$/;
/** Forms in which an answer tells of itself what is in it. */
const described =
  /^application\/(?:json|pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$|^text\/csv$|^image\/svg\+xml$/;

type Schema = Readonly<Record<string, unknown>>;

function fieldsOf(schema: unknown, { components }: ApiDocument, seen = new Set<string>()): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => fieldsOf(one, { components } as ApiDocument, seen));
  if (typeof schema !== 'object' || schema === null) return [];
  const { $ref, properties = {}, ...rest } = schema as Schema & { $ref?: string; properties?: object };
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    if (seen.has(name)) return [];
    seen.add(name);
    return fieldsOf(components.schemas[name], { components } as ApiDocument, seen);
  }
  return [
    ...Object.keys(properties),
    ...[properties, rest].flatMap((part) =>
      Object.values(part).flatMap((one) => fieldsOf(one, { components } as ApiDocument, seen)),
    ),
  ];
}

type Documented = DocumentedOperation & { 'x-recorded-access'?: string };

/** Reads whose answers are personal, or files with contents of any kind. Commands answer what their caller just wrote. */
function sensitiveIn(document: ApiDocument): Map<string, Documented> {
  const reads = Object.entries(operationsOf(document) as Record<string, Documented>).filter(([name]) =>
    name.startsWith('GET '),
  );
  const sensitive = reads.filter(([, { responses }]) =>
    Object.entries(responses).some(([status, { content = {} }]) => {
      if (!status.startsWith('2')) return false;
      const isOpaque = Object.keys(content).some((type) => !described.test(type));
      return (
        isOpaque ||
        Object.values(content).some(({ schema }) => fieldsOf(schema, document).some((f) => personal.test(f)))
      );
    }),
  );
  return new Map(sensitive.map(([, operation]) => [operation.operationId!, operation]));
}

const faultsIn = (document: ApiDocument) =>
  [...sensitiveIn(document)]
    .filter(([id, operation]) => !operation['x-recorded-access'] && !(id in unrecorded))
    .map(([id]) => `${id} answers personal data or a file, and is neither recorded nor excepted with a reason`);

const document = committedDocument();

it('records every read of what is personal, or says why not', () => {
  expect(faultsIn(document)).toEqual([]);
});

it('excepts nothing that is recorded, gone or not sensitive', () => {
  const sensitive = sensitiveIn(document);
  expect(Object.keys(unrecorded).filter((id) => !sensitive.has(id) || sensitive.get(id)!['x-recorded-access'])).toEqual(
    [],
  );
});

it('records these', () => {
  const recorded = Object.values(operationsOf(document) as Record<string, Documented>)
    .filter((operation) => operation['x-recorded-access'])
    .map(({ operationId }) => operationId);
  expect(new Set(recorded)).toEqual(
    new Set([
      'downloadExport',
      'downloadFile',
      'exportAuditTrail',
      'exportOrganization',
      'exportPlainTextJournal',
      'exportSieFile',
      'getApiKey',
      'getAuditProof',
      'getClientSecret',
      'getCreditNote',
      'getCreditNoteFacturx',
      'getCreditNotePdf',
      'getCreditNoteUbl',
      'getDunningLetter',
      'getDunningLetterPdf',
      'getEngagement',
      'getInvitation',
      'getInvoice',
      'getInvoiceFacturx',
      'getInvoicePdf',
      'getInvoiceUbl',
      'getMembership',
      'getParty',
      'getPartyBankAccount',
      'getPartyStatementPdf',
      'getServiceAccount',
      'getTestMail',
      'listAccessLogEntries',
      'listApiKeys',
      'listAuditEntries',
      'listClientSecrets',
      'listCreditNotes',
      'listDutyConflicts',
      'listEngagements',
      'listInvitations',
      'listInvoices',
      'listMemberLogins',
      'listMemberships',
      'listParties',
      'listPartyBankAccounts',
      'listQuoteRevisions',
      'listServiceAccounts',
      'listTestMails',
    ]),
  );
});

it.each(['listMemberships', 'downloadFile', 'listAuditEntries', 'exportSieFile'])('would notice %s', (id) => {
  const planted = structuredClone(document);
  for (const operation of Object.values(operationsOf(planted) as Record<string, Documented>)) {
    if (operation.operationId === id) delete operation['x-recorded-access'];
  }
  expect(faultsIn(planted)).toEqual([expect.stringContaining(id)]);
});
