/** SQLSTATE or the operating system's code where there is one, else the class of the error. */
export function nameOfFailure(error: unknown): string {
  if (!(error instanceof Error)) return '_OTHER';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
