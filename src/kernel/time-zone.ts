const form = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

/** Whether the text names a time zone of the IANA database, e.g. `Europe/Stockholm`. Plain offsets are none. */
export function isTimeZone(name: string): boolean {
  if (!form.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
