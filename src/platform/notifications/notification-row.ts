import type { Language } from '../mail/language.js';
import type { NotificationKinds, NotificationText } from './notification-kind.js';

export interface NotificationRow {
  id: string;
  kind: string;
  subjectId: string;
  data: object;
  /** Name of the person that it is about. */
  person: string | null;
  language: Language;
  readAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SaidNotification extends NotificationText {
  href: string | null;
}

/** What a notification says. A kind that is not declared any more says its name. */
export function sayNotification(
  kinds: NotificationKinds,
  { kind, data, person, subjectId }: Pick<NotificationRow, 'kind' | 'data' | 'person' | 'subjectId'>,
  language: Language,
): SaidNotification {
  const declared = kinds.get(kind);
  if (!declared) return { title: kind, text: kind, href: null };
  const { title, text } = declared.say({ data, person: person ?? '' })[language];
  return { title: clipped(title, 200), text: clipped(text, 2000), href: declared.href(subjectId) };
}

/** In characters as they are counted everywhere: code points. */
const clipped = (text: string, most: number) => (text.length <= most ? text : Array.from(text).slice(0, most).join(''));
