/** How codes of new accounts are written. */
export const accountCode = {
  pattern: '^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$',
  words: 'letters and digits, with . _ - between them',
};
