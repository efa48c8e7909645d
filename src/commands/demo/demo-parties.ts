import type { INestApplicationContext } from '@nestjs/common';
import { AllocationService } from '#modules/accounting/open-items/allocation.service.js';
import type { OpenItemView } from '#modules/accounting/open-items/open-items.dto.js';
import { OpenItemsRepository } from '#modules/accounting/open-items/open-items.repository.js';
import { PartiesService } from '#modules/accounting/parties/parties.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { factsOfCustomer } from './customers.js';
import type { DemoEntry } from './demo-entry.js';

/** More than any of them has. */
const MOST_ITEMS = 10_000;
const RECEIVABLES = '1100';

/** The customers and vendors of the demo organization: they are there before the entries; what vendors are owed is settled at the end. */
export class DemoParties {
  private readonly invoices = new Map<string, string>();
  private readonly payments: { entryId: string; settles: string; date: string }[] = [];

  private constructor(
    private readonly app: INestApplicationContext,
    readonly ids: ReadonlyMap<string, string>,
  ) {}

  static async make(
    app: INestApplicationContext,
    legalEntityId: string,
    entries: readonly DemoEntry[],
  ): Promise<DemoParties> {
    const customers = new Map<string, boolean>();
    for (const { account, party } of entries.flatMap(({ lines }) => lines)) {
      if (party) customers.set(party, account === RECEIVABLES);
    }
    const ids = new Map<string, string>();
    for (const [name, isCustomer] of customers) {
      const parties = app.get(PartiesService, { strict: false });
      const facts = isCustomer ? factsOfCustomer(name) : {};
      const party = { legalEntityId, name, isCustomer, isVendor: !isCustomer, ...facts };
      ids.set(name, (await parties.create(party)).id);
    }
    return new DemoParties(app, ids);
  }

  /** Which entries are invoices and which pay them. */
  posted(entries: readonly DemoEntry[], results: readonly { id?: string | null }[]): void {
    for (const [index, { date, reference, settles, lines }] of entries.entries()) {
      const entryId = results[index]!.id!;
      if (settles) this.payments.push({ entryId, settles, date });
      else if (reference && lines.some(({ party }) => party)) this.invoices.set(reference, entryId);
    }
  }

  /** Each payment with its invoice, on the day of the payment. */
  async settle(): Promise<void> {
    const items = await this.openItems();
    const byDay = new Map<string, { debitItemId: string; creditItemId: string }[]>();
    for (const { entryId, settles, date } of this.payments) {
      const [paid, charged] = [items.get(entryId)!, items.get(this.invoices.get(settles)!)!];
      const [credit, debit] = paid.amount.startsWith('-') ? [paid, charged] : [charged, paid];
      byDay.set(date, [...(byDay.get(date) ?? []), { debitItemId: debit.id, creditItemId: credit.id }]);
    }
    const allocation = this.app.get(AllocationService, { strict: false });
    for (const [effectiveOn, pairs] of byDay) await allocation.allocate({ pairs, effectiveOn });
  }

  /** By their entries, which have one each. */
  private async openItems(): Promise<Map<string, OpenItemView>> {
    const repository = this.app.get(OpenItemsRepository, { strict: false });
    const found = await this.app.get(UnitOfWork, { strict: false }).read(async (transaction) => {
      const items: OpenItemView[] = [];
      for (const partyId of this.ids.values()) {
        for (const control of ['receivable', 'payable'] as const) {
          const of = { partyId, control, through: '9999-12-31' };
          items.push(...(await repository.findOpen(transaction, of, MOST_ITEMS)));
        }
      }
      return items;
    });
    return new Map(found.map((item) => [item.entryId, item]));
  }
}
