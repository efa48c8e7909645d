import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain over the audit trail and other facts: sealed by a job, provable by anybody who may read. */
export class PlatformAuditSeal1764200031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Facts that seals cover: their record type and the functions that know them.
      --   waiting()                              organizations with facts that no seal covers
      --   take(organization)                     some of them: series, place, digest; the next call gives others
      --   inspect(organization, series, places)  the digests of facts as they are now: place, record_id, digest
      CREATE TABLE platform.sealed_record_type (
        record_type text PRIMARY KEY,
        waiting text NOT NULL,
        take text NOT NULL,
        inspect text NOT NULL
      );
      GRANT SELECT ON platform.sealed_record_type TO bureau_app;

      -- A link of the chain: digests of facts of one series, in their order, under a root that covers the root before.
      CREATE TABLE platform.audit_seal (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        sequence bigint NOT NULL CHECK (sequence > 0),
        record_type text NOT NULL REFERENCES platform.sealed_record_type (record_type),
        series text NOT NULL,
        places bigint[] NOT NULL,
        digests bytea[] NOT NULL,
        root bytea NOT NULL CHECK (length(root) = 32),
        sealed_at timestamptz NOT NULL DEFAULT now(),
        last_place bigint NOT NULL GENERATED ALWAYS AS (places[cardinality(places)]) STORED,
        PRIMARY KEY (organization_id, sequence),
        CONSTRAINT audit_seal_digest_each CHECK (cardinality(places) > 0 AND cardinality(places) = cardinality(digests))
      );
      CREATE INDEX audit_seal_series_idx ON platform.audit_seal (organization_id, record_type, series, sequence) INCLUDE (last_place);
      CALL platform.protect_table('platform.audit_seal', 'derived');
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON platform.audit_seal
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON platform.audit_seal
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

      CREATE FUNCTION platform.seal_root(
        previous bytea, sequence bigint, record_type text, series text, sealed_at timestamptz, places bigint[], digests bytea[]
      ) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT sha256(
          coalesce(previous, decode(repeat('00', 32), 'hex'))
          || convert_to(concat_ws(chr(10), sequence, record_type, series, (extract(epoch FROM sealed_at) * 1000000)::bigint,
                                  array_to_string(places, ','), ''), 'UTF8')
          || (SELECT string_agg(d.digest, ''::bytea ORDER BY d.at) FROM unnest(digests) WITH ORDINALITY AS d (digest, at)))
      $$;

      CREATE FUNCTION platform.audit_entry_digest(entry platform.audit_entry) RETURNS bytea
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT sha256(convert_to(jsonb_build_array(
          entry.organization_id, entry.id, entry.table_name, entry.row_id, entry.operation, entry.row_before, entry.row_after,
          entry.actor_id, entry.action, entry.request_id, entry.recorded_at)::text, 'UTF8'))
      $$;
    `);

    await runner.query(`
      CREATE FUNCTION platform.audit_entries_waiting() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        SELECT DISTINCT u.organization_id FROM platform.unsealed_audit_entry u
      $$;

      CREATE FUNCTION platform.take_audit_entries(organization uuid)
        RETURNS TABLE (series text, place bigint, digest bytea) LANGUAGE sql AS $$
        WITH next AS MATERIALIZED (
          SELECT a.id FROM platform.unsealed_audit_entry u
          JOIN platform.audit_entry a ON a.organization_id = u.organization_id AND a.id = u.audit_entry_id
          WHERE u.organization_id = organization ORDER BY a.id LIMIT 1000
        ), taken AS (
          DELETE FROM platform.unsealed_audit_entry u USING next
            WHERE u.organization_id = organization AND u.audit_entry_id = next.id RETURNING next.id
        )
        SELECT '', a.id, platform.audit_entry_digest(a)
        FROM taken JOIN platform.audit_entry a ON a.organization_id = organization AND a.id = taken.id
      $$;

      CREATE FUNCTION platform.inspect_audit_entries(organization uuid, series text, places bigint[])
        RETURNS TABLE (place bigint, record_id uuid, digest bytea) LANGUAGE sql STABLE AS $$
        SELECT a.id, a.row_id, platform.audit_entry_digest(a)
        FROM platform.audit_entry a WHERE a.organization_id = organization AND a.id = ANY (places)
      $$;

      INSERT INTO platform.sealed_record_type (record_type, waiting, take, inspect) VALUES
        ('platform.audit_entry', 'platform.audit_entries_waiting', 'platform.take_audit_entries', 'platform.inspect_audit_entries');

      -- Tells the relay in which organizations there is something to seal, and nothing of what.
      CREATE FUNCTION platform.find_unsealed_organizations() RETURNS SETOF uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        kind platform.sealed_record_type;
        found_ids uuid[] := '{}';
        more uuid[];
      BEGIN
        FOR kind IN SELECT * FROM platform.sealed_record_type LOOP
          EXECUTE format('SELECT array_agg(id) FROM %s() AS id', kind.waiting::regproc) INTO more;
          found_ids := found_ids || more;
        END LOOP;
        RETURN QUERY SELECT DISTINCT id FROM unnest(found_ids) AS id;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.find_unsealed_organizations() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.find_unsealed_organizations() TO bureau_relay;

      -- Seals facts of the organization, some thousands at once, and gives how many; none are left when that is none. Runs
      -- as the owner, so that nobody can write a seal of his own making.
      CREATE FUNCTION platform.seal_facts() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        kind platform.sealed_record_type;
        batch record;
        last_sequence bigint;
        last_root bytea;
        sealed integer := 0;
      BEGIN
        IF organization IS NULL THEN RETURN 0; END IF;
        -- One at a time; the statements after this see the seals of the one before.
        PERFORM pg_advisory_xact_lock(hashtextextended('audit seal ' || organization, 0));
        SELECT s.sequence, s.root INTO last_sequence, last_root FROM platform.audit_seal s
          WHERE s.organization_id = organization ORDER BY s.sequence DESC LIMIT 1;
        FOR kind IN SELECT * FROM platform.sealed_record_type ORDER BY record_type LOOP
          FOR batch IN EXECUTE format('SELECT t.series, array_agg(t.place ORDER BY t.place) AS places,
                                              array_agg(t.digest ORDER BY t.place) AS digests
                                       FROM %s($1) t GROUP BY t.series ORDER BY t.series', kind.take::regproc)
            USING organization
          LOOP
            last_sequence := coalesce(last_sequence, 0) + 1;
            last_root := platform.seal_root(last_root, last_sequence, kind.record_type, batch.series, now(),
                                            batch.places, batch.digests);
            INSERT INTO platform.audit_seal (organization_id, sequence, record_type, series, places, digests, root)
              VALUES (organization, last_sequence, kind.record_type, batch.series, batch.places, batch.digests, last_root);
            sealed := sealed + cardinality(batch.places);
          END LOOP;
        END LOOP;
        RETURN sealed;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.seal_facts() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.seal_facts() TO bureau_app;
    `);

    await runner.query(`
      -- Proves a range of seals against each other and against the facts as they are. Runs as its caller, who sees the
      -- facts of his organization only. A row for every fault.
      CREATE FUNCTION platform.check_seals(first_sequence bigint, last_sequence bigint)
        RETURNS TABLE (sequence bigint, record_type text, series text, place bigint, record_id uuid, fault text)
        LANGUAGE plpgsql STABLE AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        seal platform.audit_seal;
        expected bigint := first_sequence;
        previous bytea;
        inspect text;
      BEGIN
        SELECT s.root INTO previous FROM platform.audit_seal s
          WHERE s.organization_id = organization AND s.sequence = first_sequence - 1;
        FOR seal IN
          SELECT s.* FROM platform.audit_seal s
          WHERE s.organization_id = organization AND s.sequence BETWEEN first_sequence AND last_sequence ORDER BY s.sequence
        LOOP
          IF seal.sequence <> expected THEN
            RETURN QUERY SELECT expected, NULL::text, NULL::text, NULL::bigint, NULL::uuid, 'seal_dropped';
          ELSIF seal.root <> platform.seal_root(previous, seal.sequence, seal.record_type, seal.series, seal.sealed_at,
                                                seal.places, seal.digests) THEN
            RETURN QUERY SELECT seal.sequence, seal.record_type, seal.series, NULL::bigint, NULL::uuid, 'seal_changed';
          END IF;
          SELECT k.inspect::regproc::text INTO inspect FROM platform.sealed_record_type k WHERE k.record_type = seal.record_type;
          RETURN QUERY EXECUTE format('
            SELECT $1, $2, $3, s.place, now_is.record_id,
                   CASE WHEN now_is.place IS NULL THEN ''row_dropped'' ELSE ''row_changed'' END
            FROM unnest($4, $5) AS s (place, digest)
            LEFT JOIN %s($6, $3, $4) now_is USING (place)
            WHERE now_is.digest IS DISTINCT FROM s.digest ORDER BY s.place', inspect)
            USING seal.sequence, seal.record_type, seal.series, seal.places, seal.digests, organization;
          expected := seal.sequence + 1;
          previous := seal.root;
        END LOOP;
        IF expected <= last_sequence THEN
          RETURN QUERY SELECT expected, NULL::text, NULL::text, NULL::bigint, NULL::uuid, 'seal_dropped';
        END IF;
      END $$;

      -- Audit rows that are neither sealed nor waiting, pointers to rows that are gone, and personal values that are not
      -- those which their rows commit to.
      CREATE FUNCTION platform.check_audit_entries()
        RETURNS TABLE (sequence bigint, record_type text, series text, place bigint, record_id uuid, fault text)
        LANGUAGE sql STABLE AS $$
        WITH entry AS MATERIALIZED (
          SELECT a.* FROM platform.audit_entry a WHERE a.organization_id = platform.current_organization_id()
        ), waiting AS MATERIALIZED (
          SELECT u.audit_entry_id AS id FROM platform.unsealed_audit_entry u
          WHERE u.organization_id = platform.current_organization_id()
        ), accounted AS MATERIALIZED (
          SELECT unnest(s.places) AS id FROM platform.audit_seal s
          WHERE s.organization_id = platform.current_organization_id() AND s.record_type = 'platform.audit_entry'
          UNION ALL SELECT id FROM waiting
        ), committed AS (
          SELECT e.id, k.key AS column_name,
                 CASE WHEN e.row_before -> k.key ->> 'personal_sha256' IS NOT NULL THEN e.row_before -> k.key END AS before,
                 CASE WHEN e.row_after -> k.key ->> 'personal_sha256' IS NOT NULL THEN e.row_after -> k.key END AS after
          FROM entry e
          CROSS JOIN LATERAL (
            SELECT o.key FROM jsonb_each(e.row_before) o WHERE o.value ->> 'personal_sha256' IS NOT NULL
            UNION
            SELECT o.key FROM jsonb_each(e.row_after) o WHERE o.value ->> 'personal_sha256' IS NOT NULL) k
        ), value AS (
          SELECT v.audit_entry_id AS id, v.column_name, v.erased_at,
                 platform.personal_commitment(v.salt, v.value_before) AS before,
                 platform.personal_commitment(v.salt, v.value_after) AS after
          FROM platform.audit_personal_value v WHERE v.organization_id = platform.current_organization_id()
        )
        SELECT NULL::bigint, 'platform.audit_entry', '', e.id, e.row_id, 'row_added'
        FROM entry e WHERE NOT EXISTS (SELECT FROM accounted WHERE accounted.id = e.id)
        UNION ALL
        SELECT NULL, 'platform.audit_entry', '', w.id, NULL, 'row_dropped'
        FROM waiting w WHERE NOT EXISTS (SELECT FROM entry WHERE entry.id = w.id)
        UNION ALL
        SELECT NULL, 'platform.audit_personal_value', column_name, id, NULL,
               CASE WHEN v.id IS NULL THEN 'personal_value_dropped' ELSE 'personal_value_changed' END
        FROM committed c FULL JOIN value v USING (id, column_name)
        WHERE v.id IS NULL OR c.id IS NULL
           OR v.erased_at IS NULL AND (v.before, v.after) IS DISTINCT FROM (c.before, c.after)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.check_audit_entries();
      DROP FUNCTION platform.check_seals(bigint, bigint);
      DROP FUNCTION platform.seal_facts();
      DROP FUNCTION platform.find_unsealed_organizations();
      DROP FUNCTION platform.inspect_audit_entries(uuid, text, bigint[]);
      DROP FUNCTION platform.take_audit_entries(uuid);
      DROP FUNCTION platform.audit_entries_waiting();
      DROP FUNCTION platform.audit_entry_digest(platform.audit_entry);
      DROP TABLE platform.audit_seal, platform.sealed_record_type;
      DROP FUNCTION platform.seal_root(bytea, bigint, text, text, timestamptz, bigint[], bytea[]);
    `);
  }
}
