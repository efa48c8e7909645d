import { newId } from '#kernel/id.js';
import { builtInRoles, type Permission } from '#platform/permissions/permission.js';
import { declaredPermissions } from '../../src/declared-permissions.js';
import { addMember, provision } from '../support/provision.js';
import { bearer, change, Door } from './door.js';
import { type Operation, Operations } from './operations.js';
import { type Received, Wire } from './wire.js';

const permissions: Permission[] = declaredPermissions.flatMap((catalogue) => Object.values(catalogue));
/** A role of the organization that holds nothing. */
const OWN_ROLE = 'janitor';

const isHeldAnyway = (reserved: Permission['reserved']) => reserved === 'own_account' || reserved === 'everybody';

const holders = ({ roles, reserved }: Permission): string[] => [
  ...builtInRoles.filter(
    (role) =>
      role === 'owner' ||
      (role === 'administrator' && reserved !== 'owners') ||
      isHeldAnyway(reserved) ||
      roles.includes(role),
  ),
  ...(isHeldAnyway(reserved) ? [OWN_ROLE] : []),
];

let door: Door;
let operations: Operation[];
let organizationId: string;
beforeAll(async () => {
  door = new Door(new Wire());
  operations = (await Operations.read(door.wire)).all.filter(({ isPublic }) => !isPublic);
  ({ organizationId } = await provision());
  await change(
    "INSERT INTO identity.role (organization_id, id, code, name, permissions) VALUES ($1, $2, $3, 'Janitor', '{}')",
    [organizationId, newId(), OWN_ROLE],
  );
});
afterAll(() => door.wire.close());

/** Asks for what cannot be done, so that nothing is: refused with 403 or, behind the permission, for another reason. */
function ask(operation: Operation, accessToken: string): Promise<Received> {
  const path = operation.path.replace(/\{\w+\}/, 'no-id');
  const headers = {
    ...bearer(accessToken),
    'Content-Type': operation.fileType ?? 'application/json',
  };
  const hasBody = operation.body !== undefined || operation.fileType !== undefined;
  return door.wire.send({
    method: operation.method,
    path,
    headers: hasBody ? headers : bearer(accessToken),
    body: hasBody ? '{}' : undefined,
  });
}

it('every operation that is not public names a permission that a module declares', () => {
  const declared = permissions.map(({ name }) => name);
  expect(new Set(declared).size).toBe(declared.length);
  expect(operations.length).toBeGreaterThanOrEqual(30);
  expect(operations.filter(({ permission }) => !declared.includes(permission!)).map(({ id }) => id)).toEqual([]);
});

it('auditors read and change nothing, and only owners make owners', () => {
  const open = permissions.filter(({ reserved }) => !reserved);
  const held = open.filter((one) => holders(one).includes('auditor')).map(({ name }) => name);
  expect(held).toEqual(open.filter(({ name }) => name.endsWith('.read')).map(({ name }) => name));
  const owners = permissions.filter(({ reserved }) => reserved === 'owners');
  expect(owners.map(holders)).toEqual(owners.map(() => ['owner']));
  expect(permissions.filter((one) => !holders(one).includes('owner'))).toEqual([]);
});

it('roles together may do what each of them may', async () => {
  const { email } = await addMember(organizationId, ['auditor', 'bookkeeper', OWN_ROLE]);
  const { accessToken } = await door.tokens(email);
  const statuses: Record<string, number> = {};
  for (const id of ['listAccounts', 'postJournalEntry', 'createAccount']) {
    statuses[id] = (
      await ask(
        operations.find((operation) => operation.id === id)!,
        accessToken,
      )
    ).status;
  }
  expect(statuses).toEqual({ listAccounts: 200, postJournalEntry: 400, createAccount: 403 });
});

