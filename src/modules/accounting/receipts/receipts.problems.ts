/** What receipts, refunds and write-offs refuse. */
export const receiptProblemDefinitions = {
  receipt_refused: { status: 422, title: 'The receipt cannot be like this' },
  refund_refused: { status: 422, title: 'The refund cannot be like this' },
  write_off_refused: { status: 422, title: 'The write-off cannot be like this' },
  deposit_application_refused: { status: 422, title: 'The deposit cannot be applied like this' },
  early_discount_refused: { status: 422, title: 'The early-payment discount cannot be like this' },
  early_discount_taken: { status: 409, title: 'The item has a discount until this day' },
  settlement_taken: { status: 409, title: 'There is one with this external id' },
  settlement_reversed: { status: 409, title: 'It is reversed already' },
  settlement_used: { status: 409, title: 'Another document uses it' },
  reversal_too_early: { status: 422, title: 'It cannot be reversed on this day' },
} as const;
