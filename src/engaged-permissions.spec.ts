import fc from 'fast-check';
import { builtInRoles, type PermissionCatalogue, RolePermissions } from '#platform/permissions/permission.js';
import { declaredPermissions } from './declared-permissions.js';

const permissions = new RolePermissions(declaredPermissions as readonly PermissionCatalogue[]);
const roles = fc.subarray([...builtInRoles]);
const modules = fc.subarray([...permissions.engageableModules], { minLength: 1 });

it('knows the modules that somebody can be engaged for', () => {
  expect([...permissions.engageableModules].sort()).toEqual(['accounting', 'administration', 'identity', 'platform']);
});

it('an engaged person holds what a member with the roles would, of the modules, and gives nobody access', () => {
  const reserved = new Set(permissions.all.filter((one) => one.notForEngaged).map(({ name }) => name));
  const own = permissions.ofPerson({ roles: [], permissions: [] });
  fc.assert(
    fc.property(roles, modules, (held, within) => {
      const engaged = permissions.ofEngaged(
        { roles: held, permissions: [] },
        { modules: within, legalEntityIds: null },
      );
      const member = permissions.ofPerson({ roles: held, permissions: [] });
      const expected = [...member].filter(
        (name) => own.has(name) || (within.includes(name.split('.')[0]!) && !reserved.has(name)),
      );
      expect([...engaged].sort()).toEqual(expected.sort());
    }),
  );
});

it('withholds whatever gives access, in whatever role', () => {
  const held = permissions.ofEngaged(
    { roles: ['owner'], permissions: [] },
    {
      modules: permissions.engageableModules,
      legalEntityIds: null,
    },
  );
  const all = permissions.all.map(({ name }) => name);
  expect(all.filter((name) => !held.has(name))).toEqual([
    'identity.role.manage',
    'identity.membership.manage',
    'identity.owner.manage',
    'identity.security_policy.manage',
    'identity.second_factor.recover',
    'identity.api_key.manage',
    'identity.service_account.manage',
    'identity.engagement.manage',
    'platform.webhook.manage',
  ]);
});

it('for some legal entities holds what is of each of them, and nothing of the organization as a whole', () => {
  const own = permissions.ofPerson({ roles: [], permissions: [] });
  const held = permissions.ofEngaged(
    { roles: ['owner'], permissions: [] },
    { modules: permissions.engageableModules, legalEntityIds: ['one'] },
  );
  expect([...held].filter((name) => !own.has(name))).toMatchInlineSnapshot(`
   [
     "platform.approval_request.submit",
     "administration.legal_entity.read",
     "administration.organization.read",
     "administration.exchange_rate.read",
     "accounting.books.read",
     "accounting.books.manage",
     "accounting.budget.manage",
     "accounting.fiscal_period.manage",
     "accounting.fiscal_year.close",
     "accounting.fiscal_period.pass_soft_close",
     "accounting.journal_entry.read",
     "accounting.journal_entry_draft.manage",
     "accounting.journal_entry.post",
     "accounting.control_account.post",
     "accounting.import.run",
     "accounting.open_item.allocate",
     "accounting.party.read",
     "accounting.party.manage",
     "accounting.party.merge",
     "accounting.payment_terms.manage",
     "accounting.party_bank_account.read",
     "accounting.party_bank_account.manage",
     "accounting.party_bank_account.verify",
     "accounting.bank.read",
     "accounting.bank_account.manage",
     "accounting.bank_match_rule.manage",
     "accounting.bank_statement.import",
     "accounting.bank_statement_line.match",
     "accounting.bank_reconciliation.sign_off",
     "accounting.receipt.record",
     "accounting.refund.record",
     "accounting.receivable.write_off",
     "accounting.early_discount.grant",
     "accounting.withholding.certify",
     "accounting.sales_document.read",
     "accounting.sales_draft.manage",
     "accounting.sales_document.issue",
     "accounting.sales_document.pass_credit_limit",
     "accounting.deferral.recognize",
     "accounting.sales_channel.read",
     "accounting.sales_channel.manage",
     "accounting.sale.record",
     "accounting.dunning_level.manage",
     "accounting.dunning_block.manage",
     "accounting.dunning_run.manage",
     "accounting.revaluation.run",
     "accounting.tax.read",
     "accounting.tax.manage",
     "accounting.tax_return.prepare",
     "accounting.tax_return.file",
     "accounting.tax_return.settle",
   ]
  `);
});
