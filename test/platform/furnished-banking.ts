import type { Actor } from '../support/actor.js';
import { asOwner } from '../support/owner.js';
import { addBankAccount, mt940, ofx, statementImports, statementLines } from '../support/bank-statements.js';

type Line = [day: string, amount: string, text: string];

/** A bank account that nothing is signed off of, where lines wait; before all others in lists. */
const WAITING = '1940';
const SIGNED_OFF = '1942';

/** What operations on banks name, each to be used once. */
export interface BankIds {
  waitingBank: string;
  provableBank: string;
  /** Pairs of a line of a statement and one of the books of the same amount. */
  pairs: { told: string; booked: string }[];
  /** Lines of statements over 5.00 each, with nothing in the books. */
  alone: string[];
  /** Of the books, from before the bank account begins, and none of its balance. */
  before: string;
  /** That such lines need no entry, each of another line. */
  suggestions: string[];
}

/** A bank account, other than that of the examples, with a statement of one line; the later import is one to undo. */
export async function addBankStatement(actor: Actor): Promise<void> {
  const bank = await addBankAccount(actor, {
    accountCode: '1941',
    currency: 'EUR',
    iban: 'NL91ABNA0417164300',
    number: '77001',
  });
  const file = mt940('1/1', '100.00', '105.00', [['2026-01-05', '5.00', 'Interest']], bank.iban);
  const early = ofx('2026-01-01', '2026-01-02', null, [['2026-01-02', '1.00', 'Early', 'EARLY-1']], '77001');
  for (const one of [file, early]) {
    const { status, body } = await actor.upload(`${statementImports}?bankAccountId=${bank.id}`, one);
    if (status !== 200) throw new Error(`the statement answered ${JSON.stringify(body)}`);
  }
}

/** A bank account with lines that wait on both sides, and one that is signed off with a match. */
export async function addReconciledBanks(actor: Actor): Promise<void> {
  const waiting = await addOwnBank(actor, WAITING, 'SE4550000000058398257466', '50.00');
  await bookOn(actor, WAITING, ['2026-01-15', '50.00', 'Opening']);
  await bookOn(actor, WAITING, ['2026-01-20', '3.00', 'On its way']);
  const pairs = ['11.00', '12.00', '13.00', '14.00'].map((amount): Line => ['2026-02-05', amount, 'Pair']);
  const alone = Array.from({ length: 5 }, (_, index): Line => ['2026-02-06', '5.00', `Alone ${index}`]);
  for (const pair of pairs) await bookOn(actor, WAITING, pair);
  const suggested = Array.from({ length: 4 }, (_, index): Line => ['2026-02-07', '6.00', `Suggested ${index}`]);
  await addOwnStatement(actor, waiting, '50.00', '149.00', [...pairs, ...alone, ...suggested]);
  await addSuggestions(actor, waiting.id);
  const signedOff = await addOwnBank(actor, SIGNED_OFF, 'FI2112345600000785', '0.00');
  await addOwnStatement(actor, signedOff, '0.00', '2.00', [['2026-02-03', '2.00', 'Matched']]);
  await bookOn(actor, SIGNED_OFF, ['2026-02-03', '2.00', 'Matched']);
  await matchAll(actor, signedOff.id);
  await done(actor.post('/v1/accounting/bank-reconciliations', signOffOf(signedOff.id)));
}

/** What of the furnished banks operations name, with a bank account of the code that can be signed off. */
export async function bankIdsOf(actor: Actor, code = '1943', iban = 'DK5000400440116243'): Promise<BankIds> {
  const { body: accounts } = await actor.get('/v1/accounting/bank-accounts?limit=1');
  const waitingBank = accounts.data[0].id as string;
  const query = `bankAccountId=${waitingBank}&limit=200`;
  const told = (await actor.get(`${statementLines}?${query}&status=unmatched`)).body.data as Row[];
  const booked = (await actor.get(`/v1/accounting/bank-ledger-lines?${query}`)).body.data as Row[];
  const pairs = told.flatMap(({ id, amount }) => {
    const partner = booked.find((line) => line.amount === amount);
    return partner ? [{ told: id, booked: partner.id }] : [];
  });
  const provable = await addOwnBank(actor, code, iban, '0.00');
  await addOwnStatement(actor, provable, '0.00', '0.00', []);
  return {
    waitingBank,
    provableBank: provable.id,
    pairs,
    alone: told.filter(({ amount }) => amount === '5.00').map(({ id }) => id),
    before: booked.find(({ amount }) => amount === '3.00')!.id,
    suggestions: (await actor.get('/v1/accounting/bank-match-suggestions')).body.data.map(({ id }: Row) => id),
  };
}

