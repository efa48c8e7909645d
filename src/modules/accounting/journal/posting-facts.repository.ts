import { Injectable } from '@nestjs/common';
import { findCurrency } from '#kernel/currency.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { GENERAL_JOURNAL } from '../chart/standard-journals.js';
import { loadDimensionFacts } from './dimension-facts.repository.js';
import {
  type AccountFact,
  type ApprovalLimit,
  type JournalFact,
  type PartyFact,
  type PeriodFact,
  PostingFacts,
} from './posting-facts.js';

interface BooksRow {
  legalEntityId: string;
  functionalCurrency: string;
  roundingAccountId: string | null;
  isArchived: boolean;
}

interface FactsRow {
  books: BooksRow[] | null;
  accounts: AccountFact[] | null;
  journals: JournalFact[] | null;
  periods: PeriodFact[] | null;
  approvalPolicies: ApprovalLimit[] | null;
  parties: PartyFact[] | null;
}

/** Everything that a set of requests names, in one statement. */
const LOAD_FACTS: Statement = {
  name: 'load_posting_facts',
  text: `
    SELECT
      (SELECT json_agg(json_build_object('legalEntityId', b.legal_entity_id, 'functionalCurrency', b.functional_currency,
                                         'roundingAccountId', b.rounding_account_id,
                                         'isArchived', b.legal_entity_status = 'archived'))
       FROM accounting.books b
       WHERE b.organization_id = $1 AND b.legal_entity_id = ANY ($2)) AS books,
      (SELECT json_agg(json_build_object('id', a.id, 'legalEntityId', a.legal_entity_id, 'code', a.code, 'name', a.name,
                                         'isGroup', a.is_group, 'isActive', a.status = 'active', 'control', a.control,
                                         'currency', a.currency,
                                         'hasDimensionRules', a.has_dimension_rules))
       FROM (SELECT * FROM accounting.account
             WHERE organization_id = $1 AND legal_entity_id = ANY ($2) AND code = ANY ($3)
             UNION
             SELECT * FROM accounting.account WHERE organization_id = $1 AND id = ANY ($4)
             UNION
             SELECT a.* FROM accounting.books b
             JOIN accounting.account a ON a.organization_id = b.organization_id AND a.id = b.rounding_account_id
             WHERE b.organization_id = $1 AND b.legal_entity_id = ANY ($2)) a) AS accounts,
      (SELECT json_agg(json_build_object('id', j.id, 'legalEntityId', j.legal_entity_id, 'code', j.code,
                                         'isActive', j.status = 'active'))
       FROM accounting.journal j
       WHERE j.organization_id = $1 AND j.legal_entity_id = ANY ($2) AND j.code = ANY ($5)) AS journals,
      (SELECT json_agg(json_build_object('id', p.id, 'legalEntityId', p.legal_entity_id, 'fiscalYearId', p.fiscal_year_id,
                                         'startsOn', p.starts_on, 'endsOn', p.ends_on, 'status', p.status,
                                         'isAdjustment', p.is_adjustment, 'fiscalYearStatus', p.fiscal_year_status))
       FROM accounting.fiscal_period p
       WHERE p.organization_id = $1 AND p.legal_entity_id = ANY ($2)
         AND p.starts_on <= $7 AND p.ends_on >= $6) AS periods,
      (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'amountFrom', p.amount_from::text, 'currency', p.currency,
                                         'legalEntityId', p.legal_entity_id, 'makerRole', p.maker_role))
       FROM platform.approval_policy p
       WHERE p.organization_id = $1 AND p.subject_kind = 'journal_entry' AND p.is_active) AS "approvalPolicies",
      (SELECT json_agg(json_build_object('id', p.id, 'legalEntityId', p.legal_entity_id, 'name', p.name, 'survivorId', p.survivor_id))
       FROM accounting.party p
       WHERE p.organization_id = $1 AND p.id = ANY ($8)) AS parties`,
};

@Injectable()
export class PostingFactsRepository {
  /** @param besides accounts that are needed besides those that the requests name */
  async load(
    transaction: Transaction,
    requests: readonly NamedThings[],
    besides: readonly { accountCode: string }[] = [],
  ): Promise<PostingFacts> {
    const dates = requests.map((request) => request.entryDate).sort();
    const lines = requests.flatMap((request) => request.lines);
    const [row] = await transaction.rows<FactsRow>(LOAD_FACTS, [
      transaction.organizationId,
      distinct(requests.map((request) => request.legalEntityId)),
      distinct([...lines, ...besides].flatMap((line) => line.accountCode ?? [])),
      distinct(lines.flatMap((line) => line.accountId ?? [])),
      distinct(requests.map((request) => request.journalCode ?? GENERAL_JOURNAL)),
      dates[0],
      dates.at(-1),
      distinct(lines.flatMap((line) => line.partyId ?? [])),
    ]);
    const { books, accounts, journals, periods, approvalPolicies, parties } = row!;
    const dimensions = await loadDimensionFacts(transaction, {
      legalEntityIds: distinct(requests.map((request) => request.legalEntityId)),
      named: lines.flatMap((line) => line.dimensions ?? []),
      accountIds: (accounts ?? []).filter((account) => account.hasDimensionRules).map(({ id }) => id),
    });
    return new PostingFacts({
      books: (books ?? []).map((one) => ({ ...one, functionalCurrency: findCurrency(one.functionalCurrency)! })),
      accounts: accounts ?? [],
      journals: journals ?? [],
      periods: periods ?? [],
      dimensions,
      approvalLimits: approvalPolicies ?? [],
      parties: parties ?? [],
    });
  }
}

/** The part of a posting request that names rows of the books. */
export interface NamedThings {
  legalEntityId: string;
  journalCode?: string;
  entryDate: CalendarDate;
  lines: readonly Pick<PostingRequest['lines'][number], 'accountCode' | 'accountId' | 'dimensions' | 'partyId'>[];
}

const distinct = (values: string[]) => [...new Set(values)];
