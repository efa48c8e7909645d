/** A part of a mail. Plain text always: what it looks like, and what must be escaped there, is the renderer's part. */
export type MailPart =
  | { readonly paragraph: string }
  /** An address to follow, by a word for it. */
  | { readonly link: string; readonly label: string }
  /** Something to copy. */
  | { readonly code: string; readonly label: string }
  | { readonly items: readonly { readonly title: string; readonly text: string }[] };

/** What a mail says, before it is made into text and HTML. */
export interface MailContent {
  readonly subject: string;
  readonly parts: readonly MailPart[];
  /** Who sends it and why, in small print. */
  readonly footer: string;
  /** Set where it is about the person's own account: it reaches the person also where a test organization keeps its mails. */
  readonly isPersonal?: boolean;
}
