import type { Statement } from '#platform/database/transaction.js';

/** Documents with their lines and taxes, in one statement; the number follows from the entry. */
export const INSERT_DOCUMENTS: Statement = {
  name: 'insert_sales_documents',
  text: `
    WITH given AS (
      SELECT d.* FROM json_to_recordset($2::json) AS d (
        id uuid, "legalEntityId" uuid, kind text, "entryId" uuid, "partyId" uuid, seller jsonb, buyer jsonb, "issuedOn" date,
        "taxPointOn" date, "deliveredOn" date, currency text, "pricesIncludeTax" boolean, rounding text, "cashRounding" numeric,
        "buyerReference" text, "orderReference" text, note text, "externalSource" text, "externalId" text, instalments jsonb,
        totals jsonb, prepaid numeric, "creditsId" uuid, reason text, "creditLimitReason" text, "issuedBy" uuid, lines json, taxes json, withholdings json)
    ), documents AS (
      INSERT INTO accounting.sales_document
        (organization_id, id, legal_entity_id, kind, number, entry_id, party_id, seller, buyer, issued_on, tax_point_on, delivered_on,
         currency, prices_include_tax, rounding_policy, cash_rounding, buyer_reference, order_reference, note, external_source,
         external_id, instalments, line_net, net, tax, gross, rounding, payable, prepaid, credits_id, reason, credit_limit_reason, actor_id)
      SELECT $1, d.id, d."legalEntityId", d.kind, accounting.sales_number(CASE d.kind WHEN 'invoice' THEN b.invoice_prefix ELSE b.credit_note_prefix END, b.document_digits,
                                     y.starts_on, e.number), d."entryId", d."partyId",
             d.seller, d.buyer, d."issuedOn", d."taxPointOn", d."deliveredOn", d.currency, d."pricesIncludeTax", d.rounding,
             d."cashRounding", d."buyerReference", d."orderReference", d.note, d."externalSource", d."externalId", d.instalments,
             (d.totals ->> 'lineNet')::numeric, (d.totals ->> 'net')::numeric, (d.totals ->> 'tax')::numeric,
             (d.totals ->> 'gross')::numeric, (d.totals ->> 'rounding')::numeric, (d.totals ->> 'payable')::numeric,
             d.prepaid, d."creditsId", d.reason, d."creditLimitReason", d."issuedBy"
      FROM given d
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = d."entryId"
      JOIN accounting.fiscal_year y ON y.organization_id = $1 AND y.id = e.fiscal_year_id
      JOIN accounting.books b ON b.organization_id = $1 AND b.legal_entity_id = d."legalEntityId"
      RETURNING id, number
    ), lines AS (
      INSERT INTO accounting.sales_document_line
        (organization_id, document_id, legal_entity_id, position, kind, item_code, item_tax_class, description, quantity, unit,
         unit_price, price_base_quantity, adjustments, tax_codes, tax_positions, amount, net, tax, account_id, dimensions,
         credits_position, service_from, service_through, deferral, deferred_account_id, deferred_line_number)
      SELECT $1, d.id, d."legalEntityId", l.position, l.kind, l."itemCode", l."itemTaxClass", l.description, l.quantity, l.unit,
             l."unitPrice", l."priceBaseQuantity", l.adjustments, l."taxCodes", l."taxPositions", l.amount, l.net, l.tax,
             l."accountId", l.dimensions, l."creditsPosition", (l.service ->> 'from')::date, (l.service ->> 'through')::date,
             l.deferral, l."deferredAccountId", l."deferredLineNumber"
      FROM given d
      CROSS JOIN json_to_recordset(d.lines) AS l (
        position integer, kind text, "itemCode" text, "itemTaxClass" text, description text, quantity numeric, unit text,
        "unitPrice" numeric, "priceBaseQuantity" numeric, adjustments jsonb, "taxCodes" text[], "taxPositions" integer[],
        amount numeric, net numeric, tax numeric, "accountId" uuid, dimensions jsonb, "creditsPosition" integer,
        service jsonb, deferral text, "deferredAccountId" uuid, "deferredLineNumber" integer)
    ), taxes AS (
      INSERT INTO accounting.sales_document_tax
        (organization_id, document_id, legal_entity_id, position, tax_code_id, kind, category, computation, rate, on_top_of,
         is_reverse_charge, exemption_code, exemption_text, base, tax)
      SELECT $1, d.id, d."legalEntityId", t.position, t."taxCodeId", t.kind, t.category, t.computation, t.rate, t."onTopOf",
             t."isReverseCharge", t."exemptionCode", t."exemptionText", t.base, t.tax
      FROM given d
      CROSS JOIN json_to_recordset(d.taxes) AS t (
        position integer, "taxCodeId" uuid, kind text, category text, computation text, rate numeric, "onTopOf" text[],
        "isReverseCharge" boolean, "exemptionCode" text, "exemptionText" text, base numeric, tax numeric)
    ), withholdings AS (
      INSERT INTO accounting.sales_document_withholding
        (organization_id, id, document_id, legal_entity_id, position, party_id, code_id, rate_id, year_starts_on, name, rate, base_of,
         base_share, threshold, threshold_rule, line_positions, base_before, taxable_before, base, taxable, amount)
      SELECT $1, w.id, d.id, d."legalEntityId", w.position, d."partyId", w."codeId", w."rateId", w."yearStartsOn", w.name, w.rate,
             w."baseOf", w."baseShare", w.threshold, w."thresholdRule", w."linePositions", w."cumulativeBase",
             w."cumulativeTaxable", w.base, w.taxable, w.amount
      FROM given d
      CROSS JOIN json_to_recordset(d.withholdings) AS w (
        id uuid, position integer, "codeId" uuid, "rateId" uuid, "yearStartsOn" date, name text, rate numeric, "baseOf" text,
        "baseShare" numeric, threshold numeric, "thresholdRule" text, "linePositions" integer[], "cumulativeBase" numeric,
        "cumulativeTaxable" numeric, base numeric, taxable numeric, amount numeric)
    )
    SELECT id, number FROM documents`,
};

