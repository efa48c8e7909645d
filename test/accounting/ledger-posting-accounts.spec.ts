import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import {
  type AccountControl,
  accountControls,
  type AccountType,
  accountTypes,
} from '#modules/accounting/chart/account-type.js';
import { PostingAccountsRepository } from '#modules/accounting/chart/posting-accounts.repository.js';
import { postingAccountFault, postingPurposes } from '#modules/accounting/chart/posting-purposes.js';
import type { Acting } from '#platform/database/acting.js';
import { Transaction } from '#platform/database/transaction.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { type Books, inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, refusalOf } from '../support/refusal.js';

// Past the services: the database itself refuses accounts that cannot serve a purpose.

let ledger: LedgerDatabase;
let app: Client;
let own: Books;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  ({ app, books: own } = ledger);
});
afterAll(() => ledger?.close());

const NAME = `
  INSERT INTO accounting.posting_account (organization_id, id, legal_entity_id, purpose, account_id)
  VALUES ($1, $2, $3, $4, $5)`;
const ADD_ACCOUNT = `
  INSERT INTO accounting.account (organization_id, id, legal_entity_id, code, name, type, control, is_group)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`;

/** Names the account, as the organization of the books; the id of what was named. */
async function name(purpose: string, accountId: string, { organizationId, legalEntityId } = own): Promise<string> {
  const id = newId();
  await inOrganization(app, own.organizationId, () =>
    app.query(NAME, [organizationId, id, legalEntityId, purpose, accountId]),
  );
  return id;
}

const change = (text: string, values: unknown[]) =>
  inOrganization(app, own.organizationId, () => app.query(text, values));

interface Kind {
  type: AccountType;
  control: AccountControl;
  isGroup: boolean;
}
const canControl = (type: AccountType) => type === 'asset' || type === 'liability';
/** Every account that there can be. */
const kinds = accountTypes.flatMap((type): Kind[] => [
  { type, control: 'none', isGroup: true },
  ...accountControls
    .filter((control) => control === 'none' || canControl(type))
    .map((control) => ({ type, control, isGroup: false })),
]);

/** The refusal of the database that goes with the fault of the polite rule. */
const foretold: Record<string, string> = { account_type: 'BU490', account_control: 'BU491', account_is_group: 'BU492' };

it.each(postingPurposes)(
  'an account serves %s only if its type and control fit, as the services say',
  async (purpose) => {
    const { organizationId, legalEntityId } = own;
    await inOrganization(app, organizationId, async () => {
      for (const [index, kind] of kinds.entries()) {
        const { type, control, isGroup } = kind;
        const account = { ...kind, id: newId(), code: `K${index}`, status: 'active' as const };
        await app.query('SAVEPOINT kind');
        await app.query(ADD_ACCOUNT, [organizationId, account.id, legalEntityId, account.code, type, control, isGroup]);
        const refusal = await refusalOf(app.query(NAME, [organizationId, newId(), legalEntityId, purpose, account.id]));
        const fault = postingAccountFault(purpose, account);
        expect({ ...kind, refusal: refusal?.code }).toEqual({ ...kind, refusal: fault && foretold[fault.code] });
        await app.query('ROLLBACK TO SAVEPOINT kind');
      }
    });
  },
);

describe('a posting account', () => {
  const { revenue, differences } = { revenue: '3000', differences: '4000' };

  it('is of an account of its own legal entity and organization', async () => {
    const elsewhere = { code: '23503', constraint: 'posting_account_account_fk' };
    await expectRefusal(name('revenue', ledger.sister.accounts[revenue]!), elsewhere);
    await expectRefusal(name('revenue', ledger.stranger.accounts[revenue]!), elsewhere);
    await expectRefusal(name('revenue', newId()), elsewhere);
    await expectRefusal(name('revenue', ledger.stranger.accounts[revenue]!, ledger.stranger), {
      code: '42501',
      message: 'row-level security',
    });
  });

  it('is for a purpose that there is, once in each legal entity', async () => {
    await expectRefusal(name('pocket_money', own.accounts[revenue]!), {
      code: '23514',
      constraint: 'posting_account_purpose',
    });
    await expectAccepted(name('revenue', own.accounts[revenue]!));
    await expectAccepted(name('revenue', ledger.sister.accounts[revenue]!, ledger.sister));
    await expectRefusal(name('revenue', own.accounts['3960']!), {
      code: '23505',
      constraint: 'posting_account_purpose_key',
    });
  });

  it('changes to an account that fits, and to nothing else', async () => {
    const id = await name('payment_differences', own.accounts[differences]!);
    const set = (column: string, value: string) =>
      change(['UPDATE accounting.posting_account SET', column, '= $2 WHERE id = $1'].join(' '), [id, value]);
    await expectAccepted(set('account_id', own.accounts['3960']!));
    await expectRefusal(set('account_id', own.accounts['1910']!), { code: 'BU490', message: '1910 is of type asset' });
    await expectRefusal(set('account_id', own.accounts['1900']!), { code: 'BU492', message: '1900 is a group' });
    await expectRefusal(set('account_id', ledger.sister.accounts['3960']!), {
      code: '23503',
      constraint: 'posting_account_account_fk',
    });
    for (const column of ['purpose', 'legal_entity_id']) {
      await expectRefusal(set(column, newId()), { code: '42501', message: 'permission denied' });
    }
  });

  it('is gone when nothing is named any more, which the audit trail tells', async () => {
    const id = await name('bank_charges', own.accounts[differences]!);
    await change('DELETE FROM accounting.posting_account WHERE id = $1', [id]);
    const { rows } = await ledger.owner.query<{ operation: string; purpose: string }>(
      `SELECT operation, coalesce(row_before, row_after) ->> 'purpose' AS purpose
       FROM platform.audit_entry WHERE row_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { operation: 'insert', purpose: 'bank_charges' },
      { operation: 'delete', purpose: 'bank_charges' },
    ]);
  });
});

it('are read for several legal entities at once, each its own and those of no other organization', async () => {
  const { sister, stranger } = ledger;
  await name('exchange_losses', own.accounts['4000']!);
  await name('exchange_losses', sister.accounts['4000']!, sister);
  await name('dunning_fees', sister.accounts['3000']!, sister);
  const { organizationId } = own;
  const entities = [own, sister, stranger].map(({ legalEntityId }) => legalEntityId);
  const read = await inOrganization(app, organizationId, () => {
    const acting = { organizationId } as Acting;
    const transaction = new Transaction(acting, null as never, app as never, Promise.resolve(new Date()));
    return new PostingAccountsRepository().ofEach(transaction, entities);
  });
  const [ours, theirs, hidden] = entities.map((id) => read.get(id)!);
  expect(ours!.get('exchange_losses')).toEqual({ id: own.accounts['4000'], code: '4000' });
  expect(ours!.find('dunning_fees')).toBeUndefined();
  expect(theirs!.get('exchange_losses')).toEqual({ id: sister.accounts['4000'], code: '4000' });
  expect(theirs!.get('dunning_fees')).toEqual({ id: sister.accounts['3000'], code: '3000' });
  expect(() => hidden!.get('exchange_losses')).toThrow(expect.objectContaining({ code: 'posting_account_missing' }));
});
