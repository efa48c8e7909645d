import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those whom a legal entity sells to and buys from. */
export class AccountingParty1764400011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.account
        ADD CONSTRAINT account_control_key UNIQUE (organization_id, legal_entity_id, id, control);

      -- The address that says where a party is established.
      CREATE FUNCTION accounting.seat_of_party(addresses jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE
        RETURN (SELECT a.address FROM jsonb_array_elements(addresses) WITH ORDINALITY AS a (address, place)
                ORDER BY array_position(ARRAY['registered', 'billing', 'shipping'], a.address ->> 'kind'), a.place LIMIT 1);

      CREATE TABLE accounting.party (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        number text COLLATE "C" NOT NULL CHECK (length(number) BETWEEN 1 AND 30),
        drawn_number bigint,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        legal_name text CHECK (length(legal_name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('organization', 'person')),
        is_customer boolean NOT NULL,
        is_vendor boolean NOT NULL,
        language text CHECK (length(language) BETWEEN 2 AND 35),
        currency text CONSTRAINT party_currency_fk REFERENCES platform.currency (code),
        addresses jsonb NOT NULL DEFAULT '[]',
        country text GENERATED ALWAYS AS (accounting.seat_of_party(addresses) ->> 'country') STORED,
        subdivision text GENERATED ALWAYS AS (accounting.seat_of_party(addresses) ->> 'subdivision') STORED,
        contacts jsonb NOT NULL DEFAULT '[]',
        tax_class_code text CHECK (length(tax_class_code) BETWEEN 1 AND 40),
        receivable_account_id uuid,
        receivable_control text GENERATED ALWAYS AS ('receivable') STORED,
        payable_account_id uuid,
        payable_control text GENERATED ALWAYS AS ('payable') STORED,
        payment_terms_id uuid,
        credit_limit numeric CONSTRAINT party_credit_limit CHECK (credit_limit >= 0 AND credit_limit < 1e18),
        is_dunning_blocked boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'on_hold', 'archived', 'merged')),
        hold_reason text CHECK (length(hold_reason) BETWEEN 1 AND 500),
        survivor_id uuid,
        is_merged boolean GENERATED ALWAYS AS (survivor_id IS NOT NULL) STORED,
        survivor_is_merged boolean GENERATED ALWAYS AS (CASE WHEN survivor_id IS NOT NULL THEN false END) STORED,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT party_number_key UNIQUE (organization_id, legal_entity_id, number),
        CONSTRAINT party_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT party_survivor_key UNIQUE (organization_id, legal_entity_id, id, is_merged),
        CONSTRAINT party_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT party_drawn_number CHECK (number = drawn_number::text),
        CONSTRAINT party_has_role CHECK (is_customer OR is_vendor),
        CONSTRAINT party_addresses CHECK (jsonb_typeof(addresses) = 'array'),
        CONSTRAINT party_contacts CHECK (jsonb_typeof(contacts) = 'array'),
        CONSTRAINT party_receivable_account_fk
          FOREIGN KEY (organization_id, legal_entity_id, receivable_account_id, receivable_control)
          REFERENCES accounting.account (organization_id, legal_entity_id, id, control),
        CONSTRAINT party_payable_account_fk FOREIGN KEY (organization_id, legal_entity_id, payable_account_id, payable_control)
          REFERENCES accounting.account (organization_id, legal_entity_id, id, control),
        CONSTRAINT party_payment_terms_fk FOREIGN KEY (organization_id, legal_entity_id, payment_terms_id)
          REFERENCES accounting.payment_terms (organization_id, legal_entity_id, id),
        CONSTRAINT party_hold_reason CHECK ((status = 'on_hold') = (hold_reason IS NOT NULL)),
        CONSTRAINT party_merged CHECK ((status = 'merged') = (survivor_id IS NOT NULL)),
        -- The survivor is of the same legal entity and was not merged itself: one step leads to it, and none in a circle.
        CONSTRAINT party_survivor_fk FOREIGN KEY (organization_id, legal_entity_id, survivor_id, survivor_is_merged)
          REFERENCES accounting.party (organization_id, legal_entity_id, id, is_merged),
        CONSTRAINT party_survivor_is_another CHECK (survivor_id <> id)
      );
      CREATE INDEX party_drawn_number_idx ON accounting.party (organization_id, legal_entity_id, drawn_number);
      CREATE INDEX party_number_idx ON accounting.party (organization_id, number, id);
      CREATE INDEX party_name_idx ON accounting.party (organization_id, name, id);
      CREATE INDEX party_name_prefix_idx ON accounting.party (organization_id, name COLLATE "C");
      CREATE INDEX party_updated_idx ON accounting.party (organization_id, updated_at, id);
      CREATE INDEX party_survivor_idx ON accounting.party (organization_id, survivor_id) WHERE survivor_id IS NOT NULL;
      CREATE INDEX party_payment_terms_idx ON accounting.party (organization_id, payment_terms_id)
        WHERE payment_terms_id IS NOT NULL;
      CALL platform.protect_table('accounting.party', 'mutable');
      CALL platform.wall_legal_entity('accounting.party');
      CALL platform.declare_personal('accounting.party', 'id', 'name', 'legal_name', 'addresses', 'contacts', 'hold_reason');
      GRANT UPDATE (name, legal_name, kind, is_customer, is_vendor, language, currency, addresses, contacts, tax_class_code,
                    receivable_account_id, payable_account_id, payment_terms_id, credit_limit, is_dunning_blocked, status,
                    hold_reason, survivor_id, version, updated_at) ON accounting.party TO bureau_app;
      -- Journal lines and documents name parties for good.
      CREATE TRIGGER kept BEFORE DELETE ON accounting.party FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE FUNCTION accounting.check_party() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        moving text[] := '{survivor_id,version,updated_at,country,subdivision,receivable_control,payable_control,is_merged,survivor_is_merged}';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'active' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU401', MESSAGE = 'A party begins as an active one.';
          END IF;
        ELSIF OLD.status = 'merged' THEN
          -- What is generated is not known yet.
          IF to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving THEN
            RAISE EXCEPTION USING ERRCODE = 'BU400', MESSAGE = 'The party was merged into another; it stays as it is.';
          END IF;
        ELSIF OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
                ('active', 'on_hold'), ('on_hold', 'active'), ('active', 'archived'), ('on_hold', 'archived'),
                ('archived', 'active'), ('active', 'merged'), ('on_hold', 'merged'), ('archived', 'merged')) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU401',
            MESSAGE = format('A party that is %s does not become %s.', OLD.status, NEW.status);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_party BEFORE INSERT OR UPDATE ON accounting.party
        FOR EACH ROW EXECUTE FUNCTION accounting.check_party();
    `);

    await runner.query(`
      -- Holds the party, so that nothing slips into one that is being merged.
      CREATE FUNCTION accounting.check_of_party() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        organization uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.organization_id ELSE NEW.organization_id END;
        party uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.party_id ELSE NEW.party_id END;
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN OLD; END IF;
        PERFORM FROM accounting.party p
          WHERE p.organization_id = organization AND p.id = party AND p.status <> 'merged' FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU400', MESSAGE = 'The party was merged into another; it stays as it is.';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;

      CREATE TABLE accounting.party_tax_id (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        party_id uuid NOT NULL,
        type text NOT NULL CHECK (type IN ('vat', 'ein', 'other')),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        number text COLLATE "C" NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
        place integer NOT NULL CHECK (place > 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT party_tax_id_key UNIQUE (organization_id, party_id, type, country, number),
        CONSTRAINT party_tax_id_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
          REFERENCES accounting.party (organization_id, legal_entity_id, id)
      );
      CREATE INDEX party_tax_id_number_idx ON accounting.party_tax_id (organization_id, number);
      CALL platform.protect_table('accounting.party_tax_id', 'mutable');
      CALL platform.wall_legal_entity('accounting.party_tax_id');
      CALL platform.declare_personal('accounting.party_tax_id', 'party_id', 'number');
      GRANT DELETE ON accounting.party_tax_id TO bureau_app;
      CREATE TRIGGER check_of_party BEFORE INSERT OR DELETE ON accounting.party_tax_id
        FOR EACH ROW EXECUTE FUNCTION accounting.check_of_party();

      -- Of its own: the same customer of a front office is another party in each legal entity.
      CREATE TABLE accounting.party_external_id (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        party_id uuid NOT NULL,
        source text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
        external_id text NOT NULL CHECK (length(external_id) BETWEEN 1 AND 200),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT party_external_id_key UNIQUE (organization_id, legal_entity_id, source, external_id),
        CONSTRAINT party_external_id_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
          REFERENCES accounting.party (organization_id, legal_entity_id, id)
      );
      CREATE INDEX party_external_id_party_idx ON accounting.party_external_id (organization_id, party_id);
      CREATE INDEX party_external_id_source_idx ON accounting.party_external_id (organization_id, source, external_id);
      CALL platform.protect_table('accounting.party_external_id', 'mutable');
      CALL platform.wall_legal_entity('accounting.party_external_id');
      GRANT DELETE ON accounting.party_external_id TO bureau_app;
      CREATE TRIGGER check_of_party BEFORE INSERT OR DELETE ON accounting.party_external_id
        FOR EACH ROW EXECUTE FUNCTION accounting.check_of_party();

      -- A number that nobody has and nobody else is being given. Two who draw at once do not wait for each other, and what is
      -- taken back leaves no gap for good.
      CREATE FUNCTION accounting.draw_party_number(organization uuid, entity uuid) RETURNS bigint
        LANGUAGE plpgsql AS $$
      DECLARE
        candidate bigint := coalesce((SELECT max(p.drawn_number) FROM accounting.party p
                                      WHERE p.organization_id = organization AND p.legal_entity_id = entity), 10000);
      BEGIN
        LOOP
          candidate := candidate + 1;
          CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('party number ' || entity || ' ' || candidate, 0));
          CONTINUE WHEN EXISTS (SELECT FROM accounting.party p WHERE p.organization_id = organization
                                  AND p.legal_entity_id = entity AND p.number = candidate::text);
          RETURN candidate;
        END LOOP;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION accounting.draw_party_number(uuid, uuid);
      DROP TABLE accounting.party_external_id, accounting.party_tax_id, accounting.party;
      DROP FUNCTION accounting.check_of_party(), accounting.check_party(), accounting.seat_of_party(jsonb);
      ALTER TABLE accounting.account DROP CONSTRAINT account_control_key;
    `);
  }
}
