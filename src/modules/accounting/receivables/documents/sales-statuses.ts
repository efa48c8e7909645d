export const invoiceStatuses = ['issued', 'partly_paid', 'paid', 'credited', 'written_off'] as const;
export const creditNoteStatuses = ['issued', 'partly_used', 'used'] as const;

/** Of documents of either kind. */
export const salesStatuses = [...new Set([...invoiceStatuses, ...creditNoteStatuses])];
export type SalesStatus = (typeof salesStatuses)[number];
