import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { type PartyFact } from '../parties/party-facts.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import type { PartyExternalId } from '../parties/party-fields.dto.js';
import type { PartyChange } from '../parties/party-writing.service.js';
import { isUpToDate, PartyUpserts } from '../parties/party-upserts.service.js';
import { printedBuyer } from '../receivables/documents/printed-parties.js';
import { SalesFactsRepository } from '../receivables/documents/sales-facts.repository.js';
import type { SaleCustomer } from './record-sale.dto.js';
import { saleRefusal } from './sale-faults.js';
import type { SaleParty } from './sale-invoicing.service.js';
import { toldAt } from './told-at.js';

/** How a sale names its customer. */
export type NamedCustomer =
  { partyId: string; key?: undefined } | { partyId?: undefined; key: PartyExternalId; said: PartyChange };

/** The customer of a sale in the books of a legal entity, as its channel names it. */
export interface CustomerOfSale {
  legalEntityId: string;
  named: NamedCustomer;
}

/** Finds whom sales are to. */
@Injectable()
export class SaleCustomers {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly facts: PartyFactsRepository,
    private readonly upserts: PartyUpserts,
    private readonly held: SalesFactsRepository,
  ) {}

  /** The one that is named, or the one that the channel knows, made or changed by what it says. */
  async bring(transaction: Transaction, { legalEntityId, named }: CustomerOfSale): Promise<SaleParty> {
    if (!named.key) return { partyId: named.partyId };
    const { party } = await toldAt('/customer', () =>
      this.upserts.upsert(transaction, legalEntityId, named.key, named.said),
    );
    return { partyId: party.id };
  }

  /** One that is known, before anything else is read of it: who issues to it meanwhile waits. */
  async holdAlone(transaction: Transaction, { legalEntityId, named }: CustomerOfSale): Promise<void> {
    const names = named.key ? { externalIds: [named.key] } : { ids: [named.partyId.toLowerCase()] };
    const found = await this.facts.load(transaction, { legalEntityIds: [legalEntityId], ...names });
    const known = named.key
      ? found.byExternalId(legalEntityId, named.key)
      : found.byId(legalEntityId, named.partyId.toLowerCase());
    if (known) await this.held.holdCustomers(transaction, [known.id], true);
  }

  /**
   * Those that are known, are what is said of them, and have no credit limit: for these nothing has to be written, and
   * nobody waits for anybody. They are held until the transaction ends.
   *
   * @returns in the order of the wishes, undefined for one that is not like this
   */
  async known(transaction: Transaction, wishes: readonly CustomerOfSale[]): Promise<(SaleParty | undefined)[]> {
    const found = await this.facts.loadAndHold(transaction, {
      legalEntityIds: [...new Set(wishes.map(({ legalEntityId }) => legalEntityId))],
      ids: wishes.flatMap(({ named }) => named.partyId?.toLowerCase() ?? []),
      externalIds: wishes.flatMap(({ named }) => named.key ?? []),
    });
    const facts = wishes.map(({ legalEntityId, named }) =>
      named.key ? found.byExternalId(legalEntityId, named.key) : found.byId(legalEntityId, named.partyId.toLowerCase()),
    );
    const views = await this.parties.findAll(transaction, [...new Set(facts.flatMap((fact) => fact?.id ?? []))]);
    return wishes.map(({ named }, index) => {
      const fact = facts[index];
      const view = fact && views.get(fact.id);
      if (!view || isApart(fact) || (named.key && !(fact.isOwnKey && isAsSaid(named, view)))) return undefined;
      const { number, name, legalName, addresses, taxIds, electronicAddress, language } = view;
      const printed = { number, name: legalName ?? name, addresses, taxIds, electronicAddress, language };
      return { partyId: fact.id, customer: { party: fact, buyer: printedBuyer(printed) } };
    });
  }
}

/** One that is merged meanwhile, and one whose limit counts what others charge it. */
const isApart = ({ status, creditLimit }: PartyFact): boolean => status === 'merged' || creditLimit !== null;

/** What cannot be said of it is refused where it is written. */
function isAsSaid({ key, said }: { key: PartyExternalId; said: PartyChange }, view: Parameters<typeof isUpToDate>[0]) {
  try {
    return isUpToDate(view, said, key);
  } catch {
    return false;
  }
}

/** @throws Problem sale_refused where it is named in two ways, or in none */
export function namedCustomer(channelCode: string, customer: SaleCustomer): NamedCustomer {
  const named = nameOf(channelCode, customer);
  if (named) return named;
  const message = 'A customer is named by partyId alone, or by externalId with what is to be known of it.';
  throw saleRefusal([{ pointer: '/customer', code: 'customer_unclear', message }]);
}

/** @returns undefined where it is named in two ways, or in none */
export function nameOf(channelCode: string, customer: SaleCustomer): NamedCustomer | undefined {
  const { partyId, externalId, ...fields } = customer;
  if (partyId === undefined && externalId !== undefined) {
    return { key: { source: channelCode, externalId }, said: { ...fields, isCustomer: true } };
  }
  const isAlone = externalId === undefined && Object.values(fields).every((one) => one === undefined);
  return partyId !== undefined && isAlone ? { partyId } : undefined;
}
