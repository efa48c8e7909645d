/**
 * What of an expected withholding `w` of an invoice `d` is still to be withheld: what was expected, less what credit notes
 * took back and what was withheld, unless refunds took that back. Never below zero.
 */
export const leftOfWithholding = `
  greatest(0, w.amount
    - (SELECT coalesce(sum(x.amount), 0) FROM accounting.sales_document n
       JOIN accounting.sales_document_withholding x ON x.organization_id = n.organization_id AND x.document_id = n.id
       WHERE n.organization_id = d.organization_id AND n.credits_id = d.id AND x.code_id = w.code_id)
    - (SELECT coalesce(sum(p.amount), 0) FROM accounting.open_item o
       JOIN accounting.settlement_part p
         ON p.organization_id = o.organization_id AND p.item_id = o.id AND p.purpose = 'withholding'
       JOIN accounting.withholding h
         ON h.organization_id = p.organization_id AND h.settlement_id = p.settlement_id AND h.position = p.position
       WHERE o.organization_id = d.organization_id AND o.entry_id = d.entry_id AND h.code_id = w.code_id
         AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                         WHERE r.organization_id = p.organization_id AND r.settlement_id = p.settlement_id))
    + (SELECT coalesce(sum(p.amount), 0) FROM accounting.sales_document n
       JOIN accounting.open_item o ON o.organization_id = n.organization_id AND o.entry_id = n.entry_id
       JOIN accounting.settlement_part p
         ON p.organization_id = o.organization_id AND p.item_id = o.id AND p.purpose = 'withholding'
       JOIN accounting.withholding h
         ON h.organization_id = p.organization_id AND h.settlement_id = p.settlement_id AND h.position = p.position
       WHERE n.organization_id = d.organization_id AND n.credits_id = d.id AND h.code_id = w.code_id
         AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                         WHERE r.organization_id = p.organization_id AND r.settlement_id = p.settlement_id)))`;
