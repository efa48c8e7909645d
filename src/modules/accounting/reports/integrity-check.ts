/** A rule of the books, proved from the lines up. The query gives a row for every violation, and none in good books. */
export interface IntegrityCheck {
  name: string;
  description: string;
  /** `$1` organization, `$2` legal entity or null for all; gives `subject` and `message`. */
  text: string;
}
