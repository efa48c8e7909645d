import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { SaleView } from './record-sale.dto.js';
import { keyOf, type RecordedSale } from './recorded-sales.repository.js';
import { namedCustomer, nameOf, SaleCustomers } from './sale-customers.service.js';
import { accountsOfPayments } from './sale-faults.js';
import { SaleDeciding } from './sale-deciding.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { PreparedSale, SaleWish } from './sale-plan.js';
import type { SaleParty } from './sale-invoicing.service.js';
import type { SalesChannel } from './sales-channel.js';
import { SalesForesight } from './sales-foresight.service.js';

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

type Tried<T> = { value?: T; reason?: Problem };

/** Decides sales as far as their channels and customers go: everything but what the ledger says. */
@Injectable()
export class SalesPreparing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly customers: SaleCustomers,
    private readonly deciding: SaleDeciding,
    private readonly foresight: SalesForesight,
  ) {}

  /**
   * Several at once, of customers that are known; each for itself.
   *
   * @param transaction that asks for facts once
   */
  async prepareKnown(transaction: Transaction, wishes: readonly SaleWish[]): Promise<SaleSoFar[]> {
    const books = await this.each(transaction, wishes, (part, wish) => this.booksOf(part, wish));
    const [{ channels, recorded }, parties] = await Promise.all([
      this.recordedBefore(transaction, wishes, books),
      this.knownParties(transaction, wishes, books),
    ]);
    const prepared = await this.each(transaction, wishes, async (part, wish, index): Promise<SaleSoFar> => {
      const channel = valueOf(channels[index]!);
      const key = keyIn(channel, wish);
      const found = recorded.get(keyOf(key));
      if (found) {
        return { wish, existing: await this.keeping.told(part, channel, key.externalId, found, wish.digest) };
      }
      const accountIds = accountsOfPayments(channel, wish.body.payments ?? []);
      namedCustomer(channel.code, wish.body.customer);
      const party = parties.get(wish);
      if (!party) return { wish, isApart: true };
      return { wish, sale: await this.deciding.decide(part, wish, channel, party, accountIds) };
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
    const legalEntityId = await this.booksOf(transaction, wish);
    const channel = await this.channelOf(transaction, wish, legalEntityId);
    const existing = await this.keeping.existing(transaction, channel, 'sale', body.externalId, digest);
    if (existing) return { wish, existing };
    const accountIds = accountsOfPayments(channel, wish.body.payments ?? []);
    const named = namedCustomer(channel.code, body.customer);
    const party = await this.customers.bring(transaction, { legalEntityId, named });
    return { wish, sale: await this.deciding.decide(transaction, wish, channel, party, accountIds) };
  }

  private async booksOf(transaction: Transaction, { body }: SaleWish): Promise<string> {
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    this.foresight.ofBooks(transaction, legalEntityId, body);
    return legalEntityId;
  }

  private async channelOf(transaction: Transaction, { body }: SaleWish, legalEntityId: string): Promise<SalesChannel> {
    const channel = await this.keeping.channel(transaction, legalEntityId, body.channelCode);
    this.foresight.ofPayments(transaction, channel, body);
    return channel;
  }

  private async recordedBefore(
    transaction: Transaction,
    wishes: readonly SaleWish[],
    books: readonly Tried<string>[],
  ): Promise<{ channels: Tried<SalesChannel>[]; recorded: Map<string, RecordedSale> }> {
    const channels = await this.each(transaction, wishes, (part, wish, index) =>
      this.channelOf(part, wish, valueOf(books[index]!)),
    );
    const keys = channels.flatMap(({ value }, index) => (value ? keyIn(value, wishes[index]!) : []));
    return { channels, recorded: await this.keeping.recordedBefore(transaction, keys) };
  }

  /** Whom sales are to, where nothing has to be written of it. */
  private async knownParties(
    transaction: Transaction,
    wishes: readonly SaleWish[],
    books: readonly Tried<string>[],
  ): Promise<Map<SaleWish, SaleParty | undefined>> {
    const customers = wishes.flatMap((wish, index) => {
      const { value: legalEntityId } = books[index]!;
      const named = nameOf(wish.body.channelCode, wish.body.customer);
      return legalEntityId && named ? { wish, legalEntityId, named } : [];
    });
    const found = await this.customers.known(transaction, customers);
    return new Map(customers.map(({ wish }, index) => [wish, found[index]]));
  }

  /** Each for whom it is; all have ended when this does, whatever became of them. */
  private async each<T>(
    transaction: Transaction,
    wishes: readonly SaleWish[],
    work: (part: Transaction, wish: SaleWish, index: number) => Promise<T>,
  ): Promise<Tried<T>[]> {
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

function valueOf<T>({ value, reason }: Tried<T>): T {
  if (reason) throw reason;
  return value!;
}

const keyIn = ({ id: channelId }: SalesChannel, { body: { externalId } }: SaleWish) => ({ channelId, externalId });
