export const invoiceStatuses = ['issued', 'partly_paid', 'paid', 'credited'] as const;
export const creditNoteStatuses = ['issued', 'partly_used', 'used'] as const;
