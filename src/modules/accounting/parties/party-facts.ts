import type { PartyExternalId, PartyTaxId } from './party-fields.dto.js';
import type { PartyStatus } from './party-status.js';

/** What documents and postings need to know of a party: of the one that stands for it, where it was merged. */
export interface PartyFact {
  id: string;
  legalEntityId: string;
  number: string;
  name: string;
  /** Never `merged`, unless it was merged while the statement waited for it. */
  status: PartyStatus;
  holdReason: string | null;
  isCustomer: boolean;
  isVendor: boolean;
  language: string | null;
  currency: string | null;
  country: string | null;
  subdivision: string | null;
  taxClassCode: string | null;
  taxIds: PartyTaxId[];
  paymentTermsId: string | null;
  receivableAccountId: string | null;
  payableAccountId: string | null;
  /** In the functional currency; null where there is none. */
  creditLimit: string | null;
  isDunningBlocked: boolean;
  /** Whether it was found as itself, and not through one that was merged into it or an id that was recorded beside it. */
  isOwnKey: boolean;
}

/** How a party was named, and who that is. */
export interface NamedParty extends PartyFact {
  namedBy: 'id' | 'number' | 'external_id';
  key: string;
  source: string | null;
}

/** Those that were asked for, by whatever they were named. */
export class PartyFacts {
  private readonly named: ReadonlyMap<string, PartyFact>;

  constructor(rows: readonly NamedParty[]) {
    // What a party has itself comes after what was recorded beside another, and wins.
    this.named = new Map(
      rows.map(({ namedBy, key, source, ...fact }) => [placeOf(namedBy, fact.legalEntityId, key, source), fact]),
    );
  }

  byId(legalEntityId: string, id: string): PartyFact | undefined {
    return this.named.get(placeOf('id', legalEntityId, id, null));
  }

  byNumber(legalEntityId: string, number: string): PartyFact | undefined {
    return this.named.get(placeOf('number', legalEntityId, number, null));
  }

  byExternalId(legalEntityId: string, { source, externalId }: PartyExternalId): PartyFact | undefined {
    return this.named.get(placeOf('external_id', legalEntityId, externalId, source));
  }
}

const placeOf = (namedBy: string, legalEntityId: string, key: string, source: string | null): string =>
  JSON.stringify([namedBy, legalEntityId, key, source]);
