// Whether what clients saw at the same time can be put into one order: the search of Wing and Gong (Testing and Verifying
// Concurrent Objects, 1993) with the memory of Lowe (Testing for Linearizability, 2017).

/** One request as its client saw it. Times are those of one clock. */
export interface Observed<Input, Output> {
  input: Input;
  /** Absent where no answer came: it may have been done at any time after `from`, or never. */
  output?: Output;
  /** Before it was sent. */
  from: number;
  /** After its answer was there; `Infinity` where none came. */
  to: number;
}

/** What one thing does that is asked by one client after the other. */
export interface Register<State, Input, Output> {
  /**
   * The state after the request; undefined where one in this state would not have answered so. Without an answer, that
   * which it would have done.
   */
  apply(state: State, input: Input, output: Output | undefined): State | undefined;
}

export type Verdict<State, Input, Output> =
  | { isLinearizable: true; order: Observed<Input, Output>[] }
  /** The longest order that was found, the state after it, and what fits nowhere behind it. */
  | { isLinearizable: false; order: Observed<Input, Output>[]; state: State; misfits: Observed<Input, Output>[] };

interface Node<State> {
  state: State;
  /** Position of the first answered request that has no place yet. */
  first: number;
  /** Positions that have a place, of those from `first` on and of those without an answer. */
  beyond: ReadonlySet<number>;
  /** The last that was given a place, and the node before it. */
  placed?: number;
  before?: Node<State>;
}

/**
 * Looks for an order in which every request takes effect at one moment between `from` and `to`, and answers as the register
 * does. Takes time that grows with the history, and fast with how many requests are under way at once: dozens are too many.
 */
export function checkHistory<State, Input, Output>(
  history: readonly Observed<Input, Output>[],
  initial: State,
  register: Register<State, Input, Output>,
): Verdict<State, Input, Output> {
  // Those without an answer stand last: nothing has to wait for them.
  const operations = history.toSorted(
    (one, other) => Number(isOpen(one)) - Number(isOpen(other)) || one.from - other.from,
  );
  const answered = operations.filter((operation) => !isOpen(operation)).length;
  const stack: Node<State>[] = [{ state: initial, first: 0, beyond: new Set() }];
  const seen = new Set<string>();
  let deepest = stack[0]!;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.first === answered) return { isLinearizable: true, order: orderOf(node, operations) };
    const key = `${node.first} ${[...node.beyond].sort((one, other) => one - other).join()} ${JSON.stringify(node.state)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (depthOf(node) > depthOf(deepest)) deepest = node;
    // From the back, so that the earliest is tried first.
    for (const position of candidates(node, operations, answered).reverse()) {
      const { input, output } = operations[position]!;
      const state = register.apply(node.state, input, output);
      if (state !== undefined) stack.push(place(node, position, state, answered));
    }
  }
  const misfits = candidates(deepest, operations, answered).map((position) => operations[position]!);
  return { isLinearizable: false, order: orderOf(deepest, operations), state: deepest.state, misfits };
}

const isOpen = ({ to }: { to: number }) => to === Infinity;

/** How many answered requests have a place. */
const depthOf = ({ first, beyond }: Node<unknown>) => first + beyond.size;

/** What may come next: whatever was sent before the earliest end of those that have no place. */
function candidates(
  node: Node<unknown>,
  operations: readonly Observed<unknown, unknown>[],
  answered: number,
): number[] {
  const found: number[] = [];
  let end = Infinity;
  for (let position = node.first; position < answered && operations[position]!.from <= end; position++) {
    if (node.beyond.has(position)) continue;
    found.push(position);
    end = Math.min(end, operations[position]!.to);
  }
  for (let position = answered; position < operations.length; position++) {
    if (!node.beyond.has(position)) found.push(position);
  }
  return found.filter((position) => operations[position]!.from <= end);
}

function place<State>(before: Node<State>, placed: number, state: State, answered: number): Node<State> {
  const beyond = new Set(before.beyond).add(placed);
  let { first } = before;
  while (first < answered && beyond.delete(first)) first += 1;
  return { state, first, beyond, placed, before };
}

function orderOf<Operation>(last: Node<unknown>, operations: readonly Operation[]): Operation[] {
  const order: Operation[] = [];
  for (let node: Node<unknown> | undefined = last; node?.placed !== undefined; node = node.before) {
    order.unshift(operations[node.placed]!);
  }
  return order;
}
