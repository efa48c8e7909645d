import { newId } from '#kernel/id.js';
import { beginsStatement } from '../../support/postgres-proxy.js';
import { type Course, differenceOf, type FaultScene, isAway, masked } from './fault-scene.js';

const MOST_TRIES = 3;
/** Could not be put in order with others, and deadlock. */
const STATES = ['40001', '40P01'] as const;

/** A statement of a course that PostgreSQL refuses because the transaction lost against another one. */
export interface Loss {
  course: Course;
  statement: string;
  sqlstate: (typeof STATES)[number];
}

/** Contents of files are let go of after the command, which has been done by then; what is left over is swept. */
const afterCommand = /platform\.file_(?:content|usage)/;

/** Some of the statements within the transactions of a course that write. */
export function lossesOf(course: Course, count: number, random: () => number): Loss[] {
  let isWithin = false;
  const statements = new Set<string>();
  for (const sent of course.messages) {
    if (sent.type === 'Q' && sent.statement.startsWith('BEGIN')) isWithin = sent.statement === 'BEGIN';
    else if (isWithin && beginsStatement(sent) && sent.statement !== 'ROLLBACK') statements.add(sent.statement);
    if (sent.statement === 'COMMIT') isWithin = false;
  }
  const all = [...statements].filter((statement) => !afterCommand.test(statement));
  const drawn: Loss[] = [];
  while (drawn.length < count && all.length > 0) {
    const [statement] = all.splice(Math.floor(random() * all.length), 1);
    drawn.push({ course, statement: statement!, sqlstate: STATES[Math.floor(random() * STATES.length)]! });
  }
  return drawn;
}

/** Lost once, the request is done as if nothing had been; lost every time, it is given up and nothing has happened. */
export async function faultsOfLoss(scene: FaultScene, loss: Loss): Promise<string[]> {
  const { course, statement, sqlstate } = loss;
  const place = `${course.request.operation.id} ${sqlstate} ${statement.slice(0, 60)}`;
  const refuse = async (times: number) => {
    const copy = await scene.nextCopy();
    let tries = 0;
    const answer = await scene.sendWith(course.request, copy, newId(), (sent) => {
      if (!beginsStatement(sent) || sent.statement !== statement || tries >= times) return 'pass';
      tries += 1;
      return { refuse: sqlstate };
    });
    return { answer, tries, told: await scene.tell(copy) };
  };
  const faults: string[] = [];
  const once = await refuse(1);
  if (once.answer.status !== course.status || masked(once.answer.text) !== course.body) {
    faults.push(`${place}: lost once, was answered with ${once.answer.status} ${once.answer.text}`);
  }
  const difference = differenceOf(once.told, course.told);
  if (difference) faults.push(`${place}: lost once, has another effect: ${difference}`);

  const always = await refuse(Infinity);
  if (!isAway(always.answer)) {
    faults.push(`${place}: lost every time, was answered with ${always.answer.status} ${always.answer.text}`);
  }
  if (always.tries > MOST_TRIES) faults.push(`${place}: was tried ${always.tries} times`);
  if (differenceOf(always.told, scene.before)) faults.push(`${place}: lost every time, has an effect`);
  return faults;
}
