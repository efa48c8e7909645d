import { newId } from '#kernel/id.js';
import type { Fate, Sent } from '../../support/postgres-proxy.js';
import { keepsBooks } from '../../support/proved-books.js';
import { type Course, differenceOf, type FaultScene, hasEffect, isAway, masked } from './fault-scene.js';
import type { Copy } from './organization-copies.js';

/** A place in the course of a request at which the connection to the database is cut. */
export interface Point {
  course: Course;
  /** Number of the message, among those of the undisturbed course. */
  message: number;
  cut: Exclude<Fate, object | 'pass'>;
}

const cuts = ['cut_before', 'cut_after', 'lose_answer'] as const;

/** So many points drawn from all of a course, and one more: the lost answer to COMMIT, which would hurt most. */
export function drawPoints(course: Course, count: number, random: () => number): Point[] {
  const all = course.messages.flatMap((_, message) => cuts.map((cut) => ({ course, message, cut })));
  const commit = course.messages.findLastIndex(({ statement }) => statement === 'COMMIT');
  const drawn: Point[] = commit < 0 ? [] : [{ course, message: commit, cut: 'lose_answer' }];
  while (drawn.length <= count && all.length > 0) drawn.push(...all.splice(Math.floor(random() * all.length), 1));
  return drawn;
}

/** What was met, so that points without any effect would show. */
export interface Met {
  points: number;
  before: number;
  after: number;
  /** Done, and the caller was told that the database is away. */
  unheard: number;
}

/** What breaks the promise at a point; none where it holds. */
export async function faultsAt(scene: FaultScene, met: Met, { course, message, cut }: Point): Promise<string[]> {
  const { request, status } = course;
  const [copy, key] = [await scene.nextCopy(), newId()];
  const faults: string[] = [];
  // A connection that has been in use leaves out what it has been through already: those messages need a new one.
  const isStep = (sent: Sent) => !['startup', 'p', 'P'].includes(sent.type);
  const isCold = !isStep(course.messages[message]!);
  if (isCold) await scene.reconnect();
  let toGo = isCold ? message : course.messages.slice(0, message).filter(isStep).length;
  const heard = await scene.sendWith(request, copy, key, (sent) => {
    return (isCold || isStep(sent)) && toGo-- === 0 ? cut : 'pass';
  });
  const told = await scene.tell(copy);
  const state = scene.stateOf(told, course);
  const isHeard = heard.status === status;
  met.points += 1;
  if (state === 'between') faults.push(`left something between: ${differenceOf(told, course.told)}`);
  else met[state] += 1;
  if (state === 'after' && !isHeard) met.unheard += 1;
  if (isHeard && scene.stateOf(told, course) !== 'after') faults.push('was answered and did not happen');
  if (!isHeard && !isAway(heard)) faults.push(`was answered with ${heard.status} ${heard.text}`);
  // What has no key is not sent again blindly, and who has closed the organization is no longer signed in.
  const mayRepeat = request.isKeyed && request.operation.id !== 'closeOrganization';
  if (!mayRepeat && state !== 'before') return faults;
  return [...faults, ...(await faultsOfRepeat(scene, course, copy, key, state === 'after'))];
}

/** What breaks the promise when the request is sent again. */
async function faultsOfRepeat(
  scene: FaultScene,
  course: Course,
  copy: Copy,
  key: string,
  isDone: boolean,
): Promise<string[]> {
  const { request, status, body } = course;
  const faults: string[] = [];
  const again = await scene.send(request, copy, key);
  const toldAgain = await scene.tell(copy);
  if (toldAgain.written.some((row) => row.startsWith('accounting.journal_entry '))) keepsBooks(copy.id);
  const isReplayed = again.headers['idempotent-replayed'] === 'true';
  const isRepeat = isDone && hasEffect(course, scene);
  if (again.status !== status || masked(again.text) !== body) {
    faults.push(`was answered with ${again.status} ${again.text} when sent again`);
  }
  if (isRepeat && !isReplayed) faults.push('was done again');
  if (scene.stateOf(toldAgain, course) !== 'after') {
    faults.push(`has another effect when sent again: ${differenceOf(toldAgain, course.told)}`);
  }
  return faults;
}

/** A point in words. */
export const shown = ({ course, message, cut }: Point): string =>
  `${course.request.operation.id} ${cut} ${message} ${inShort(course.messages[message]!)}`;

const inShort = ({ type, statement }: Sent) => `${type} ${statement.slice(0, 60)}`;
