import type { ProblemError } from '#kernel/problem.js';

/** What would be given away that the giver does not hold: nobody grants more than they have. */
export function beyondOwn(given: Iterable<string>, held: ReadonlySet<string>): string[] {
  return [...given].filter((permission) => !held.has(permission)).sort();
}

/** Whether the change of roles makes somebody an owner, or an owner something else. */
export function concernsOwners(before: readonly string[], after: readonly string[]): boolean {
  return before.includes('owner') !== after.includes('owner');
}

/** Words that are named twice, with their places: a list that says something twice was meant to say something else. */
export function repeated(words: readonly string[], pointer: string): ProblemError[] {
  return words.flatMap((word, at) =>
    words.indexOf(word) === at
      ? []
      : [{ pointer: `${pointer}/${at}`, code: 'repeated', message: `${word} is named above already.` }],
  );
}
