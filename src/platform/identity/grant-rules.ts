/** What would be given away that the giver does not hold: nobody grants more than they have. */
export function beyondOwn(given: Iterable<string>, held: ReadonlySet<string>): string[] {
  return [...given].filter((permission) => !held.has(permission)).sort();
}

/** Whether the change of roles makes somebody an owner, or an owner something else. */
export function concernsOwners(before: readonly string[], after: readonly string[]): boolean {
  return before.includes('owner') !== after.includes('owner');
}
