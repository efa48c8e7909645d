import type { Acting } from './acting.js';

const MOST_COMMANDS = 64;
const MOST_WEIGHT = 5_000;
/** Milliseconds, at most, for which those are waited for who were answered together just now. */
const GATHERING = 10;

/** A command that may share a transaction with others. */
export interface LanedCommand {
  acting: Acting;
  /** What it writes to. */
  books: string;
  /** What no two commands have in common that are under way: the second learns from the first when that has ended. */
  keys: readonly string[];
  /** How much it writes, in rows or so. */
  weight: number;
}

/** How the commands of one organization share transactions. */
export interface LaneWidth {
  /** Groups at once: more than of the same books, so that others go on while somebody holds the books of one legal entity. */
  groups: number;
  /** Those that write to the same books: with two, one is prepared while the other is written. */
  ofBooks: number;
  /** Whether who was answered together is waited for, since they come again together. */
  gathers: boolean;
}

/** The commands of one organization. */
interface Lane<Command> {
  waiting: Command[];
  underWay: Set<readonly Command[]>;
  running: number;
  gatherings: Set<Gathering>;
}

/** A group that forms until as many wait as are wanted. */
interface Gathering {
  wanted: number;
  end: () => void;
}

/**
 * Forms groups of commands: while others on the same books are under way, further ones wait here and leave together in the
 * next, with those on other books of the organization.
 */
export class CommandLanes<Command extends LanedCommand> {
  private readonly lanes = new Map<string, Lane<Command>>();
  private readonly drains = new Set<Promise<void>>();

  /** @param settle does a group and never fails: it tells each command itself what became of it */
  constructor(
    private readonly width: LaneWidth,
    private readonly settle: (group: readonly Command[]) => Promise<void>,
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
    if (lane.gatherings.size > 0 || lane.running >= this.width.groups || !this.isFree(lane, command)) return;
    const drain = this.drain(organizationId, lane).finally(() => this.drains.delete(drain));
    this.drains.add(drain);
  }

  private laneOf(organizationId: string): Lane<Command> {
    const lane = this.lanes.get(organizationId) ?? {
      waiting: [],
      underWay: new Set(),
      running: 0,
      gatherings: new Set(),
    };
    this.lanes.set(organizationId, lane);
    return lane;
  }

  private async drain(organizationId: string, lane: Lane<Command>): Promise<void> {
    lane.running += 1;
    for (let group = this.takeGroup(lane); group.length > 0; group = this.takeGroup(lane)) {
      lane.underWay.add(group);
      await this.settle(group);
      lane.underWay.delete(group);
      if (this.width.gathers) await gather(lane, this.shareOf(lane, group.length));
    }
    lane.running -= 1;
    if (lane.running === 0) this.lanes.delete(organizationId);
  }

  /**
   * The next commands in order, on books that are free. Whoever acts for some legal entities alone goes alone, as the
   * transaction is limited to these.
   */
  private takeGroup(lane: Lane<Command>): Command[] {
    const group: Command[] = [];
    const left: Command[] = [];
    const taken = new Set([...lane.underWay].flatMap((other) => other.flatMap(keysOf)));
    const most = Math.min(MOST_COMMANDS, this.shareOf(lane, 0));
    let total = 0;
    for (const command of lane.waiting) {
      const { acting, weight } = command;
      const keys = keysOf(command);
      const fits = group.length === 0 || (group.length < most && total + weight <= MOST_WEIGHT);
      const isApart = group.length > 0 && Boolean(acting.legalEntityIds ?? group[0]!.acting.legalEntityIds);
      // What waits for one that waits itself comes after it.
      const isFree = this.isFree(lane, command) && !keys.some((key) => taken.has(key));
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

  /** Groups of the same books are of one size: the one is prepared for about as long as the other is written. */
  private shareOf({ waiting, underWay }: Lane<Command>, expected: number): number {
    const busy = [...underWay].reduce((sum, group) => sum + group.length, 0);
    return Math.ceil((waiting.length + busy + expected) / this.width.ofBooks);
  }

  private isFree({ underWay }: Lane<Command>, { books }: Command): boolean {
    const busy = [...underWay].filter((group) => group.some((command) => command.books === books));
    return busy.length < this.width.ofBooks;
  }
}

/** Waits for who was just answered. Nobody waits who comes alone. */
async function gather({ waiting, gatherings }: Lane<LanedCommand>, wanted: number): Promise<void> {
  if (wanted <= 1 || waiting.length >= wanted) return;
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
