import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an account stands in the statement of cash flows, if not where its sub-type says. */
export class AccountingCashFlowSection1764400180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.account
        ADD COLUMN cash_flow_section text,
        ADD CONSTRAINT account_cash_flow_section_of_type CHECK (cash_flow_section IS NULL OR (NOT is_group AND CASE cash_flow_section
          WHEN 'cash' THEN type IN ('asset', 'liability')
          WHEN 'exchange_differences' THEN type IN ('income', 'expense')
          ELSE cash_flow_section IN ('operating', 'investing', 'financing') END));
      GRANT UPDATE (cash_flow_section) ON accounting.account TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounting.account DROP COLUMN cash_flow_section');
  }
}
