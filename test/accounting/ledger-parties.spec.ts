import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, noSuchRow } from '../support/ledger-database.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Parties by SQL alone, with the rights of the application.

let ledger: LedgerDatabase;
const [maker, checker] = [newId(), newId()];
beforeAll(async () => {
  ledger = await createLedgerDatabase();
});
afterAll(() => ledger?.close());

const within = (text: string, values: unknown[] = [], actor = maker) =>
  inOrganization(ledger.app, ledger.books.organizationId, async () => {
    await ledger.app.query("SELECT set_config('bureau.actor_id', $1, true)", [actor]);
    return ledger.app.query(text, values);
  });

/** Columns and their values, as an insert into a table of this organization and legal entity. */
async function insert(table: string, columns: Record<string, unknown>, legalEntityId = ledger.books.legalEntityId) {
  const row = { organization_id: ledger.books.organizationId, id: newId(), legal_entity_id: legalEntityId, ...columns };
  const names = Object.keys(row);
  const places = names.map((_name, at) => `$${at + 1}`);
  const text = ['INSERT INTO', table, '(', names.join(','), ') VALUES (', places.join(','), ')'].join(' ');
  await within(text, Object.values(row));
  return row.id;
}
const party = (columns: Record<string, unknown> = {}, legalEntityId?: string) =>
  insert(
    'accounting.party',
    { number: newId().slice(0, 30), name: 'X', kind: 'person', is_customer: true, is_vendor: false, ...columns },
    legalEntityId,
  );
const update = (id: string, text: string, ...values: unknown[]) =>
  within(['UPDATE accounting.party SET', text, 'WHERE id = $1'].join(' '), [id, ...values]);
const merge = (id: string, into: string) => update(id, "status = 'merged', survivor_id = $2", into);

it('has a role, a status of its own reason, and stays', async () => {
  await expectRefusal(party({ is_customer: false }), { code: '23514', constraint: 'party_has_role' });
  await expectRefusal(party({ status: 'archived' }), { code: 'BU401' });
  const id = await party();
  await expectRefusal(update(id, "status = 'on_hold'"), { code: '23514', constraint: 'party_hold_reason' });
  await expectAccepted(update(id, "status = 'archived'"));
  await expectRefusal(update(id, "status = 'on_hold', hold_reason = 'x'"), { code: 'BU401' });
  await expectRefusal(update(id, 'number = $2', 'other'), { code: '42501' });
  await expectRefusal(within('DELETE FROM accounting.party WHERE id = $1', [id]), { code: '42501' });
});

it('has its number once in its legal entity', async () => {
  await party({ number: 'N' });
  await expectRefusal(party({ number: 'N' }), { code: '23505', constraint: 'party_number_key' });
  await expectAccepted(party({ number: 'N' }, ledger.sister.legalEntityId));
  await expectRefusal(party({ number: '12', drawn_number: 13 }), { code: '23514', constraint: 'party_drawn_number' });
});

it('has control accounts of their kind and terms of its own legal entity', async () => {
  const plain = ledger.books.accounts['1930'];
  await expectRefusal(party({ receivable_account_id: plain }), noSuchRow('party_receivable_account_fk'));
  await expectRefusal(party({ payable_account_id: plain }), noSuchRow('party_payable_account_fk'));
  const terms = { code: 'N', name: 'N', instalments: '[{"percentage":"100"}]' };
  const foreign = await insert('accounting.payment_terms', terms, ledger.sister.legalEntityId);
  await expectRefusal(party({ payment_terms_id: foreign }), noSuchRow('party_payment_terms_fk'));
});

it.each([
  ['[]', '[]', 'payment_terms_whole'],
  ['[{"percentage":"99.999999"}]', '[]', 'payment_terms_whole'],
  ['[{"percentage":"150"},{"percentage":"-50"}]', '[]', 'payment_terms_whole'],
  ['[{"percentage":"100","days":1.5}]', '[]', 'payment_terms_whole'],
  ['[{"percentage":"100","dayOfMonth":32}]', '[]', 'payment_terms_whole'],
  ['[{"percentage":100}]', '[]', 'payment_terms_whole'],
  ['{}', '[]', 'payment_terms_whole'],
  ['[{"percentage":"100"}]', '[{"percentage":"x"}]', 'payment_terms_discounts'],
])('payment terms are not %s with discounts %s', async (instalments, discounts, constraint) => {
  const terms = { code: newId().slice(0, 20), name: 'N', instalments, discounts };
  await expectRefusal(insert('accounting.payment_terms', terms), { code: '23514', constraint });
});

