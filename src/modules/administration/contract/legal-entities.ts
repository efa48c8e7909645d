export interface LegalEntityFact {
  id: string;
  name: string;
  functionalCurrency: string;
}

/** Companies of the organization, for modules that keep something for them. Inside the caller's transaction. */
export abstract class LegalEntities {
  /**
   * The id of the organization's only legal entity.
   *
   * @throws Problem legal_entity_required when there are several, or none
   */
  abstract onlyOne(): Promise<string>;

  /** @throws Problem not_found for an id that the organization does not have */
  abstract get(id: string): Promise<LegalEntityFact>;

  /** Sets the currency that the entity's books are kept in; refused by the database once an entry is posted. */
  abstract setFunctionalCurrency(id: string, currency: string): Promise<void>;
}
