/** A part of the work, and the permissions each of which lets somebody do it. */
export interface Duty {
  readonly name: string;
  readonly permissions: readonly string[];
}

/** Two duties that should not be in one hand: whoever has both can do wrong and hide it, and nobody else need notice. */
export interface DutyConflict {
  readonly code: string;
  readonly first: Duty;
  readonly second: Duty;
  /** What somebody could do who has both. */
  readonly reason: string;
}

/** A conflict that somebody has, with the permissions of each duty that they hold. */
export interface HeldConflict {
  readonly code: string;
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Which duties are to be kept apart. */
export class DutyConflicts {
  constructor(readonly all: readonly DutyConflict[]) {}

  /** The conflicts of whoever holds these permissions, in the order of the table. */
  of(held: ReadonlySet<string>): HeldConflict[] {
    const partOf = ({ permissions }: Duty) => permissions.filter((name) => held.has(name));
    return this.all.flatMap(({ code, ...duties }) => {
      const [first, second] = [partOf(duties.first), partOf(duties.second)];
      return first.length > 0 && second.length > 0 ? [{ code, first, second }] : [];
    });
  }

  /** @throws Error where no conflict has this code */
  named(code: string): DutyConflict {
    const conflict = this.all.find((one) => one.code === code);
    if (!conflict) throw new Error(`There is no conflict ${code} of duties.`);
    return conflict;
  }
}
