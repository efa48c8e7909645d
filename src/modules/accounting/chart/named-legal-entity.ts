import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import { accountingProblems } from '../accounting.problems.js';

/** The legal entity that a request is about: the one it names, or the organization's only one. */
@Injectable()
export class NamedLegalEntity {
  constructor(private readonly legalEntities: LegalEntities) {}

  /** @throws Problem legal_entity_required or legal_entity_unknown, both with the pointer `/legalEntityId` */
  async resolve(legalEntityId: string | undefined): Promise<string> {
    if (legalEntityId === undefined) return this.legalEntities.onlyOne();
    try {
      return (await this.legalEntities.get(legalEntityId)).id;
    } catch (error) {
      // What is missing is not the address that was called but a record that the body names.
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      throw accountingProblems.legal_entity_unknown(error.detail, [
        { pointer: '/legalEntityId', code: 'unknown_legal_entity', message: error.detail },
      ]);
    }
  }
}
