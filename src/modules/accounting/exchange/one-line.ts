// Blanks, controls and what turns the direction of text, as the rule of texts has it.
const unseen = /[\s\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;

/** Text of a file as names and descriptions have it: no blanks at its ends, no two in a row, nothing unseen. */
export function oneLine(text: string, most: number): string {
  return text.replaceAll(unseen, ' ').trim().slice(0, most).trimEnd();
}
