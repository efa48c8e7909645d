interface Referring {
  name: string;
  /** Names of others of the same list, which must come before. */
  references: readonly string[];
}

/**
 * Every table after those that it refers to; by name where that leaves a choice, so that the order is the same always.
 *
 * @throws Error where tables refer to each other in a circle
 */
export function inReadableOrder<Table extends Referring>(tables: readonly Table[]): Table[] {
  const waiting = [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(({ references }) => !waiting.some(({ name }) => references.includes(name)));
    if (free === -1) {
      const names = waiting.map(({ name }) => name).join(', ');
      throw new Error(`Tables refer to each other in a circle; one of the keys has to be deferrable: ${names}.`);
    }
    ordered.push(...waiting.splice(free, 1));
  }
  return ordered;
}
