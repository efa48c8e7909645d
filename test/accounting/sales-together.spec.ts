import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { vat } from '../support/sales.js';
import { openShop, order } from '../support/front-office.js';
import { asOwner } from '../support/owner.js';

const SALES = '/v1/accounting/sales-documents';
const INVOICES = '/v1/accounting/invoices';

let actor: Actor;
let colleague: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openShop(actor);
  colleague = await colleagueOf(actor, ['integrator']);
});

const customer = (name: string) => ({ externalId: name, name });

/** An order that is paid by card, under ids of its own. */
const sale = (id: string, of: string, change: object = {}) =>
  order({
    externalId: id,
    customer: customer(of),
    payments: [{ method: 'card', amount: '1304.90', fee: '18.27', externalId: `payment of ${id}` }],
    ...change,
  });

/** One that is not paid. */
const bill = (id: string, of: string, change: object = {}) => sale(id, of, { payments: [], ...change });

/** Who is sent it, and under which key. */
interface Sent {
  by: Actor;
  body: ReturnType<typeof order>;
  key?: string;
}

const handOver = ({ by, body, key }: Sent): Promise<Answer> =>
  by.post(SALES, body, key === undefined ? {} : { 'Idempotency-Key': key });

interface Kept {
  externalId: string;
  actorId: string;
  document: string;
  inTransaction: string;
  requestIds: string[];
  actorIds: string[];
}

/** What was recorded, with who did it, as every fact of it says. */
const recorded = () =>
  asOwner(async (client) => {
    const { rows } = await client.query<Kept>(
      `SELECT r.external_id AS "externalId", d.actor_id AS "actorId", d.id AS document, r.xmin::text AS "inTransaction",
              array_agg(DISTINCT f.request_id) AS "requestIds", array_agg(DISTINCT f.actor_id) AS "actorIds"
       FROM accounting.recorded_sale r
       JOIN accounting.sales_document d ON d.organization_id = r.organization_id AND d.id = r.document_id
       CROSS JOIN LATERAL (
         SELECT e.actor_id, e.request_id FROM accounting.journal_entry e
         WHERE e.organization_id = $1 AND (e.id = d.entry_id OR e.origin_id = ANY (r.settlement_ids))
         UNION ALL SELECT s.actor_id, s.request_id FROM accounting.settlement s
         WHERE s.organization_id = $1 AND s.id = ANY (r.settlement_ids)
         UNION ALL SELECT a.actor_id, a.request_id FROM accounting.allocation a
         WHERE a.organization_id = $1 AND a.group_id = ANY (r.settlement_ids)) f
       WHERE r.organization_id = $1 GROUP BY 1, 2, 3, 4`,
      [actor.organizationId],
    );
    return new Map(rows.map((row) => [row.externalId, row]));
  });

const told = (type: string) =>
  asOwner(async (client) => {
    const text = 'SELECT subject, data FROM platform.outbox_event WHERE organization_id = $1 AND type = $2';
    return (await client.query<{ subject: string; data: object }>(text, [actor.organizationId, type])).rows;
  });

/** Every answer is what is read of the invoice afterwards, and numbers run from one without a gap. */
async function expectKept(answers: readonly Answer[]) {
  const documents = new Map(answers.map(({ body }) => [body.document.id as string, body]));
  for (const [id, body] of documents) {
    expect((await actor.get(`${INVOICES}/${id}`)).body).toEqual(body.document);
  }
  const numbers = [...documents.values()].map(({ document }) => document.number as string).sort();
  expect(numbers).toEqual(numbers.map((_, index) => `INV-2026-${String(index + 1).padStart(6, '0')}`));
  const balance = (
    await actor.get('/v1/accounting/reports/account-statement?accountCode=1100&from=2026-01-01&to=2026-12-31')
  ).body;
  const items = (await actor.get('/v1/accounting/open-items?limit=200')).body.data as {
    functionalOpenAmount: string;
  }[];
  const open = items.reduce((sum, { functionalOpenAmount }) => sum + Math.round(Number(functionalOpenAmount) * 100), 0);
  expect(Math.round(Number(balance.account.closing) * 100)).toBe(open);
}

