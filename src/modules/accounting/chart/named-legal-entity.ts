import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import { LegalEntities, type LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import { accountingProblems } from '../accounting.problems.js';

/** The legal entity that a request is about: the one it names, or the default one of the organization. */
@Injectable()
export class NamedLegalEntity {
  constructor(private readonly legalEntities: LegalEntities) {}

  /**
   * @param pointer where the request names it: of the body, or `?legalEntityId` of the query
   * @throws Problem legal_entity_required or legal_entity_unknown, both with that pointer
   */
  async resolve(legalEntityId: string | undefined, pointer = '/legalEntityId'): Promise<string> {
    if (legalEntityId === undefined) return this.legalEntities.defaultOne().catch(pointingAt(pointer));
    return (await this.describe(legalEntityId, pointer)).id;
  }

  /** The same with its name and currency. */
  async describe(legalEntityId: string | undefined, pointer = '/legalEntityId'): Promise<LegalEntityFact> {
    const found = await this.find(legalEntityId ?? (await this.resolve(undefined, pointer)));
    if (typeof found === 'object') return found;
    throw accountingProblems.legal_entity_unknown(found, [{ pointer, code: 'unknown_legal_entity', message: found }]);
  }

  /**
   * The same for what is new in the books, which an archived legal entity takes none of.
   *
   * @throws Problem legal_entity_archived besides
   */
  async resolveActive(legalEntityId: string | undefined, pointer = '/legalEntityId'): Promise<string> {
    const id = await this.resolve(legalEntityId, pointer);
    const { name, status } = await this.legalEntities.get(id);
    if (status === 'active') return id;
    const message = `${name} is archived: reactivate it to add to its books.`;
    throw accountingProblems.legal_entity_archived(message, [{ pointer, code: 'legal_entity_archived', message }]);
  }

  /** Those of the ids that are of no legal entity of the organization, each with what to say of it. */
  async unknownAmong(ids: readonly string[]): Promise<Map<string, string>> {
    const unknown = new Map<string, string>();
    const look = async (id: string) => {
      const found = await this.find(id);
      if (typeof found === 'string') unknown.set(id, found);
    };
    await Promise.all([...new Set(ids)].map(look));
    return unknown;
  }

  /** The legal entity, or why there is none. What is missing is not what the address names, so it is no "not found". */
  private async find(id: string): Promise<LegalEntityFact | string> {
    try {
      return await this.legalEntities.get(id);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return error.detail;
      throw error;
    }
  }
}

/** The same refusal, told of the place where this request names the legal entity. */
function pointingAt(pointer: string) {
  return (error: unknown): never => {
    if (!(error instanceof Problem)) throw error;
    const { code, status, title, detail, errors } = error;
    const placed = errors.map((one) => ({ ...one, pointer }));
    throw new Problem(code, status, title, detail, placed);
  };
}
