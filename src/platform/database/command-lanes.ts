import type { Acting } from './acting.js';

const MOST_COMMANDS = 64;
const MOST_WEIGHT = 5_000;
/** Of one organization: while somebody holds the books of one legal entity, the others go on. */
const MOST_GROUPS = 2;
/** Milliseconds, at most, for which those are waited for who were answered together just now. */
const GATHERING = 10;

/** A command that may share a transaction with others. */
export interface LanedCommand {
  acting: Acting;
  /** What it writes to; groups that write to the same come one after the other. */
  books: string;
  /** What no two commands of a group have in common: the second learns from the first when that has ended. */
  keys: readonly string[];
  /** How much it writes, in rows or so. */
  weight: number;
}

/** The commands of one organization. */
interface Lane<Command> {
  waiting: Command[];
  /** Books that are being written to; the next commands on them wait. */
  busy: Set<string>;
  running: number;
  gatherings: Set<Gathering>;
}

/** A group that forms until as many wait as are wanted. */
interface Gathering {
  wanted: number;
  end: () => void;
}

/**
 * Forms groups of commands: while one on the same books is under way, further ones wait here and leave together in the next,
 * with those on other books of the organization.
 */
export class CommandLanes<Command extends LanedCommand> {
  private readonly lanes = new Map<string, Lane<Command>>();
  private readonly drains = new Set<Promise<void>>();

  /**
   * @param settle does a group and never fails: it tells each command itself what became of it
   * @param gathers whether those who were answered together are waited for: worth it where a group costs much, however
   *   small it is
   */
  constructor(
    private readonly settle: (group: readonly Command[]) => Promise<void>,
    private readonly gathers = false,
  ) {}

  /** When all that is waiting is done. */
  async drained(): Promise<void> {
    await Promise.all(this.drains);
  }

  add(command: Command): void {
    const { organizationId } = command.acting;
    const lane = this.laneOf(organizationId);
    lane.waiting.push(command);
    for (const { wanted, end } of lane.gatherings) if (lane.waiting.length >= wanted) end();
    if (lane.gatherings.size > 0 || lane.running >= MOST_GROUPS || lane.busy.has(command.books)) return;
    const drain = this.drain(organizationId, lane).finally(() => this.drains.delete(drain));
    this.drains.add(drain);
  }

  private laneOf(organizationId: string): Lane<Command> {
    const nothing = { waiting: [], busy: new Set<string>(), running: 0, gatherings: new Set<Gathering>() };
    const lane = this.lanes.get(organizationId) ?? nothing;
    this.lanes.set(organizationId, lane);
    return lane;
  }

  private async drain(organizationId: string, lane: Lane<Command>): Promise<void> {
    lane.running += 1;
    for (let group = takeGroup(lane); group.length > 0; group = takeGroup(lane)) {
      const books = new Set(group.map((command) => command.books));
      for (const one of books) lane.busy.add(one);
      await this.settle(group);
      for (const one of books) lane.busy.delete(one);
      if (this.gathers) await gather(lane, group.length);
    }
    lane.running -= 1;
    if (lane.running === 0) this.lanes.delete(organizationId);
  }
}

/**
 * The next commands in order, on books that nobody writes to. Whoever acts for some legal entities alone goes alone, as the
 * transaction is limited to these.
 */
function takeGroup<Command extends LanedCommand>(lane: Lane<Command>): Command[] {
  const group: Command[] = [];
  const left: Command[] = [];
  const taken = new Set<string>();
  let total = 0;
  for (const command of lane.waiting) {
    const { acting, books, weight } = command;
    const keys = keysOf(command);
    const fits = group.length === 0 || (group.length < MOST_COMMANDS && total + weight <= MOST_WEIGHT);
    const isApart = group.length > 0 && Boolean(acting.legalEntityIds ?? group[0]!.acting.legalEntityIds);
    // What waits for one that waits itself comes after it.
    const isFree = !lane.busy.has(books) && !keys.some((key) => taken.has(key));
    for (const key of keys) taken.add(key);
    if (!isFree || !fits || isApart) {
      left.push(command);
      continue;
    }
    total += weight;
    group.push(command);
  }
  lane.waiting = left;
  return group;
}

/** Waits for who was just answered, beside those who wait: what comes in two halves goes on as one. Nobody waits who comes alone. */
async function gather({ waiting, gatherings }: Lane<LanedCommand>, answered: number): Promise<void> {
  const wanted = waiting.length + answered;
  if (wanted === 1) return;
  await new Promise<void>((resolve) => {
    const gathering: Gathering = { wanted, end: () => end() };
    const timer = setTimeout(() => end(), GATHERING);
    const end = () => {
      clearTimeout(timer);
      gatherings.delete(gathering);
      resolve();
    };
    gatherings.add(gathering);
  });
}

/** No two under the same key, either. */
function keysOf({ acting: { actorId, idempotency }, keys }: LanedCommand): string[] {
  return idempotency ? [...keys, JSON.stringify([actorId, idempotency.key])] : [...keys];
}
