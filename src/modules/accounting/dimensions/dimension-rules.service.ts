import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { Account } from '../chart/account.entity.js';
import { DimensionRule } from './dimension-rule.entity.js';
import {
  type CreateDimensionRule,
  type DimensionRuleRow,
  DimensionRuleView,
  type UpdateDimensionRule,
} from './dimension-rules.dto.js';
import { dimensionRuleColumns, dimensionRuleSource } from './dimension-rules.list.js';
import { DimensionValue } from './dimension-value.entity.js';
import { Dimension } from './dimension.entity.js';

const MANAGE = accountingPermissions.manageBooks.name;

const FIND: Statement = {
  name: 'find_dimension_rule',
  text: [
    'SELECT',
    dimensionRuleColumns,
    'FROM',
    dimensionRuleSource,
    'WHERE rule.organization_id = $1 AND rule.id = $2',
  ].join(' '),
};

/** What accounts say of dimensions: that their lines need, refuse or by default take a value. */
@Injectable()
export class DimensionRulesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<DimensionRuleView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<DimensionRuleRow>(transaction, {
        columns: dimensionRuleColumns,
        from: dimensionRuleSource,
        where: 'rule.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => DimensionRuleView.from(row));
    });
  }

  find(id: string): Promise<DimensionRuleView> {
    return this.unitOfWork.read((transaction) => view(transaction, id));
  }

  create(body: CreateDimensionRule): Promise<DimensionRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const { requirement, defaultValueCode = null } = body;
      const { account, dimension } = await findSubjects(transaction, body);
      const defaultValueId = await holdDefault(transaction, dimension, requirement, defaultValueCode);
      const { id: accountId, legalEntityId } = account;
      const key = { organizationId, id: newId(), legalEntityId, accountId, dimensionId: dimension.id };
      await manager.save(manager.create(DimensionRule, { ...key, requirement, defaultValueId }));
      return view(transaction, key.id);
    });
  }

  update(id: string, expectedVersion: number, body: UpdateDimensionRule): Promise<DimensionRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { organizationId, manager } = transaction;
      const lock = { mode: 'pessimistic_write' } as const;
      const rule = await manager.findOne(DimensionRule, { where: { organizationId, id }, lock });
      if (!rule) throw notFound(id);
      requireVersion(rule.version, expectedVersion);
      const known = await view(transaction, id);
      const { requirement = known.requirement, defaultValueCode = known.defaultValueCode } = body;
      const dimension = await manager.findOneOrFail(Dimension, { where: { organizationId, id: rule.dimensionId } });
      const defaultValueId = await holdDefault(transaction, dimension, requirement, defaultValueCode);
      await manager.save(Object.assign(rule, { requirement, defaultValueId }));
      return view(transaction, id);
    });
  }
}

async function view(transaction: Transaction, id: string): Promise<DimensionRuleView> {
  const [row] = await transaction.rows<DimensionRuleRow>(FIND, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return DimensionRuleView.from(row);
}

/** The account and the dimension of a new rule, both of one legal entity. */
async function findSubjects(
  { organizationId, manager }: Transaction,
  { accountId, dimensionId }: CreateDimensionRule,
): Promise<{ account: Account; dimension: Dimension }> {
  const account = await manager.findOne(Account, { where: { organizationId, id: accountId } });
  if (!account) throw refusal('/accountId', 'unknown_account', `There is no account ${accountId}.`);
  if (account.isGroup) {
    throw refusal('/accountId', 'account_is_group', `Account ${account.code} is a group, which has no lines.`);
  }
  const { legalEntityId } = account;
  const dimension = await manager.findOne(Dimension, { where: { organizationId, legalEntityId, id: dimensionId } });
  if (dimension) return { account, dimension };
  const message = `The legal entity of account ${account.code} has no dimension ${dimensionId}.`;
  throw refusal('/dimensionId', 'unknown_dimension', message);
}

/** The value that lines take by default, held so that it stays active until the rule is there. */
async function holdDefault(
  { organizationId, manager }: Transaction,
  dimension: Dimension,
  requirement: DimensionRule['requirement'],
  code: string | null,
): Promise<string | null> {
  if (code === null) return null;
  const pointer = '/defaultValueCode';
  if (requirement === 'blocked') {
    const message = 'An account that takes no value of a dimension has no default of it.';
    throw refusal(pointer, 'blocked_with_default', message);
  }
  const where = { organizationId, dimensionId: dimension.id, code };
  const value = await manager.findOne(DimensionValue, { where, lock: { mode: 'pessimistic_read' } });
  if (!value) {
    throw refusal(pointer, 'unknown_dimension_value', `The dimension ${dimension.code} has no value ${code}.`);
  }
  if (value.status !== 'active') {
    throw refusal(pointer, 'dimension_value_inactive', `The value ${code} is inactive; activate it first.`);
  }
  return value.id;
}

const refusal = (pointer: string, code: string, message: string) =>
  accountingProblems.dimension_refused(message, [{ pointer, code, message }]);

const notFound = (id: string) => platformProblems.not_found(`There is no dimension rule ${id}.`);
