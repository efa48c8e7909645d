import { Injectable } from '@nestjs/common';
import type { ProblemFactory } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { type MappingWish, planMapping } from './plan-mapping.js';
import { readMappingFile } from './read-mapping-file.js';
import { StatutoryChartsRepository } from './statutory-charts.repository.js';
import {
  type ImportMappingQuery,
  type MapAccounts,
  type MappingChangeView,
  StatutoryMappingView,
} from './statutory-mapping.dto.js';
import { statutoryMappingColumns, statutoryMappingTables } from './statutory-mapping.list.js';
import { StatutoryMappingRepository } from './statutory-mapping.repository.js';

const MANAGE = accountingPermissions.manageBooks.name;
const MOST_SHOWN = 100;

/** A statutory chart in the version that its changer has read, and whose accounts are mapped to it. */
interface Target {
  chartId: string;
  version: number;
  legalEntityId: string | undefined;
  /** Where the request names the legal entity. */
  pointer: string;
}

/** Maps accounts to the lines of statutory charts, many to one; the accounts themselves do not change. */
@Injectable()
export class StatutoryMappingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly charts: StatutoryChartsRepository,
    private readonly mapping: StatutoryMappingRepository,
  ) {}

  list(chartId: string, request: ListRequest): Promise<Page<StatutoryMappingView>> {
    return this.unitOfWork.read(async (transaction) => {
      await this.charts.get(transaction, chartId);
      const rows = await request.rows<StatutoryMappingView>(transaction, {
        columns: statutoryMappingColumns,
        from: statutoryMappingTables,
        where: 'account.organization_id = $1 AND NOT account.is_group',
        parameters: [transaction.organizationId, chartId],
      });
      return request.page(rows, (row) => StatutoryMappingView.from(row));
    });
  }

  map(chartId: string, version: number, { legalEntityId, mappings }: MapAccounts): Promise<MappingChangeView> {
    const wishes = mappings.map((one, index) => ({ ...one, at: { pointer: `/mappings/${index}` } }));
    const target = { chartId, version, legalEntityId, pointer: '/legalEntityId' };
    return this.unitOfWork.run(MANAGE, (transaction) =>
      this.change(transaction, target, wishes, accountingProblems.statutory_mapping_refused),
    );
  }

  async importFile(
    chartId: string,
    version: number,
    bytes: Buffer,
    { dryRun = false, legalEntityId }: ImportMappingQuery,
  ): Promise<MappingChangeView> {
    const { wishes, errors } = readMappingFile(bytes);
    if (errors) throw accountingProblems.import_refused(detailOf(errors), errors);
    const target = { chartId, version, legalEntityId, pointer: '?legalEntityId' };
    const work = (transaction: Transaction) =>
      this.change(transaction, target, wishes, accountingProblems.import_refused);
    if (!dryRun) return this.unitOfWork.run(MANAGE, work);
    return { ...(await this.unitOfWork.rehearse(MANAGE, work)), status: 'dry_run', version };
  }

  private async change(
    transaction: Transaction,
    { chartId, version, legalEntityId: named, pointer }: Target,
    wishes: readonly MappingWish[],
    problem: ProblemFactory,
  ): Promise<MappingChangeView> {
    requireVersion(await this.charts.hold(transaction, chartId), version);
    const legalEntityId = await this.legalEntity.resolve(named, pointer);
    const codes = wishes.map(({ accountCode }) => accountCode);
    const accounts = await this.mapping.accounts(transaction, chartId, legalEntityId, codes);
    const lines = await this.charts.lines(transaction, chartId);
    const { changes, faults } = planMapping(wishes, accounts, new Map(lines.map(({ code, id }) => [code, id])));
    if (faults) throw problem(detailOf(faults), faults.slice(0, MOST_SHOWN));
    const hasChanges = changes.set.length + changes.removed.length > 0;
    await this.mapping.apply(transaction, chartId, changes);
    if (hasChanges) await this.charts.change(transaction, chartId);
    const unmapped = await this.mapping.countUnmapped(transaction, chartId, legalEntityId);
    const status = hasChanges ? 'mapped' : 'nothing_new';
    return { status, chartId, legalEntityId, version: version + (hasChanges ? 1 : 0), ...changes.counts, unmapped };
  }
}

function detailOf(errors: readonly { message: string }[]): string {
  return errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
}
