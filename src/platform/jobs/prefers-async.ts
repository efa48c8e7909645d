/** Whether a `Prefer` header (RFC 7240) names `respond-async`. */
export function prefersAsync(header: string | string[] | undefined): boolean {
  const texts = header === undefined ? [] : [header].flat();
  return texts.some((text) => preferencesOf(text).includes('respond-async'));
}

/** Names of preferences, without their values and parameters; a quoted string may hold commas. */
function preferencesOf(header: string): string[] {
  const bare = header.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return bare.split(',').map((one) => /^[^=;]*/.exec(one)![0].trim().toLowerCase());
}
