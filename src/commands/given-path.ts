import { resolve } from 'node:path';

/** A file as it was named where the command was given; `npm run` goes to the folder of the program before. */
export function givenPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
