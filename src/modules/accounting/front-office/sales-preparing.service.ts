import { Injectable } from '@nestjs/common';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { SaleView } from './record-sale.dto.js';
import { keyOf, RecordedSalesRepository } from './recorded-sales.repository.js';
import { namedCustomer, SaleCustomers } from './sale-customers.service.js';
import { accountOfMethod, saleRefusal } from './sale-faults.js';
import { SaleDeciding } from './sale-deciding.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { PreparedSale, SaleWish } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';

/** What a sale comes to before the ledger is asked: the first that is there. */
export interface SaleSoFar {
  wish: SaleWish;
  /** Why there is none. */
  reason?: Problem;
  /** What was recorded before. */
  existing?: SaleView;
  /** It writes something about its customer, so it shares no transaction. */
  isApart?: true;
  sale?: PreparedSale;
}

/** Decides sales as far as their channels and customers go: everything but what the ledger says. */
@Injectable()
export class SalesPreparing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly recorded: RecordedSalesRepository,
    private readonly customers: SaleCustomers,
    private readonly deciding: SaleDeciding,
  ) {}

  /**
   * Several at once, of customers that are known; each for itself.
   *
   * @param transaction that asks for facts once
   */
  async prepareKnown(transaction: Transaction, wishes: readonly SaleWish[]): Promise<SaleSoFar[]> {
    const placed = await this.each(transaction, wishes, (part, wish) => this.place(part, wish));
    const keys = placed.flatMap(({ value }) => (value ? { channelId: value.id, externalId: value.externalId } : []));
    const known = await this.recorded.findAll(transaction, 'sale', keys);
    const named = await this.each(transaction, wishes, async (part, wish, index) => {
      const { value: channel, reason } = placed[index]!;
      if (!channel) throw reason!;
      const { externalId } = wish.body;
      const found = known.get(keyOf({ channelId: channel.id, externalId }));
      if (found) return { existing: await this.keeping.told(part, channel, externalId, found, wish.digest) };
      const accountIds = accountsOf(channel, wish);
      return { channel, accountIds, customer: { channel, named: namedCustomer(channel.code, wish.body.customer) } };
    });
    const customers = named.flatMap(({ value }) => value?.customer ?? []);
    const parties = new Map(
      (await this.customers.known(transaction, customers)).map((one, at) => [customers[at]!, one]),
    );
    const prepared = await this.each(transaction, wishes, async (part, wish, index): Promise<SaleSoFar> => {
      const { value, reason } = named[index]!;
      if (!value) throw reason!;
      if (value.existing) return { wish, existing: value.existing };
      const party = parties.get(value.customer);
      if (!party) return { wish, isApart: true };
      return { wish, sale: await this.deciding.decide(part, wish, value.channel, party, value.accountIds) };
    });
    return prepared.map(({ value, reason }, index) => value ?? { wish: wishes[index]!, reason: reason! });
  }

  /**
   * One alone, whose customer is made or changed by what is said of it.
   *
   * @throws Problem what refuses the sale, its customer, its invoice or a payment, with pointers into the sale
   */
  async prepareAlone(transaction: Transaction, wish: SaleWish): Promise<SaleSoFar> {
    const { body, digest } = wish;
    const channel = await this.place(transaction, wish);
    const existing = await this.keeping.existing(transaction, channel, 'sale', body.externalId, digest);
    if (existing) return { wish, existing };
    const accountIds = accountsOf(channel, wish);
    const party = await this.customers.bring(transaction, {
      channel,
      named: namedCustomer(channel.code, body.customer),
    });
    return { wish, sale: await this.deciding.decide(transaction, wish, channel, party, accountIds) };
  }

  private async place(transaction: Transaction, { body }: SaleWish): Promise<SalesChannel & { externalId: string }> {
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    const channel = await this.keeping.channel(transaction, legalEntityId, body.channelCode);
    return { ...channel, externalId: body.externalId };
  }

  /** Each for whom it is; all have ended when this does, whatever became of them. */
  private async each<T>(
    transaction: Transaction,
    wishes: readonly SaleWish[],
    work: (part: Transaction, wish: SaleWish, index: number) => Promise<T>,
  ): Promise<{ value?: T; reason?: Problem }[]> {
    const ended = await Promise.allSettled(
      wishes.map((wish, index) =>
        this.unitOfWork.onBehalfOf(transaction, wish.acting, (part) => work(part, wish, index)),
      ),
    );
    return ended.map((one) => {
      if (one.status === 'fulfilled') return { value: one.value };
      if (one.reason instanceof Problem) return { reason: one.reason };
      throw one.reason;
    });
  }
}

/** Where the money of each payment is, by the methods of the channel. */
function accountsOf(channel: SalesChannel, { body: { payments = [] } }: SaleWish): string[] {
  const faults: ProblemError[] = [];
  const accounts = payments.map(({ method }, index) =>
    accountOfMethod(channel, method, `/payments/${index}/method`, faults),
  );
  if (faults.length > 0) throw saleRefusal(faults);
  return accounts;
}
