import { ExpectedBooks } from './expected-withholdings.js';
import { REFUNDS } from './receipts.js';
import { expectedWithholdings } from './withholdings.js';

export const irpf = { code: 'IRPF' };

/** Books with a customer who withholds IRPF, and is paid back. */
export class RefundedBooks {
  private constructor(readonly books: ExpectedBooks) {}

  static async open(): Promise<RefundedBooks> {
    return new RefundedBooks(await ExpectedBooks.open());
  }

  /** What the customer got back; the body may be changed. */
  refund(items: object[], change: object = {}, query = '') {
    const { customer: partyId, money } = this.books.scene;
    const body = { partyId, refundedOn: '2026-04-01', bankAccountId: money.bankAccountId, items };
    return this.books.actor.post(REFUNDS + query, { ...body, ...change });
  }

  /** An invoice of 1,210.00 of which 1,060.00 is paid and 150.00 withheld, unless told otherwise. */
  async paid(amount = '1060.00') {
    const invoice = await this.books.issue('1000');
    const [item] = await this.books.itemsOf(invoice);
    const receipt = await this.books.pay([{ openItemId: item!.id, amount, withholding: irpf }], amount);
    if (receipt.status !== 201) throw new Error(receipt.text);
    return { invoice, receipt: receipt.body };
  }

  /** The same, taken back; answers the credit that is open. */
  async credited(amount?: string) {
    const { invoice, receipt } = await this.paid(amount);
    const credit = await this.books.credit(invoice.id);
    const [item] = await this.books.itemsOf(credit);
    return { invoice, receipt, credit, item: item!.id };
  }

  /** What is told of a document under its code. */
  async expectedOf(documentId: string) {
    return (await this.books.actor.get(`${expectedWithholdings}?documentId=${documentId}`)).body.data[0];
  }
}
