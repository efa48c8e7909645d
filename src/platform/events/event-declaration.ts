/** A kind of event that a module tells others of. */
export interface EventDeclaration<Data extends object = object> {
  /** `module.noun.happened.v1`; what would break a reader gets another number. */
  readonly type: string;
  /** When it happens and what a receiver may do with it. */
  readonly description: string;
  /** What is told, by the house's field decorators. */
  readonly data: new () => Data;
  readonly example: Data;
}

/** A module declares its events once: publishing, the feed, webhooks and the API document refer to them. */
export type EventDeclarations = Readonly<Record<string, EventDeclaration>>;

/** `accounting.journal_entry.posted.v1` is `JournalEntryPostedEvent` in the API document. */
export function schemaNameOf(type: string): string {
  const [, noun = '', happened = '', version = ''] = type.split('.');
  const words = [...noun.split('_'), ...happened.split('_'), 'event', ...(version === 'v1' ? [] : [version])];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

const typePattern = /^[a-z_]+(?:\.[a-z_]+){2}\.v[1-9][0-9]*$/;

/** The events of all modules. */
export class EventCatalogue {
  readonly all: readonly EventDeclaration[];
  private readonly types: ReadonlySet<string>;

  constructor(declarations: readonly EventDeclarations[]) {
    this.all = declarations
      .flatMap((some) => Object.values(some))
      .sort((one, other) => (one.type < other.type ? -1 : 1));
    this.types = new Set(this.all.map(({ type }) => type));
    if (this.types.size < this.all.length) throw new Error('Two events are declared under the same type.');
    for (const { type } of this.all) {
      if (!typePattern.test(type)) throw new Error(`${type} is no type of an event: module.noun.happened.v1`);
    }
    const names = new Set(this.all.map(({ type }) => schemaNameOf(type)));
    if (names.size < this.all.length) throw new Error('Two types of events have the same name in the API document.');
  }

  /** Whether there is an event that the pattern names: a type, the beginning of some (`accounting.*`), or `*`. */
  knows(pattern: string): boolean {
    if (pattern === '*' || this.types.has(pattern)) return true;
    return pattern.endsWith('.*') && this.all.some(({ type }) => type.startsWith(pattern.slice(0, -1)));
  }
}
