/** A table of a letter, with texts as they are shown. */
export interface LetterTable {
  columns: readonly LetterColumn[];
  rows: readonly LetterRow[];
}

export interface LetterColumn {
  heading: string;
  /** Of the width of the table, beside those of the other columns. */
  share: number;
  align: 'left' | 'right';
}

export interface LetterRow {
  cells: readonly string[];
  /** Below the text of the widest column, in small letters. */
  notes?: readonly string[];
  /** What others come to, such as a balance. */
  isSum?: boolean;
}

export interface LetterSum {
  label: string;
  value: string;
  /** What all of it comes to. */
  isTotal?: boolean;
}

/** A table and what it comes to. */
export interface LetterSection {
  heading?: string;
  table: LetterTable;
  sums: readonly LetterSum[];
}

export interface LetterParagraph {
  heading?: string;
  lines: readonly string[];
}

/** A file that stands in the document, in the way of PDF/A-3, and what its metadata say of it in the namespace of Factur-X. */
export interface LetterAttachment {
  name: string;
  mediaType: string;
  description: string;
  content: string;
  conformanceLevel: string;
}

/** A letter on paper with everything in its place and language: only how it looks is left to be decided. */
export interface Letter {
  /** Language tag. */
  language: string;
  /** What stands at the head of every page where it is no letter to be taken for one. */
  mark?: string;
  sender: { name: string; line: string };
  recipient: readonly string[];
  title: string;
  /** What is said in a few words: number, dates, references. */
  facts: readonly (readonly [name: string, value: string])[];
  opening: readonly string[];
  sections: readonly LetterSection[];
  closing: readonly LetterParagraph[];
  /** At the foot of every page, beside each other. */
  footer: readonly (readonly string[])[];
  /** `{page}` and `{pages}` stand for the numbers. */
  pageNumber: string;
  /** ISO 8601; the same letter is the same file at any time. */
  createdAt: string;
  attachment?: LetterAttachment;
}