/** Who the customer is by now, which an index of parties serves; by `coalesce` none would, see decision 0189. */
export const customerSql = 'CASE WHEN party.survivor_id IS NULL THEN party.id ELSE party.survivor_id END';

export const salesDocumentTables = `
  accounting.sales_document AS document
  JOIN accounting.party AS party ON party.organization_id = document.organization_id AND party.id = document.party_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(abs(i.open_amount)), 0) AS amount FROM accounting.open_item i
    WHERE i.organization_id = document.organization_id AND i.entry_id = document.entry_id) AS still_open
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(c.payable), 0) AS amount FROM accounting.sales_document c
    WHERE c.organization_id = document.organization_id AND c.credits_id = document.id) AS credited
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(p.amount) FILTER (WHERE s.kind = 'deposit_application'), 0) AS prepaid,
           coalesce(sum(p.amount) FILTER (WHERE s.kind = 'write_off'), 0) AS written_off
    FROM accounting.open_item i
    JOIN accounting.settlement_part p
      ON p.organization_id = i.organization_id AND p.item_id = i.id AND p.purpose IN ('payment', 'write_off')
    JOIN accounting.settlement s
      ON s.organization_id = p.organization_id AND s.id = p.settlement_id AND s.kind IN ('deposit_application', 'write_off')
    WHERE i.organization_id = document.organization_id AND i.entry_id = document.entry_id
      AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                      WHERE r.organization_id = s.organization_id AND r.settlement_id = s.id)) AS settled`;

/** What became of it follows from what is open of it, and from what else than money closed it. */
export const salesStatusSql = `
  CASE WHEN still_open.amount = document.payable THEN 'issued'
       WHEN still_open.amount > 0 THEN CASE document.kind WHEN 'invoice' THEN 'partly_paid' ELSE 'partly_used' END
       WHEN document.kind = 'credit_note' THEN 'used'
       WHEN credited.amount = document.payable THEN 'credited'
       WHEN settled.written_off > 0 THEN 'written_off'
       ELSE 'paid' END`;

