import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal report reads each journal by date and number. */
export class AccountingJournalReport1764100050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX journal_entry_journal_idx
        ON accounting.journal_entry (organization_id, journal_id, entry_date, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX accounting.journal_entry_journal_idx`);
  }
}
