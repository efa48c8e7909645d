-- Every tenth invoice was paid in June: an item of the payment and an allocation each, beside what is open.
CREATE OR REPLACE PROCEDURE bench.settle_receivables(organization uuid, actor uuid)
  LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL session_replication_role = replica;
  CREATE TEMPORARY TABLE paid ON COMMIT DROP AS
    SELECT i.*, gen_random_uuid() AS payment_id, DATE '2026-06-01' + e.number % 30 AS paid_on
    FROM accounting.open_item i JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
    WHERE i.organization_id = organization AND e.number % 10 = 0;
  INSERT INTO accounting.open_item
    (organization_id, id, legal_entity_id, entry_id, line_number, account_id, control, party_id, currency, entry_date, amount,
     functional_amount, open_amount, functional_open)
    SELECT p.organization_id, p.payment_id, p.legal_entity_id, p.entry_id, 3, p.account_id, 'receivable', p.party_id, p.currency,
           p.paid_on, -p.amount, -p.functional_amount, 0, 0
    FROM paid p;
  INSERT INTO accounting.allocation
    (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
     functional_credit, actor_id, action, request_id)
    SELECT p.organization_id, p.payment_id, p.legal_entity_id, p.payment_id, p.id, p.payment_id, p.paid_on, p.amount,
           p.functional_amount, p.functional_amount, actor, 'bench', p.payment_id
    FROM paid p;
  UPDATE accounting.open_item i SET open_amount = 0, functional_open = 0
    FROM paid p WHERE i.organization_id = p.organization_id AND i.id = p.id;
END $$;

-- What is open in a plain table: what the database itself needs to add it up, without row security, history or names.
CREATE OR REPLACE PROCEDURE bench.copy_open_items() LANGUAGE sql AS $$
  CREATE TABLE bench.open_item AS
    SELECT party_id, currency, due_on, open_amount, functional_open FROM accounting.open_item WHERE open_amount <> 0;
$$;
