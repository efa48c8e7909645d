import supertest from 'supertest';
import { declaredPermissions } from '../../src/declared-permissions.js';
import { operationsOf } from '../../src/platform/http/openapi/described-api.js';
import { builtInRoles, RolePermissions } from '../../src/platform/permissions/permission.js';
import { newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { type ApiDocument, committedDocument, type DocumentedOperation } from './openapi-document.js';
import { publicOperations } from './openapi-operation-rules.js';
import { preview } from './preview.js';

const permissions = new RolePermissions(declaredPermissions);

/** Permissions that no operation needs as a whole, and what asks for them. */
const askedInside: Readonly<Record<string, string>> = {
  'accounting.control_account.post': 'an entry on a control account',
  'accounting.fiscal_period.pass_soft_close': 'an entry in a softly closed period',
  'accounting.party_bank_account.read': 'the numbers of bank accounts of parties',
  'accounting.sales_document.pass_credit_limit': 'an invoice beyond the credit limit of its customer',
  'platform.note.moderate': 'a note of somebody else',
  'platform.job.manage': 'a job that somebody else has asked for',
  'accounting.journal_entry.attach': 'a file that is attached to a posted entry',
  'platform.approval_delegation.manage': 'a delegation of somebody else',
  'platform.file.read_all': 'a file of somebody else',
  'identity.owner.manage': 'a change of roles that makes or unmakes an owner',
};

const operations = Object.entries(operationsOf(committedDocument()) as Record<string, DocumentedOperation>).map(
  ([name, operation]) => ({ name, operation, permission: operation['x-permission'] ?? '' }),
);
const guarded = operations.filter(({ operation }) => !((operation.operationId ?? '') in publicOperations));

/** Calls the operation with ids that nobody has and a body that holds nothing. */
function call(name: string, { requestBody }: DocumentedOperation, accessToken?: string) {
  const [method = '', path = ''] = name.split(' ');
  const nobody = '0197a3c0-7d4e-7c52-a5f1-3b0c9d2e8f64';
  const agent = supertest(provided('TEST_BASE_URL'));
  const request = agent[method.toLowerCase() as 'get'](path.replaceAll(/\{\w+\}/g, nobody));
  if (accessToken) request.set('Authorization', `Bearer ${accessToken}`);
  const [type] = Object.keys(requestBody?.content ?? {});
  return type ? request.set('Content-Type', type).send(type.endsWith('json') ? '{}' : Buffer.from('-')) : request;
}

describe('the router', () => {
  let routes: string[];
  let document: ApiDocument;

  beforeAll(async () => {
    ({ routes, document } = await preview());
  });

  // Fastify answers HEAD wherever it answers GET.
  const undocumented = (given: readonly string[], documented: object) =>
    given.filter((route) => !(route.replace(/^HEAD /, 'GET ') in documented));

  it('has no route that the document does not name', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(undocumented(routes, operationsOf(document))).toEqual([]);
  });

  it('has every route that the document names', () => {
    expect(Object.keys(operationsOf(document)).filter((name) => !routes.includes(name))).toEqual([]);
  });

  it('would be told of a route beside the document', () => {
    const planted = [...routes, 'GET /v1/planted', 'DELETE /v1/accounting/accounts/{id}'];
    expect(undocumented(planted, operationsOf(document))).toEqual(planted.slice(-2));
  });
});

describe('an operation', () => {
  it('names a permission that a module declares', () => {
    const declared = new Set(permissions.all.map(({ name }) => name));
    expect(guarded.filter(({ permission }) => !declared.has(permission)).map(({ name }) => name)).toEqual([]);
    expect(operations.length - guarded.length).toBe(Object.keys(publicOperations).length);
  });

  it('serves a permission, and each permission something', () => {
    const used = new Set(guarded.map(({ permission }) => permission));
    const idle = permissions.all.map(({ name }) => name).filter((name) => !used.has(name));
    expect(idle.sort()).toEqual(Object.keys(askedInside).sort());
  });

  it.each(guarded)('$name answers 401 without a credential', async ({ name, operation }) => {
    const { status, body, headers } = await call(name, operation);
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it.each(builtInRoles.filter((role) => guarded.some(({ permission }) => !permissions.of([role]).has(permission))))(
    'answers 403 to %s where the role does not hold its permission',
    async (role) => {
      const held = permissions.of([role]);
      const refused = guarded.filter(({ permission }) => !held.has(permission));
      expect(refused.length).toBeGreaterThan(0);
      const { accessToken } = await newActor([role]);
      for (const { name, operation, permission } of refused) {
        const { status, body } = await call(name, operation, accessToken);
        expect({ name, status, body }).toMatchObject({ name, status: 403, body: { code: 'forbidden' } });
        expect((body as { detail: string }).detail).toContain(permission);
      }
    },
  );
});
