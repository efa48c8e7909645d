import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ProblemError } from '#kernel/problem.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { JournalEntryDraftView } from '../drafts/journal-entry-drafts.dto.js';
import { JournalEntryDraftsRepository } from '../drafts/journal-entry-drafts.repository.js';
import type {
  CreateEntryTemplate,
  EntryTemplateView,
  UpdateEntryTemplate,
  UseEntryTemplate,
} from './entry-templates.dto.js';
import { EntryTemplatesRepository } from './entry-templates.repository.js';
import { fillTemplate } from './fill-template.js';
import { templateLineFaults } from './template-lines.js';

const ACTION = accountingPermissions.manageDrafts.name;

/** Entries that are written again and again: their lines once, their amounts and dates at each use. */
@Injectable()
export class EntryTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: EntryTemplatesRepository,
    private readonly drafts: JournalEntryDraftsRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<EntryTemplateView>> {
    return this.unitOfWork.read((transaction) => this.templates.list(transaction, request));
  }

  find(id: string): Promise<EntryTemplateView> {
    return this.unitOfWork.read((transaction) => this.templates.get(transaction, id));
  }

  create({ legalEntityId: named, lines, ...body }: CreateEntryTemplate): Promise<EntryTemplateView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const { functionalCurrency } = await this.legalEntity.describe(legalEntityId);
      const { currency = functionalCurrency, journalCode = null } = body;
      requireNone(templateLineFaults(lines, currency));
      const row = { ...body, id: newId(), legalEntityId, currency, journalCode };
      await this.templates.insert(transaction, row, lines);
      return this.templates.get(transaction, row.id);
    });
  }

  update(id: string, expectedVersion: number, { lines, ...body }: UpdateEntryTemplate): Promise<EntryTemplateView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const template = await this.templates.hold(transaction, id);
      requireVersion(template.version, expectedVersion);
      requireNone(templateLineFaults(lines ?? [], template.currency));
      await this.templates.update(transaction, Object.assign(template, body), lines);
      return this.templates.get(transaction, id);
    });
  }

  /** @throws Problem template_inactive, or template_refused with the amounts that it asks for */
  use(id: string, body: UseEntryTemplate): Promise<JournalEntryDraftView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const template = await this.templates.get(transaction, id);
      if (template.status !== 'active') {
        throw accountingProblems.template_inactive(`The template ${template.code} is inactive.`);
      }
      await this.legalEntity.resolveActive(template.legalEntityId, '');
      const { content, errors = [] } = fillTemplate(template, body);
      if (!content) throw templateRefusal(errors);
      const key = { id: newId(), legalEntityId: template.legalEntityId, copyOf: null };
      await this.drafts.insert(transaction, key, content);
      return this.drafts.get(transaction, key.id);
    });
  }
}

function requireNone(errors: ProblemError[]): void {
  if (errors.length > 0) throw templateRefusal(errors);
}

function templateRefusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return accountingProblems.template_refused(detail, errors);
}
