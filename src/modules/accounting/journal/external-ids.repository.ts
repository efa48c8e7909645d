import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { finding } from './planned-entry.js';

interface TakenRow {
  legal_entity_id: string;
  external_source: string;
  external_id: string;
  journal_code: string;
  number: number;
}

const FIND_TAKEN: Statement = {
  name: 'find_taken_external_ids',
  text: `
    SELECT e.legal_entity_id, e.external_source, e.external_id, j.code AS journal_code, e.number
    FROM unnest($2::uuid[], $3::text[], $4::text[]) AS wanted (legal_entity_id, external_source, external_id)
    JOIN accounting.journal_entry e
      ON e.organization_id = $1 AND e.legal_entity_id = wanted.legal_entity_id
      AND e.external_source = wanted.external_source AND e.external_id = wanted.external_id
    JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id`,
};

/** Keys of other systems: one entry each. */
@Injectable()
export class ExternalIdsRepository {
  async load(transaction: Transaction, requests: readonly PostingRequest[]): Promise<TakenExternalIds> {
    const keyed = requests.filter((request) => request.externalId !== undefined);
    if (keyed.length === 0) return new TakenExternalIds([]);
    const rows = await transaction.rows<TakenRow>(FIND_TAKEN, [
      transaction.organizationId,
      keyed.map((request) => request.legalEntityId),
      keyed.map((request) => request.externalSource),
      keyed.map((request) => request.externalId),
    ]);
    return new TakenExternalIds(rows);
  }
}

/** Knows the keys that the books hold, and those that earlier requests of the same command take. */
export class TakenExternalIds {
  private readonly holders: Map<string, string>;

  constructor(rows: readonly TakenRow[]) {
    this.holders = new Map(
      rows.map((row) => [
        keyOf(row.legal_entity_id, row.external_source, row.external_id),
        `entry ${row.journal_code} ${row.number} has it`,
      ]),
    );
  }

  /** Why the request cannot have its key; undefined where it can, or wants none. */
  faultOf(request: PostingRequest, pointer: string): ProblemError | undefined {
    const { legalEntityId, externalSource, externalId } = request;
    if ((externalSource === undefined) !== (externalId === undefined)) {
      return finding(
        pointer,
        externalId === undefined ? 'externalId' : 'externalSource',
        'external_id_pair',
        'Give externalSource and externalId together.',
      );
    }
    if (externalSource === undefined || externalId === undefined) return undefined;
    const holder = this.holders.get(keyOf(legalEntityId, externalSource, externalId));
    if (!holder) return undefined;
    return finding(
      pointer,
      'externalId',
      'external_id_taken',
      `The external id ${externalId} of ${externalSource} is taken: ${holder}.`,
    );
  }

  take({ legalEntityId, externalSource, externalId }: PostingRequest): void {
    if (externalSource === undefined || externalId === undefined) return;
    this.holders.set(
      keyOf(legalEntityId, externalSource, externalId),
      'an entry that is posted together with this one has it',
    );
  }
}

const keyOf = (legalEntityId: string, source: string, id: string) => JSON.stringify([legalEntityId, source, id]);
