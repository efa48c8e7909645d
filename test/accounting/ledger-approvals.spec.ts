import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, insertEntries } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Nothing of the application runs here: the database itself asks for approvals, and takes none that are not there.

let ledger: LedgerDatabase;
const [maker, checker, deputy, stranger] = [newId(), newId(), newId(), newId()];
const hash = 'a'.repeat(64);
let policyId: string;

const run = (text: string, values: unknown[] = []) =>
  inOrganization(ledger.app, ledger.books.organizationId, () => ledger.app.query(text, values));
const org = () => ledger.books.organizationId;

async function person(id: string, roles: string[]) {
  await ledger.owner.query(
    `INSERT INTO identity.user_account (id, email, name, password_hash) VALUES ($1::uuid, $1 || '@example.com', 'P', '$argon2id$x')`,
    [id],
  );
  await run('INSERT INTO identity.membership (organization_id, id, user_id, roles) VALUES ($1, $2, $3, $4)', [
    org(),
    newId(),
    id,
    roles,
  ]);
}

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  await person(maker, ['bookkeeper', 'accountant']);
  await person(checker, ['accountant']);
  await person(deputy, ['auditor']);
  await person(stranger, ['auditor']);
  policyId = await policy('journal_entry', 1000);
});
afterAll(() => ledger?.close());