/** Who holds what, for review: a change of the catalogues shows here. */
it('is as it was reviewed', () => {
  const table = permissions.map((permission) => `${permission.name}: ${holders(permission).join(', ')}`);
  expect(table).toMatchInlineSnapshot(`
   [
     "auth.session.end: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "auth.account.manage: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "platform.audit_entry.read: owner, administrator, auditor",
     "platform.erasure.create: owner, administrator",
     "platform.access_log.read: owner, administrator, auditor",
     "identity.role.read: owner, administrator, auditor",
     "identity.role.manage: owner, administrator",
     "identity.membership.read: owner, administrator, auditor",
     "identity.membership.manage: owner, administrator",
     "identity.owner.manage: owner",
     "identity.duty_conflict.read: owner, administrator, auditor",
     "identity.security_policy.read: owner, administrator, auditor",
     "identity.security_policy.manage: owner, administrator",
     "identity.login_history.read: owner, administrator, auditor",
     "identity.second_factor.recover: owner, administrator",
     "identity.api_key.read: owner, administrator, auditor",
     "identity.api_key.manage: owner, administrator",
     "identity.service_account.read: owner, administrator, auditor",
     "identity.service_account.manage: owner, administrator",
     "identity.engagement.read: owner, administrator, auditor",
     "identity.engagement.manage: owner, administrator",
     "platform.file.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "platform.file.read_all: owner, administrator",
     "platform.file.upload: owner, administrator, accountant, bookkeeper, integrator",
     "platform.file.delete: owner, administrator, accountant, bookkeeper, integrator",
     "platform.attachment.manage: owner, administrator, accountant, bookkeeper, integrator",
     "platform.annotation.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "platform.tag.manage: owner, administrator, accountant",
     "platform.tagging.manage: owner, administrator, accountant, bookkeeper, integrator",
     "platform.note.write: owner, administrator, accountant, bookkeeper, integrator",
     "platform.note.moderate: owner, administrator",
     "platform.external_id.manage: owner, administrator, accountant, bookkeeper, integrator",
     "platform.organization.export: owner",
     "platform.organization.close: owner",
     "platform.retention.read: owner, administrator, auditor",
     "platform.retention.manage: owner, administrator",
     "platform.test_clock.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "platform.test_clock.advance: owner, administrator",
     "platform.test_mail.open: owner, administrator",
     "platform.test_organization.reset: owner, administrator",
     "platform.event.read: owner, administrator, auditor, integrator",
     "platform.webhook.read: owner, administrator, auditor",
     "platform.webhook.manage: owner, administrator",
     "platform.job.read: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "platform.job.manage: owner, administrator",
     "platform.export.request: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "platform.approval_policy.read: owner, administrator, accountant, auditor",
     "platform.approval_policy.manage: owner, administrator",
     "platform.approval_request.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "platform.approval_request.submit: owner, administrator, accountant, bookkeeper, integrator",
     "platform.approval_request.see_own: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "platform.approval_request.decide: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "platform.approval_delegation.manage: owner, administrator",
     "platform.mail.read: owner, administrator, auditor",
     "platform.notification.manage: owner, administrator, accountant, bookkeeper, auditor, integrator, janitor",
     "administration.legal_entity.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "administration.legal_entity.manage: owner, administrator",
     "administration.organization.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "administration.organization.manage: owner, administrator",
     "administration.clock.advance: owner, administrator",
     "administration.test_organization.create: owner, administrator",
     "administration.exchange_rate.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "administration.exchange_rate.record: owner, administrator, accountant, integrator",
     "administration.exchange_rate.manage: owner, administrator, accountant",
     "accounting.books.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.books.manage: owner, administrator, accountant",
     "accounting.statutory_chart.manage: owner, administrator, accountant",
     "accounting.budget.manage: owner, administrator, accountant",
     "accounting.fiscal_period.manage: owner, administrator, accountant",
     "accounting.fiscal_year.close: owner, administrator, accountant",
     "accounting.fiscal_period.pass_soft_close: owner, administrator, accountant",
     "accounting.journal_entry.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.journal_entry_draft.manage: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.journal_entry.attach: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.journal_entry.post: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.control_account.post: owner, administrator, accountant",
     "accounting.import.run: owner, administrator, accountant",
     "accounting.open_item.allocate: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.party.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.party.manage: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.party.merge: owner, administrator, accountant",
     "accounting.payment_terms.manage: owner, administrator, accountant",
     "accounting.party_bank_account.read: owner, administrator, accountant, auditor",
     "accounting.party_bank_account.manage: owner, administrator, accountant, bookkeeper",
     "accounting.party_bank_account.verify: owner, administrator, accountant",
     "accounting.bank.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.bank_account.manage: owner, administrator, accountant",
     "accounting.bank_match_rule.manage: owner, administrator, accountant",
     "accounting.bank_statement.import: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.bank_statement_line.match: owner, administrator, accountant, bookkeeper",
     "accounting.bank_reconciliation.sign_off: owner, administrator, accountant",
     "accounting.receipt.record: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.refund.record: owner, administrator, accountant, bookkeeper",
     "accounting.receivable.write_off: owner, administrator, accountant",
     "accounting.early_discount.grant: owner, administrator, accountant",
     "accounting.withholding.certify: owner, administrator, accountant, bookkeeper",
     "accounting.sales_document.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.sales_draft.manage: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.sales_document.issue: owner, administrator, accountant, bookkeeper, integrator",
     "accounting.sales_document.pass_credit_limit: owner, administrator, accountant",
     "accounting.deferral.recognize: owner, administrator, accountant, bookkeeper",
     "accounting.sales_channel.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.sales_channel.manage: owner, administrator, accountant",
     "accounting.sale.record: owner, administrator, accountant, integrator",
     "accounting.dunning_level.manage: owner, administrator, accountant",
     "accounting.dunning_block.manage: owner, administrator, accountant, bookkeeper",
     "accounting.dunning_run.manage: owner, administrator, accountant, bookkeeper",
     "accounting.revaluation.run: owner, administrator, accountant",
     "accounting.tax.read: owner, administrator, accountant, bookkeeper, auditor, integrator",
     "accounting.tax.manage: owner, administrator, accountant",
     "accounting.tax_return.prepare: owner, administrator, accountant, bookkeeper",
     "accounting.tax_return.file: owner, administrator, accountant",
     "accounting.tax_return.settle: owner, administrator, accountant",
   ]
  `);
});
