import { type Actor, newActor } from './actor.js';
import { RECEIPTS } from './receipts.js';
import { feeOf, openExpected, type WithheldScene } from './withholdings.js';

export const INVOICES = '/v1/accounting/invoices';

/** Books with a customer who withholds IRPF, and what tests do with them. */
export class ExpectedBooks {
  private constructor(
    readonly actor: Actor,
    readonly scene: WithheldScene,
  ) {}

  /** @param rate what of the rate, 15 % of the net amount, is otherwise */
  static async open(rate: object = {}): Promise<ExpectedBooks> {
    const actor = await newActor();
    return new ExpectedBooks(actor, await openExpected(actor, rate));
  }

  /** Payment terms EARLY, due in 30 days, with discounts. */
  async offerEarly(...discounts: { percentage: string; days: number }[]): Promise<void> {
    const terms = { code: 'EARLY', name: 'Early', instalments: [{ percentage: '100', days: 30 }], discounts };
    const answer = await this.actor.post('/v1/accounting/payment-terms', terms);
    if (answer.status !== 201) throw new Error(answer.text);
  }

  /** An invoice of net amounts, each a line with 21 % of VAT; answers it. */
  async issue(net: string | string[], change: object = {}) {
    const answer = await this.actor.post(INVOICES, feeOf(this.scene.customer, net, change));
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  /** Takes it back, wholly unless told otherwise; answers the credit note. */
  async credit(id: string, body: object = {}) {
    const content = { reason: 'Returned', issuedOn: '2026-03-10', ...body };
    const answer = await this.actor.post(`${INVOICES}/${id}/credit`, content);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  /** The items of an invoice, the first due first. */
  async itemsOf({ entryId }: { entryId: string }): Promise<{ id: string }[]> {
    const { data } = (await this.actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body;
    return (data as { id: string; dueOn: string }[]).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  }

  async summary() {
    return (await this.actor.get('/v1/accounting/withholding-summary?from=2026-01-01&to=2026-12-31')).body;
  }

  pay(allocations: object[], amount: string) {
    const { customer: partyId, money } = this.scene;
    const body = { partyId, receivedOn: '2026-03-20', amount, bankAccountId: money.bankAccountId, allocations };
    return this.actor.post(RECEIPTS, body);
  }
}

/** Base, taxable part and amount of each withholding of a document. */
export const amountsOf = ({ withholdings: all }: { withholdings: Record<string, string>[] }) =>
  all.map(({ base, taxable, amount }) => [base, taxable, amount].join(' '));
