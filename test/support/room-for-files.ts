import { setTimeout as delay } from 'node:timers/promises';

const MOST_ATTEMPTS = 600;
const NO_ROOM = 'Too many files are being written';

/**
 * Asks until the server has room for another file: other specs ask the same server, and whoever is told to come back in
 * a moment does.
 */
export async function askForFile<Answer extends { status: number }>(
  ask: () => Promise<Answer>,
  textOf: (answer: Answer) => string | Promise<string>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.status !== 503 || !(await textOf(answer)).includes(NO_ROOM) || attempt === MOST_ATTEMPTS) return answer;
    await delay(100);
  }
}
