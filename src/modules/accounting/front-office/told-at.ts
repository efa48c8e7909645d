import { Problem } from '#kernel/problem.js';

/**
 * Does a part of a request that another command knows how to do, and tells its refusals of the place where this request
 * has that part.
 *
 * @param place of a field of the part, by its pointer there
 */
export async function toldAt<T>(place: string | ((pointer: string) => string), work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const pointerOf = typeof place === 'function' ? place : (pointer: string) => `${place}${pointer}`;
    const told = error.errors.map((one) => ({ ...one, pointer: pointerOf(one.pointer) }));
    // Several places of the part may be one of the request.
    const errors = [...new Map(told.map((one) => [JSON.stringify([one.pointer, one.code]), one])).values()];
    throw new Problem(error.code, error.status, error.title, error.detail, errors);
  }
}
