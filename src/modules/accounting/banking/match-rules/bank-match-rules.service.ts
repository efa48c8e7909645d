import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { inCurrency } from '../reading/read-values.js';
import { BankSuggestionsRepository } from '../suggestions/bank-suggestions.repository.js';
import { fits, ruleOf } from './bank-match-rule.js';
import { actionFaults, conditionFaults, postingFaults } from './bank-match-rule-faults.js';
import {
  type BankMatchRuleView,
  type BankRuleActionFields,
  type BankRulePreviewView,
  type CreateBankMatchRule,
  MOST_LOOKED_AT,
  MOST_PREVIEWED,
  type PreviewBankMatchRule,
  type UpdateBankMatchRule,
} from './bank-match-rules.dto.js';
import { BankMatchRulesRepository, type RuleContent } from './bank-match-rules.repository.js';

const MANAGE = bankingPermissions.manageBankMatchRules.name;
const USUAL_PRIORITY = 100;

type ActionContent = Pick<RuleContent, 'action' | 'postings' | 'partyId' | 'reason'>;

/** Rules by which lines of bank statements become what they are. */
@Injectable()
export class BankMatchRulesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: BankMatchRulesRepository,
    private readonly accounts: BankAccountsRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly lines: BankSuggestionsRepository,
  ) {}

  list(request: ListRequest): Promise<Page<BankMatchRuleView>> {
    return this.unitOfWork.read((transaction) => this.rules.list(transaction, request));
  }

  find(id: string): Promise<BankMatchRuleView> {
    return this.unitOfWork.read((transaction) => this.rules.get(transaction, id));
  }

  /** @throws Problem bank_match_rule_refused, bank_account_unknown */
  create({ legalEntityId: named, bankAccountId, ...body }: CreateBankMatchRule): Promise<BankMatchRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const bank = bankAccountId === undefined ? undefined : await this.accounts.named(transaction, bankAccountId);
      const legalEntityId = await this.legalEntity.resolveActive(named ?? bank?.legalEntityId);
      if (bank && bank.legalEntityId !== legalEntityId) {
        const message = 'The bank account is of another legal entity.';
        throw refusal([{ pointer: '/bankAccountId', code: 'other_legal_entity', message }]);
      }
      const { name, conditions, priority = USUAL_PRIORITY, isAutomatic = false } = body;
      refuseAny(conditionFaults(conditions, bank?.currency));
      const action = await this.actionOf(transaction, legalEntityId, body.action);
      const key = { id: newId(), legalEntityId, bankAccountId: bank?.id ?? null };
      const content = { name, conditions, priority, isAutomatic, ...action, status: 'active' } as const;
      await this.rules.insert(transaction, key, content);
      return this.rules.get(transaction, key.id);
    });
  }

  /** @throws Problem not_found, bank_match_rule_refused */
  update(id: string, expectedVersion: number, { action, ...body }: UpdateBankMatchRule): Promise<BankMatchRuleView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { legalEntityId, bankAccountId, version } = await this.rules.hold(transaction, id);
      requireVersion(version, expectedVersion);
      const before = await this.rules.content(transaction, id);
      const bank = bankAccountId === null ? undefined : await this.accounts.get(transaction, bankAccountId);
      if (body.conditions) refuseAny(conditionFaults(body.conditions, bank?.currency));
      const changed = action && (await this.actionOf(transaction, legalEntityId, action));
      await this.rules.update(transaction, id, { ...before, ...body, ...changed });
      return this.rules.get(transaction, id);
    });
  }

  /** Which of the lines that wait the conditions fit; keeps nothing. */
  preview({ bankAccountId, conditions }: PreviewBankMatchRule): Promise<BankRulePreviewView> {
    return this.unitOfWork.read(async (transaction) => {
      const bank = await this.accounts.named(transaction, bankAccountId);
      refuseAny(conditionFaults(conditions, bank.currency));
      const rules = await this.rules.active(transaction, bank);
      const lines = await this.lines.latest(transaction, bank.id, MOST_LOOKED_AT);
      const fitting = lines.filter((line) => fits(line, conditions));
      return {
        looked: lines.length,
        fitting: fitting.length,
        lines: fitting.slice(0, MOST_PREVIEWED).map((line) => {
          const { id, bookedOn, amount, counterpartyName, remittance } = line;
          const money = { amount: inCurrency(amount, bank.currency), currency: bank.currency };
          const told = { statementLineId: id, bookedOn, ...money, counterpartyName, remittance };
          return { ...told, ruleId: ruleOf(line, rules)?.id ?? null };
        }),
      };
    });
  }

  private async actionOf(
    transaction: Transaction,
    legalEntityId: string,
    action: BankRuleActionFields,
  ): Promise<ActionContent> {
    refuseAny(actionFaults(action));
    const { kind, postings = [], partyId: named, reason = null } = action;
    const codes = [...new Set(postings.map(({ accountCode }) => accountCode))];
    const found = codes.length === 0 ? [] : await this.rules.accounts(transaction, legalEntityId, codes);
    const byCode = new Map(found.map((account) => [account.code, account]));
    refuseAny(postingFaults(postings, byCode));
    const withId = postings.map(({ accountCode, ...one }) => ({ ...one, accountId: byCode.get(accountCode)!.id }));
    if (named === undefined) return { action: kind, postings: withId, partyId: null, reason };
    const partyId = await this.rules.party(transaction, legalEntityId, named);
    if (partyId !== undefined) return { action: kind, postings: [], partyId, reason };
    const message = `The legal entity has no party ${named}.`;
    throw refusal([{ pointer: '/action/partyId', code: 'unknown_party', message }]);
  }
}

function refuseAny(errors: ProblemError[]): void {
  if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return bankingProblems.bank_match_rule_refused(detail, errors.slice(0, 100));
}
