import type { InLanguages } from '../mail/language.js';

/**
 * How a notification reaches its person. `none`: not at all. `in_app`: in the feed. `digest`: in the feed, and in one mail a
 * day while it is unread. `mail`: in the feed, and by mail at once.
 */
export const deliveries = ['none', 'in_app', 'digest', 'mail'] as const;
export type Delivery = (typeof deliveries)[number];

/** What a notification is made of when it is read. */
export interface Told<Data extends object> {
  readonly data: Data;
  /** Of the person that it is about, where it is about one. */
  readonly person: string;
}

export interface NotificationText {
  readonly title: string;
  readonly text: string;
}

/** A kind of thing that members are told. Declared once: telling, preferences, feed and mails refer to it. */
export interface NotificationKind<Data extends object = object> {
  /** `noun.happened`. Kinds that begin with `security.` are mailed always, and nobody can switch them off. */
  readonly name: string;
  /** When it is told and to whom. */
  readonly description: string;
  /** Unless the person prefers another. */
  readonly delivery: Delivery;
  /** An unread one about the same subject stands for the next ones as well. */
  readonly mergesWhileUnread?: true;
  /** Path of the subject in the API. */
  href(subjectId: string): string;
  say(told: Told<Data>): InLanguages<NotificationText>;
}

export const isMandatory = ({ name }: Pick<NotificationKind, 'name'>): boolean => name.startsWith('security.');

export const defineNotification = <Data extends object>(kind: NotificationKind<Data>): NotificationKind<Data> => kind;

/** A module declares its kinds once. */
export type NotificationDeclarations = Readonly<Record<string, NotificationKind>>;

const namePattern = /^[a-z_]{1,50}\.[a-z_]{1,50}$/;

/** The kinds of all modules. */
export class NotificationKinds {
  readonly all: readonly NotificationKind[];
  private readonly byName: ReadonlyMap<string, NotificationKind>;

  constructor(declarations: readonly NotificationDeclarations[]) {
    this.all = declarations
      .flatMap((some) => Object.values(some))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    this.byName = new Map(this.all.map((kind) => [kind.name, kind]));
    if (this.byName.size < this.all.length) throw new Error('Two kinds of notification have the same name.');
    for (const kind of this.all) {
      if (!namePattern.test(kind.name)) throw new Error(`${kind.name} is no kind of notification: noun.happened`);
      if (isMandatory(kind) && kind.delivery !== 'mail') throw new Error(`${kind.name} has to be mailed.`);
    }
  }

  get(name: string): NotificationKind | undefined {
    return this.byName.get(name);
  }
}