/** Amounts with the decimals of the currency. */
export const salesDocumentColumns = `
  document.id, document.legal_entity_id AS "legalEntityId", document.kind, document.number, document.entry_id AS "entryId",
  coalesce(party.survivor_id, party.id) AS "partyId", document.seller, document.buyer, document.issued_on AS "issuedOn",
  document.tax_point_on AS "taxPointOn", document.delivered_on AS "deliveredOn", document.currency,
  document.prices_include_tax AS "pricesIncludeTax", document.rounding_policy AS rounding,
  document.cash_rounding::text AS "cashRounding", document.buyer_reference AS "buyerReference",
  document.order_reference AS "orderReference", document.note, document.external_source AS "externalSource",
  document.external_id AS "externalId", document.instalments, document.line_net::text AS "lineNet",
  document.net::text, document.tax::text, document.gross::text, document.rounding::text AS "roundingAmount",
  document.payable::text, document.prepaid::text AS "paidAtIssue", still_open.amount::text AS "openAmount", credited.amount::text AS "creditedAmount",
  settled.prepaid::text AS "prepaidAmount", settled.written_off::text AS "writtenOffAmount",
  document.credits_id AS "creditsInvoiceId", document.reason, document.credit_limit_reason AS "creditLimitReason",
  document.actor_id AS "issuedBy", document.issued_at AS "issuedAt",
  (SELECT json_agg(json_build_object(
     'position', l.position, 'kind', l.kind, 'itemCode', l.item_code, 'itemTaxClass', l.item_tax_class,
     'description', l.description, 'quantity', l.quantity::text, 'unit', l.unit, 'unitPrice', l.unit_price::text,
     'priceBaseQuantity', l.price_base_quantity::text, 'adjustments', l.adjustments, 'taxCodes', l.tax_codes,
     'taxPositions', l.tax_positions, 'amount', l.amount::text, 'net', l.net::text, 'tax', l.tax::text,
     'service', CASE WHEN l.service_from IS NOT NULL THEN json_build_object('from', l.service_from, 'through', l.service_through) END,
     'deferral', l.deferral, 'deferredAccountId', l.deferred_account_id, 'accountId', l.account_id, 'accountCode', a.code, 'dimensions', l.dimensions, 'creditsPosition', l.credits_position)
     ORDER BY l.position)
   FROM accounting.sales_document_line l
   JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
   WHERE l.organization_id = document.organization_id AND l.document_id = document.id) AS lines,
  coalesce((SELECT json_agg(json_build_object(
     'taxCode', k.code, 'taxCodeId', t.tax_code_id, 'kind', t.kind, 'category', t.category, 'computation', t.computation,
     'rate', t.rate::text, 'onTopOf', t.on_top_of, 'isReverseCharge', t.is_reverse_charge,
     'exemptionCode', t.exemption_code, 'exemptionText', t.exemption_text, 'base', t.base::text, 'tax', t.tax::text)
     ORDER BY t.position)
   FROM accounting.sales_document_tax t
   JOIN accounting.tax_code k ON k.organization_id = t.organization_id AND k.id = t.tax_code_id
   WHERE t.organization_id = document.organization_id AND t.document_id = document.id), '[]') AS taxes,
  coalesce((SELECT json_agg(json_build_object(
     'code', c.code, 'codeId', w.code_id, 'rateId', w.rate_id, 'name', w.name, 'rate', trim_scale(w.rate)::text,
     'baseOf', w.base_of, 'baseShare', trim_scale(w.base_share)::text, 'threshold', w.threshold::text,
     'thresholdRule', w.threshold_rule, 'yearStartsOn', w.year_starts_on, 'linePositions', w.line_positions,
     'cumulativeBase', w.base_before::text, 'cumulativeTaxable', w.taxable_before::text, 'base', w.base::text,
     'taxable', w.taxable::text, 'amount', w.amount::text) ORDER BY w.position)
   FROM accounting.sales_document_withholding w
   JOIN accounting.withholding_code c ON c.organization_id = w.organization_id AND c.id = w.code_id
   WHERE w.organization_id = document.organization_id AND w.document_id = document.id), '[]') AS withholdings`;
