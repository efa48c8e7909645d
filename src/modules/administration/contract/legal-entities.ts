import type { ElectronicAddress } from '#kernel/electronic-address.js';

/** The registered office. */
export interface PostalAddress {
  line1: string;
  line2?: string;
  postalCode?: string;
  city: string;
  region?: string;
  country: string;
}

export interface LegalEntityFact {
  id: string;
  name: string;
  functionalCurrency: string;
  /** Number in the register of companies. */
  registrationNumber: string | null;
  address: PostalAddress | null;
  taxRegistrations: readonly { country: string; type: string; number: string }[];
  /** Whom a customer asks about a document. */
  salesContact: { name: string; email?: string; phone?: string } | null;
  electronicAddress: ElectronicAddress | null;
  /** Where customers pay. */
  paymentAccounts: readonly PaymentAccountFact[];
  /** Nothing new is kept for an archived one; what it has stays readable. */
  status: 'active' | 'archived';
}

/** An account that is printed on documents in its currency, or on all others. */
export interface PaymentAccountFact {
  iban: string;
  bic?: string;
  bankName?: string;
  currency?: string;
}

/** Companies of the organization, for modules that keep something for them. Inside the caller's transaction. */
export abstract class LegalEntities {
  /**
   * The id of the legal entity that is meant where none is named: the default one, or the only one that is active.
   *
   * @throws Problem legal_entity_required where there are several and none is the default, or where there is none
   */
  abstract defaultOne(): Promise<string>;

  /** @throws Problem not_found for an id that the organization does not have */
  abstract get(id: string): Promise<LegalEntityFact>;

  /** Sets the currency that the entity's books are kept in; refused by the database once an entry is posted. */
  abstract setFunctionalCurrency(id: string, currency: string): Promise<void>;
}
