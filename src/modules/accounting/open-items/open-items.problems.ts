/** What open items refuse. */
export const openItemProblems = {
  allocation_refused: { status: 422, title: 'The items cannot be settled like this' },
  over_allocated: { status: 409, title: 'More would be settled than is open' },
  allocation_undone: { status: 409, title: 'The allocation is undone already' },
  items_settled: { status: 409, title: 'Items of the entry are settled' },
} as const;