it('sales of 16 clients share transactions, and each is kept as its own', async () => {
  for (const name of ['Nord', 'Ost']) await handOver({ by: actor, body: sale(`first of ${name}`, name) });
  const sent = Array.from({ length: 16 }, (_, index): Sent => {
    const by = index % 2 === 0 ? actor : colleague;
    return { by, body: sale(`order-${index}`, index % 3 === 0 ? 'Nord' : 'Ost'), key: `key-${index}` };
  });
  const answers = await Promise.all(sent.map(handOver));
  expect(answers.map(({ status, body }) => [status, body.outcome])).toEqual(sent.map(() => [200, 'recorded']));
  const first = await Promise.all(
    ['Nord', 'Ost'].map((name) => handOver({ by: actor, body: sale(`first of ${name}`, name) })),
  );
  await expectKept([...answers, ...first]);
  const kept = await recorded();
  expect(new Set([...kept.values()].map(({ inTransaction }) => inTransaction)).size).toBeLessThan(sent.length);
  const owners = new Map(sent.map(({ by, body }, index) => [body.externalId, { by, answer: answers[index]! }]));
  const people = new Map<Actor, Set<string>>();
  for (const [externalId, { by, answer }] of owners) {
    const { document, actorId, actorIds, requestIds } = kept.get(externalId)!;
    expect(document).toBe(answer.body.document.id);
    expect(actorIds).toEqual([actorId]);
    expect(answer.body.document.issuedBy).toBe(actorId);
    expect(requestIds).toEqual([answer.headers['request-id']]);
    people.set(by, (people.get(by) ?? new Set()).add(actorId));
  }
  expect([...people.values()].map(({ size }) => size)).toEqual([1, 1]);
  expect((await told('accounting.sale.recorded.v1')).map(({ subject }) => subject).sort()).toEqual(
    [...kept.values()].map(({ document }) => document).sort(),
  );
  expect(await told('accounting.receipt.recorded.v1')).toHaveLength(kept.size);

  const again = await Promise.all(sent.map(handOver));
  expect(again.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
  expect(again.every(({ headers }) => headers['idempotent-replayed'] === 'true')).toBe(true);
  expect((await recorded()).size).toBe(kept.size);
});

it('of good, refused, repeated and new ones each has its own end', async () => {
  await handOver({ by: actor, body: sale('first', 'Nord') });
  const good = Array.from({ length: 5 }, (_, index) => sale(`good-${index}`, 'Nord'));
  const fresh = Array.from({ length: 4 }, (_, index) => sale(`fresh-${index}`, 'Süd'));
  const changed = Array.from({ length: 2 }, (_, index) =>
    sale(`changed-${index}`, 'Nord', { customer: { ...customer('Nord'), name: 'Nord AG' } }),
  );
  const twice = [sale('twice', 'Nord'), sale('twice', 'Nord'), sale('twice', 'Nord')];
  const either = [sale('either', 'Nord'), bill('either', 'Nord')];
  const dear = sale('dear', 'Nord', { totals: { gross: '1.00' } });
  const untaxed = sale('untaxed', 'Nord', { shipping: { amount: '10.00', taxCodes: ['NONE'] } });
  const late = sale('late', 'Nord', { issuedOn: '2031-01-01' });
  const nobody = sale('nobody', 'Nord', { customer: { externalId: 'unknown' } });
  const paidTwice = sale('paid twice', 'Nord', {
    payments: [{ method: 'card', amount: '1.00', externalId: 'payment of first' }],
  });
  const sent = [...good, ...fresh, ...changed, ...twice, ...either, dear, untaxed, late, nobody, paidTwice].map(
    (body, index): Sent => ({ by: index % 2 === 0 ? actor : colleague, body }),
  );
  const answers = await Promise.all(sent.map(handOver));
  const of = (bodies: readonly object[]) => answers.filter((_, index) => bodies.includes(sent[index]!.body));
  for (const { status, body } of of([...good, ...fresh, ...changed])) {
    expect({ status, outcome: body.outcome }).toEqual({ status: 200, outcome: 'recorded' });
  }
  const outcomes: string[] = of(twice).map(({ body }) => body.outcome);
  expect(outcomes.sort()).toEqual(['existing', 'existing', 'recorded']);
  expect(new Set(of(twice).map(({ body }) => body.document.id)).size).toBe(1);
  const codes = of(either).map(({ body }) => (body.code as string | undefined) ?? '');
  expect(codes.sort()).toEqual(['', 'sale_taken']);
  expect(of([dear])[0]!.body).toMatchObject({ code: 'sale_totals_differ', errors: [{ pointer: '/totals/gross' }] });
  expect(of([untaxed])[0]!.body).toMatchObject({ status: 422, errors: [{ pointer: '/shipping/taxCodes/0' }] });
  expect(of([late])[0]!.body).toMatchObject({ status: 422, errors: [{ pointer: '/issuedOn' }] });
  expect(of([nobody])[0]!.body).toMatchObject({ status: 422, errors: [{ pointer: '/customer/name' }] });
  expect(of([paidTwice])[0]!.body).toMatchObject({ status: 409, code: 'settlement_taken' });
  const made = answers.filter(({ status }) => status === 200);
  await expectKept([...made, await handOver({ by: actor, body: sale('first', 'Nord') })]);
  expect((await recorded()).size).toBe(1 + 5 + 4 + 2 + 1 + 1);
  // Those who came at once were of one name or the other; who comes last decides.
  const named = { customer: { ...customer('Nord'), name: 'Nord AG' } };
  await handOver({ by: actor, body: sale('last', 'Nord', named) });
  const { data } = (await actor.get('/v1/accounting/parties')).body;
  expect(data.map(({ name }: { name: string }) => name).sort()).toEqual(['Nord AG', 'Süd']);
});

it('a credit limit holds for 12 at once, and the others of other customers go on', async () => {
  const { body } = await handOver({ by: actor, body: bill('first', 'Nord') });
  await handOver({ by: actor, body: sale('other', 'Ost') });
  const party = (await actor.get(`/v1/accounting/parties/${body.document.partyId}`)).body;
  await actor.patch(`/v1/accounting/parties/${party.id}`, { creditLimit: '4000.00' }, `"${party.version}"`);
  const bills = Array.from({ length: 8 }, (_, index) => bill(`bill-${index}`, 'Nord'));
  const others = Array.from({ length: 4 }, (_, index) => sale(`other-${index}`, 'Ost'));
  const sent = [...bills, ...others].map((one): Sent => ({ by: actor, body: one }));
  const answers = await Promise.all(sent.map(handOver));
  expect(answers.slice(8).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const refused = answers.slice(0, 8).filter(({ status }) => status !== 200);
  expect(refused.map(({ body: problem }) => problem.code)).toEqual(refused.map(() => 'credit_limit_passed'));
  // 1,304.90 are owed already: two more come to 3,914.70.
  expect(refused).toHaveLength(6);
  const { data } = (await actor.get(`/v1/accounting/open-items?partyId=${party.id}`)).body;
  expect(data.map(({ openAmount }: { openAmount: string }) => openAmount)).toEqual(['1304.90', '1304.90', '1304.90']);
});

describe('what lasts beyond the sale', () => {
  const created = async (path: string, body: object) => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  };
  const service = { service: { from: '2026-03-01', through: '2027-02-28' }, deferral: 'by_month' };
  const line = (change: object) => ({ description: 'Support', quantity: '1', unitPrice: '120.00', ...change });
  const support = (id: string) =>
    sale(id, 'Nord', {
      lines: [line({ taxCodes: ['CASH20'], ...service }), line({ taxCodes: ['VAT25'] })],
      shipping: undefined,
      totals: { gross: '294.00' },
      payments: [
        { method: 'card', amount: '100.00', externalId: `first of ${id}` },
        { method: 'cash', amount: '194.00', externalId: `rest of ${id}`, paidOn: '2026-04-02' },
      ],
    });

  beforeEach(async () => {
    await created('accounts', { code: '2615', name: 'Output tax not yet due', type: 'liability' });
    await created('accounts', {
      code: '2970',
      name: 'Deferred revenue',
      type: 'liability',
      subtype: 'deferred_income',
    });
    await created('posting-accounts', { purpose: 'deferred_revenue', accountCode: '2970' });
    await created('tax-codes', vat('CASH20', '0.20', { isCashBasis: true, cashBasisAccountCode: '2615' }));
  });

  it('is earned over time and taxed when it is paid, alone, together and in a dry run', async () => {
    const shown = await actor.post(`${SALES}?dryRun=true`, support('shown'));
    expect(shown.status).toBe(200);
    const origins = (shown.body.entries as { origin: { type: string } }[]).map(({ origin }) => origin.type);
    expect(origins).toEqual(['invoice', 'receipt', 'receipt', 'cash_basis_tax', 'cash_basis_tax']);
    const first = await handOver({ by: actor, body: support('alone') });
    expect(first.body).toMatchObject({ outcome: 'recorded', document: { status: 'paid', openAmount: '0.00' } });
    const plain = Array.from({ length: 4 }, (_, index) => sale(`plain-${index}`, 'Nord'));
    const lasting = Array.from({ length: 4 }, (_, index) => support(`lasting-${index}`));
    const answers = await Promise.all([...plain, ...lasting].map((body) => handOver({ by: colleague, body })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await expectKept([first, ...answers]);
    const { data } = (await actor.get('/v1/accounting/deferrals')).body;
    expect(data.map(({ amount }: { amount: string }) => amount)).toEqual(Array.from({ length: 5 }, () => '120.00'));
    const due = (await actor.get('/v1/accounting/tax-lines?isDeferred=false&taxCode=CASH20&limit=200')).body.data;
    const days = (due as { taxPointOn: string; functionalTax: string }[]).map(
      (one) => `${one.taxPointOn} ${one.functionalTax}`,
    );
    expect(days.sort()).toEqual([
      ...Array.from({ length: 5 }, () => '2026-03-05 8.16'),
      ...Array.from({ length: 5 }, () => '2026-04-02 15.84'),
    ]);
  });
});