async function policy(kind: string, amountFrom: number | null = null): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO platform.approval_policy (organization_id, id, name, subject_kind, amount_from, steps, is_active, created_by)
     VALUES ($1, $2, 'P', $3, $4, '[{}]', true, $5)`,
    [org(), id, kind, amountFrom, maker],
  );
  return id;
}

/** A pending request with one step for accountants. */
async function request(
  fields: { subjectId?: string; amount?: string; by?: string; state?: string } = {},
): Promise<string> {
  const { subjectId = newId(), amount = '5000', by = maker, state = 'pending' } = fields;
  const id = newId();
  await run(
    `INSERT INTO platform.approval_request
       (organization_id, id, subject_kind, subject_id, title, amount, currency, legal_entity_id, content, content_sha256,
        policy_id, policy_version, policy_name, maker_id, author_ids, submitted_by, state, ended_at)
     VALUES ($1, $2, 'journal_entry', $3, 'T', $4, 'EUR', $5, '{}', $6, $7, 1, 'P', $8, ARRAY[$8::uuid], $9, $10,
             CASE WHEN $10 <> 'pending' THEN now() END)`,
    [org(), id, subjectId, amount, ledger.books.legalEntityId, hash, policyId, maker, by, state],
  );
  await run(
    `INSERT INTO platform.approval_request_step
       (organization_id, request_id, number, rule, required, approver_roles, approver_ids, escalation_roles, escalation_ids)
     VALUES ($1, $2, 1, 'one', 1, '{accountant}', '{}', '{}', '{}')`,
    [org(), id],
  );
  return id;
}

const decide = (
  id: string,
  by: string,
  fields: { actor?: string; behalf?: string; delegation?: string; sha?: string } = {},
) =>
  run(
    `INSERT INTO platform.approval_decision
       (organization_id, id, request_id, step_number, decision, person_id, actor_id, on_behalf_of, delegation_id, content_sha256)
     VALUES ($1, $2, $3, 1, 'approve', $4, $5, $6, $7, $8)`,
    [org(), newId(), id, by, fields.actor ?? by, fields.behalf ?? null, fields.delegation ?? null, fields.sha ?? hash],
  );
const END = "UPDATE platform.approval_request SET state = 'approved', ended_at = now(), result_id = $2 WHERE id = $1";

async function delegate(from: string, to: string): Promise<string> {
  const id = newId();
  await run(
    `INSERT INTO platform.approval_delegation (organization_id, id, delegator_id, delegate_id, starts_on, ends_on, created_by)
     VALUES ($1, $2, $3, $4, '2020-01-01', '2199-12-31', $3)`,
    [org(), id, from, to],
  );
  return id;
}

async function entry(total: string) {
  const draft = await draftEntry(ledger.owner, ledger.books);
  draft.header.total = total;
  draft.lines.forEach((line, index) => {
    const [debit, credit] = index === 0 ? [total, '0'] : ['0', total];
    Object.assign(line, { debit, credit, functional_debit: debit, functional_credit: credit });
  });
  return draft;
}

it('an entry from the limit on is refused, one below it is not, nor where the policy is inactive', async () => {
  await expectRefusal(ledger.post(await entry('1000.00')), { code: 'BU195' });
  await expectAccepted(ledger.post(await entry('999.99')));
  const closing = await entry('1000.00');
  closing.header.kind = 'closing';
  await expectRefusal(ledger.post(closing), { code: 'BU195' });
  await run('UPDATE platform.approval_policy SET is_active = false');
  await expectAccepted(ledger.post(await entry('1000.00')));
  await run('UPDATE platform.approval_policy SET is_active = true');
});

/** Approval and entry in one transaction, as the application does it. */
async function postApproved(id: string, total: string): Promise<void> {
  const draft = await entry(total);
  await inOrganization(ledger.app, org(), async () => {
    await ledger.app.query(END, [id, draft.header.id]);
    await insertEntries(ledger.app, draft);
  });
}

it('an approval lets one entry of its amount pass, in its own transaction', async () => {
  const [other, one, late] = [await request(), await request(), await request()];
  for (const id of [other, one, late]) await decide(id, checker);
  await expectRefusal(postApproved(other, '5000.01'), { code: 'BU195' });
  await expectAccepted(postApproved(one, '5000.00'));
  const draft = await entry('5000.00');
  await expectAccepted(run(END, [late, draft.header.id]));
  await expectRefusal(ledger.post(draft), { code: 'BU195' });
});

it('nothing is approved without the decisions of its steps, from the beginning or later', async () => {
  await expectRefusal(request({ state: 'approved' }), { code: 'BU350' });
  const id = await request();
  await expectRefusal(run(END, [id, newId()]), { code: 'BU355' });
  await expectRefusal(run('UPDATE platform.approval_request SET current_step = 2 WHERE id = $1', [id]), {
    code: 'BU355',
  });
  await decide(id, checker);
  await expectAccepted(run(END, [id, newId()]));
  await expectRefusal(run("UPDATE platform.approval_request SET state = 'rejected' WHERE id = $1", [id]), {
    code: 'BU350',
  });
  await expectRefusal(decide(id, checker), { code: 'BU350' });
});

it('nobody decides on their own, as somebody else, for somebody else, or about something else', async () => {
  const id = await request();
  const [toMaker, fromMaker, toDeputy] = [
    await delegate(checker, maker),
    await delegate(maker, deputy),
    await delegate(checker, deputy),
  ];
  await expectRefusal(decide(id, maker), { code: 'BU351' });
  await expectRefusal(decide(id, maker, { behalf: checker, delegation: toMaker }), { code: 'BU351' });
  await expectRefusal(decide(id, deputy, { behalf: maker, delegation: fromMaker }), { code: 'BU351' });
  await expectRefusal(decide(id, checker, { actor: maker }), { code: 'BU352' });
  await expectRefusal(request({ by: checker }), { code: 'BU352' });
  await expectRefusal(decide(id, checker, { sha: 'b'.repeat(64) }), { code: 'BU353' });
  await expectRefusal(decide(id, deputy), { code: 'BU354' });
  await expectRefusal(decide(id, stranger, { behalf: checker, delegation: toDeputy }), { code: 'BU354' });
  await expectAccepted(decide(id, deputy, { behalf: checker, delegation: toDeputy }));
  await expectRefusal(decide(id, checker), { code: '23505', constraint: 'approval_decision_approver_key' });
});

it('a delegation that was taken back, or a role that was, lets nobody decide', async () => {
  const id = await request();
  const delegation = await delegate(checker, stranger);
  await run('UPDATE platform.approval_delegation SET revoked_at = now(), revoked_by = $2 WHERE id = $1', [
    delegation,
    checker,
  ]);
  await expectRefusal(decide(id, stranger, { behalf: checker, delegation }), { code: 'BU354' });
  const roles = (text: string) => run('UPDATE identity.membership SET roles = $2 WHERE user_id = $1', [checker, text]);
  await roles('{auditor}');
  await expectRefusal(decide(id, checker), { code: 'BU354' });
  await roles('{accountant}');
  await expectAccepted(decide(id, checker));
});

it('decisions and comments stay, and a draft stays while its approval is pending', async () => {
  const draft = newId();
  await run(
    'INSERT INTO accounting.journal_entry_draft (organization_id, id, legal_entity_id, created_by) VALUES ($1, $2, $3, $4)',
    [org(), draft, ledger.books.legalEntityId, maker],
  );
  const line = (number: number) =>
    run(
      'INSERT INTO accounting.journal_entry_draft_line (organization_id, draft_id, line_number, debit) VALUES ($1, $2, $3, 1)',
      [org(), draft, number],
    );
  await line(1);
  const id = await request({ subjectId: draft });
  await expectRefusal(request({ subjectId: draft }), { code: '23505', constraint: 'approval_request_pending_key' });
  for (const work of [
    () => run("UPDATE accounting.journal_entry_draft SET description = 'X' WHERE id = $1", [draft]),
    () => run('DELETE FROM accounting.journal_entry_draft WHERE id = $1', [draft]),
    () => line(2),
    () => run('UPDATE accounting.journal_entry_draft_line SET debit = 2 WHERE draft_id = $1', [draft]),
    () => run('DELETE FROM accounting.journal_entry_draft_line WHERE draft_id = $1', [draft]),
  ]) {
    await expectRefusal(work(), { code: 'BU196' });
  }
  await decide(id, checker);
  await expectRefusal(ledger.owner.query("UPDATE platform.approval_decision SET decision = 'reject'"), {
    code: 'BU001',
  });
  await run("UPDATE platform.approval_request SET state = 'voided', ended_at = now() WHERE id = $1", [id]);
  await expectAccepted(line(2));
});

it('a period that a policy covers is reopened by an approval of this transaction only', async () => {
  const period = ledger.books.periods['2026-12-01'];
  const set = (status: string) =>
    run('UPDATE accounting.fiscal_period SET status = $2 WHERE id = $1', [period, status]);
  await set('soft_closed');
  await expectAccepted(set('open'));
  await set('soft_closed');
  await policy('fiscal_period_reopening');
  await expectRefusal(set('open'), { code: 'BU197' });
});
