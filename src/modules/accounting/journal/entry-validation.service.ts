import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { EntryValidationView } from './entry-validation.dto.js';
import { validationOf } from './entry-validation.js';
import type { JournalEntryFields } from './journal-entries.dto.js';
import { requestOfBody } from './posting-request.js';
import { PostingPlanner } from './posting-planner.service.js';
import { rightsOf } from './posting-rights.js';

/** Tells what posting an entry would be refused for, without posting it. */
@Injectable()
export class EntryValidationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: PostingPlanner,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  validate(body: JournalEntryFields): Promise<EntryValidationView> {
    return this.unitOfWork.read(async (transaction) => {
      const named = body.legalEntityId?.toLowerCase() ?? (await this.legalEntity.resolve(undefined));
      const wish = { request: requestOfBody(body, named), rights: rightsOf(transaction.acting), pointer: '' };
      return validationOf(await this.planner.examine(transaction, wish));
    });
  }
}
