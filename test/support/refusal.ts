import { DatabaseError } from 'pg';

/** How the database says no: the SQLSTATE or raised code, with the constraint or a part of the message. */
export interface Refusal {
  code: string;
  constraint?: string;
  message?: string;
}

/** What the database refuses the work with; undefined when it does not. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { code: error.code!, constraint: error.constraint, message: error.message };
  }
}

/** Expects the work to be done. */
export async function expectAccepted(work: Promise<unknown>): Promise<void> {
  expect(await refusalOf(work)).toBeUndefined();
}

/** Expects the refusal; what it does not name may be anything, but an unnamed constraint must be none. */
export async function expectRefusal(work: Promise<unknown>, { code, constraint, message }: Refusal): Promise<void> {
  expect(await refusalOf(work)).toEqual({ code, constraint, message: expect.stringContaining(message ?? '') });
}
