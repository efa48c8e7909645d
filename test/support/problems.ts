/** What a problem finds wrong and where, as in "/lines/0/debit too_many_decimals". */
export const faultsOf = ({ errors }: { errors: { pointer: string; code: string }[] }): string[] =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);
