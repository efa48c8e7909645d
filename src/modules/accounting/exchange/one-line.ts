/** Text of a file as names and descriptions have it: no tabs, no blanks at its ends, no two blanks in a row. */
export function oneLine(text: string, most: number): string {
  return text.trim().replaceAll(/\s+/g, ' ').slice(0, most).trimEnd();
}
