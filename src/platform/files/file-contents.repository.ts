import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';

/** How long an upload is believed to be under way: longer than any request is. */
const CLAIM: Statement = {
  name: 'claim_file_content',
  text: `
    INSERT INTO platform.file_content AS c (organization_id, sha256, size_bytes, arriving, held_until)
    VALUES ($1, $2, $3, 1, now() + interval '1 hour')
    ON CONFLICT (organization_id, sha256) DO UPDATE SET arriving = c.arriving + 1, held_until = excluded.held_until
      WHERE c.status = 'kept'
    RETURNING (xmax = 0) AS "isNew"`,
};
const USAGE: Statement = {
  name: 'file_usage',
  text: 'SELECT bytes FROM platform.file_usage WHERE organization_id = $1',
};
const RELEASE: Statement = {
  name: 'release_file_content',
  text: `
    UPDATE platform.file_content SET arriving = greatest(arriving - 1, 0)
    WHERE organization_id = $1 AND sha256 = $2`,
};
const MARK_USED: Statement = {
  name: 'mark_file_content_used',
  text: `
    UPDATE platform.file_content SET is_used = true, arriving = greatest(arriving - 1, 0)
    WHERE organization_id = $1 AND sha256 = $2`,
};
const LET_GO: Statement = {
  name: 'let_go_file_content',
  text: `
    UPDATE platform.file_content c SET is_used = EXISTS (
      SELECT FROM platform.file f WHERE f.organization_id = c.organization_id AND f.stored_sha256 = c.sha256)
    WHERE c.organization_id = $1 AND c.sha256 = $2`,
};
/** One whose removal was begun and not ended is taken up again. */
const BEGIN_REMOVAL: Statement = {
  name: 'begin_file_content_removal',
  text: `
    UPDATE platform.file_content c SET status = 'removing'
    WHERE c.organization_id = $1 AND c.sha256 = $2 AND NOT c.is_used AND (c.arriving = 0 OR c.held_until < now())
      AND NOT EXISTS (SELECT FROM platform.file f WHERE f.organization_id = c.organization_id AND f.stored_sha256 = c.sha256)
    RETURNING c.sha256`,
};
const END_REMOVAL: Statement = {
  name: 'end_file_content_removal',
  text: `DELETE FROM platform.file_content WHERE organization_id = $1 AND sha256 = $2 AND status = 'removing'`,
};
const FIND_UNUSED: Statement = {
  name: 'find_unused_file_contents',
  text: 'SELECT sha256 FROM platform.file_content WHERE organization_id = $1 AND NOT is_used ORDER BY sha256 LIMIT 1000',
};

/** Which contents an organization has in the storage, and which of them are on their way in or out. */
@Injectable()
export class FileContentsRepository {
  /** @returns nothing while the content is being removed */
  async claim(transaction: Transaction, sha256: string, size: number): Promise<{ isNew: boolean } | undefined> {
    const values = [transaction.organizationId, sha256, size];
    return (await transaction.rows<{ isNew: boolean }>(CLAIM, values))[0];
  }

  /** Bytes that the organization stores, claims included. Whoever has claimed one holds the count. */
  async usage(transaction: Transaction): Promise<number> {
    const [row] = await transaction.rows<{ bytes: string }>(USAGE, [transaction.organizationId]);
    return Number(row?.bytes ?? 0);
  }

  /** Ends a claim without a file. */
  async release(transaction: Transaction, sha256: string): Promise<void> {
    await transaction.rows(RELEASE, [transaction.organizationId, sha256]);
  }

  /** Ends a claim with a file. */
  async markUsed(transaction: Transaction, sha256: string): Promise<void> {
    await transaction.rows(MARK_USED, [transaction.organizationId, sha256]);
  }

  /** After a file of it was deleted. */
  async letGo(transaction: Transaction, sha256: string): Promise<void> {
    await transaction.rows(LET_GO, [transaction.organizationId, sha256]);
  }

  /** @returns whether it may be removed: from now on nobody can use it */
  async beginRemoval(transaction: Transaction, sha256: string): Promise<boolean> {
    return (await transaction.rows(BEGIN_REMOVAL, [transaction.organizationId, sha256])).length > 0;
  }

  async endRemoval(transaction: Transaction, sha256: string): Promise<void> {
    await transaction.rows(END_REMOVAL, [transaction.organizationId, sha256]);
  }

  async findUnused(transaction: Transaction): Promise<string[]> {
    const rows = await transaction.rows<{ sha256: string }>(FIND_UNUSED, [transaction.organizationId]);
    return rows.map(({ sha256 }) => sha256);
  }
}