/** A rule, and what a look has found by it; a worker would have looked. */
async function addSuggestions(actor: Actor, bankAccountId: string): Promise<void> {
  const { body: rule } = await actor.post('/v1/accounting/bank-match-rules', {
    bankAccountId,
    name: 'Own accounts',
    conditions: { text: { operator: 'starts_with', value: 'Suggested' } },
    action: { kind: 'exclude', reason: 'Between own accounts' },
  });
  const line = 'FROM accounting.bank_statement_line l WHERE l.organization_id = $1 AND l.bank_account_id = $2';
  const statements = [
    `INSERT INTO accounting.bank_match_run (organization_id, id, legal_entity_id, bank_account_id, lines, suggested, actor_id, ended_at)
     SELECT organization_id, id, legal_entity_id, id, 4, 4, id, now() FROM accounting.bank_account
     WHERE organization_id = $1 AND id = $2 AND $3::uuid IS NOT NULL`,
    `INSERT INTO accounting.bank_match_suggestion
       (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, run_id, place, score, is_certain, reasons,
        rule_id, rule_version, target_ids, target_key)
     SELECT l.organization_id, gen_random_uuid(), l.legal_entity_id, l.bank_account_id, l.id, $2, 1, 100, true, '{rule}', $3, 1,
            '{}', repeat('1', 64) ${line} AND l.remittance LIKE 'Suggested%'`,
    `INSERT INTO accounting.bank_match_rejection
       (organization_id, id, legal_entity_id, bank_account_id, statement_line_id, target_key, actor_id, action, request_id)
     SELECT l.organization_id, gen_random_uuid(), l.legal_entity_id, l.bank_account_id, l.id, repeat('2', 64), l.id, 'x', $3 ${line}
       AND l.remittance = 'Suggested 0'`,
  ];
  const values = [actor.organizationId, bankAccountId, rule.id];
  await asOwner(async (client) => {
    for (const statement of statements) await client.query(statement, values);
  });
}

export const signOffOf = (bankAccountId: string) => ({ bankAccountId, reconciledOn: '2026-02-28' });

interface Row {
  id: string;
  amount: string;
}

/** In the currency of the books, from February on. */
function addOwnBank(actor: Actor, accountCode: string, iban: string, openingBalance: string) {
  const { legalEntityId } = actor;
  const own = { accountCode, iban, openingBalance, name: `Bank ${accountCode}`, startsOn: '2026-02-01' };
  return addBankAccount(actor, { ...own, legalEntityId, ledger: { legalEntityId } });
}

async function addOwnStatement(actor: Actor, bank: Row & { iban: string }, from: string, to: string, lines: Line[]) {
  const file = mt940('1', from, to, lines, bank.iban)
    .toString()
    .replaceAll('EUR', 'SEK')
    .replaceAll('260131SEK', '260228SEK');
  await done(actor.upload(`${statementImports}?bankAccountId=${bank.id}`, Buffer.from(file)));
}

const bookOn = (actor: Actor, accountCode: string, [entryDate, amount, description]: Line) =>
  done(
    actor.post('/v1/accounting/journal-entries', {
      post: true,
      entryDate,
      description,
      lines: [
        { accountCode, debit: amount },
        { accountCode: '3000', credit: amount },
      ],
    }),
  );

async function matchAll(actor: Actor, bankAccountId: string): Promise<void> {
  const idsOf = async (list: string) =>
    (await actor.get(`${list}?bankAccountId=${bankAccountId}`)).body.data.map(({ id }: Row) => id);
  const statementLineIds = await idsOf(statementLines);
  const ledgerLineIds = await idsOf('/v1/accounting/bank-ledger-lines');
  await done(actor.post('/v1/accounting/bank-matches', { bankAccountId, statementLineIds, ledgerLineIds }));
}

async function done(request: PromiseLike<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await request;
  if (status > 201) throw new Error(`the bank answered ${text}`);
}
