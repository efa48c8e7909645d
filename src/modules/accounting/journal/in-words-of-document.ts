import { Problem } from '#kernel/problem.js';

/** Does the work; what the ledger refuses of it is told of the request, which has a date and no entries. */
export async function inWordsOfDocument<T>(dateField: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, status, title, detail, headers } = error;
    const errors = error.errors.map((one) => {
      return { ...one, pointer: one.pointer.endsWith('/entryDate') ? dateField : '' };
    });
    throw new Problem(code, status, title, detail, errors).withHeaders(headers);
  }
}