it('points to a survivor in one step, never in a circle, and stays as it is', async () => {
  const [first, second, third] = [await party(), await party(), await party()];
  const foreign = await party({}, ledger.sister.legalEntityId);
  await expectRefusal(merge(first, first), { code: '23514', constraint: 'party_survivor_is_another' });
  await expectRefusal(merge(first, foreign), noSuchRow('party_survivor_fk'));
  await expectRefusal(update(first, 'survivor_id = $2', second), { code: '23514', constraint: 'party_merged' });
  await expectAccepted(merge(first, second));
  await expectRefusal(merge(third, first), noSuchRow('party_survivor_fk'));
  await expectRefusal(merge(second, first), { code: '23503', constraint: 'party_survivor_fk' });
  await expectRefusal(merge(second, third), { code: '23503', constraint: 'party_survivor_fk' });
  await expectAccepted(
    within("UPDATE accounting.party SET status = 'merged', survivor_id = $2 WHERE id = $1 OR survivor_id = $1", [
      second,
      third,
    ]),
  );
  const { rows } = await within(
    'SELECT coalesce(survivor_id, id) AS survivor_id FROM accounting.party WHERE id = ANY ($1)',
    [[first, second, third]],
  );
  expect(rows).toEqual(Array(3).fill({ survivor_id: third }));
  await expectRefusal(update(first, 'name = $2', 'Y'), { code: 'BU400' });
  await expectRefusal(update(first, "status = 'active', survivor_id = NULL"), { code: 'BU400' });
  const taxId = { party_id: first, type: 'other', country: 'SE', number: '1', place: 1 };
  await expectRefusal(insert('accounting.party_tax_id', taxId), { code: 'BU400' });
  const externalId = { party_id: first, source: 'x', external_id: '1' };
  await expectRefusal(insert('accounting.party_external_id', externalId), { code: 'BU400' });
});

describe('a bank account', () => {
  const add = async (columns: Record<string, unknown> = {}) => {
    const details = { holder: 'X', iban: 'SE4550000000058398257466', country: 'SE', changed_by: maker };
    return insert('accounting.party_bank_account', { party_id: await party(), ...details, ...columns });
  };
  const change = (id: string, text: string, actor: string) =>
    within(['UPDATE accounting.party_bank_account SET', text, 'WHERE id = $1'].join(' '), [id], actor);
  const verifiedBy = (person: string) => `status = 'verified', verified_by = '${person}', verified_at = now()`;

  it('is verified by another person than who wrote it', async () => {
    const id = await add();
    await expectRefusal(change(id, verifiedBy(maker), maker), {
      code: '23514',
      constraint: 'party_bank_account_checker_is_another',
    });
    await expectRefusal(change(id, verifiedBy(checker), maker), { code: 'BU403' });
    await expectRefusal(change(id, `changed_by = '${checker}'`, maker), { code: 'BU402' });
    await expectRefusal(change(id, "status = 'verified'", checker), {
      code: '23514',
      constraint: 'party_bank_account_verified',
    });
    await expectAccepted(change(id, verifiedBy(checker), checker));
  });

  it('is unverified when it is new or changed, and names who wrote it', async () => {
    const verified = { status: 'verified', verified_by: checker, verified_at: new Date() };
    await expectRefusal(add(verified), { code: 'BU402' });
    await expectRefusal(add({ changed_by: checker }), { code: 'BU402' });
    const id = await add();
    await expectAccepted(change(id, verifiedBy(checker), checker));
    for (const written of ["iban = 'NO9386011117947'", "holder = 'Y'", "bic = 'ESSESESS'", "currency = 'SEK'"]) {
      await expectRefusal(change(id, written, maker), { code: 'BU402' });
    }
    const unverified = "holder = 'Y', status = 'unverified', verified_by = NULL, verified_at = NULL";
    await expectAccepted(change(id, unverified, maker));
    await expectAccepted(change(id, "status = 'archived'", maker));
    await expectRefusal(change(id, "status = 'unverified'", maker), { code: 'BU404' });
  });

  it('has one number, once in its party', async () => {
    await expectRefusal(add({ account_number: '1' }), { code: '23514', constraint: 'party_bank_account_one_number' });
    await expectRefusal(add({ iban: null }), { code: '23514', constraint: 'party_bank_account_one_number' });
    const party_id = await party();
    await add({ party_id });
    await expectRefusal(add({ party_id }), { code: '23505', constraint: 'party_bank_account_key' });
  });
});

it.each(['{"id": "7300010000001"}', '{"scheme": "0088"}', '["0088"]', '"0088"'])(
  'has no electronic address like %s',
  async (electronic) => {
    await expectRefusal(party({ electronic_address: electronic }), {
      code: '23514',
      constraint: 'party_electronic_address_form',
    });
  },
);

it('has an electronic address with its scheme', async () => {
  await expectAccepted(party({ electronic_address: '{"scheme": "0088", "id": "7300010000001"}' }));
});
