import { deepEqual } from 'node:assert/strict';
import type { Client } from 'pg';
import { asOwner } from '../support/owner.js';
import { Furnished } from './furnished.js';
import { type KeptRows, keptRows } from './kept-rows.js';
import { Operations } from './operations.js';
import { type Expected, expectNoFaults, Oracle } from './oracle.js';
import { type Sent, Wire } from './wire.js';

export interface Case {
  sent: Sent;
  expected: Expected;
}

/** The server under test, what it says of itself, and an organization of which nothing may change. */
export class Trial {
  private constructor(
    readonly wire: Wire,
    readonly operations: Operations,
    readonly oracle: Oracle,
    readonly untouched: Furnished,
    public before: KeptRows,
  ) {}

  static async begin(): Promise<Trial> {
    const wire = new Wire();
    const operations = await Operations.read(wire);
    const untouched = await Furnished.make(operations);
    return new Trial(wire, operations, new Oracle(operations), untouched, await rowsOf(untouched));
  }

  /** The same with the rows as they are now, after something was added to them on purpose. */
  async again(): Promise<Trial> {
    return new Trial(this.wire, this.operations, this.oracle, this.untouched, await rowsOf(this.untouched));
  }

  /** @throws AssertionError when a row of the organization was written, changed or removed */
  async assertUntouched(): Promise<void> {
    const { before } = this;
    // One fault is one fault: the next test begins from here.
    this.before = await rowsOf(this.untouched);
    deepEqual(this.before, before);
  }

  end(what: string): void {
    console.log(`${this.wire.count} requests with ${what}`);
    this.wire.close();
  }
}

const rowsOf = ({ actor }: Furnished) => asOwner((owner: Client) => keptRows(owner, actor.organizationId));

/** Sends all and expects every one to be refused as it should be. */
export async function expectRefused({ wire, oracle }: Trial, cases: readonly Case[], atLeast = 1): Promise<void> {
  expect(cases.length).toBeGreaterThanOrEqual(atLeast);
  const answered = await wire.sendAll(cases);
  expectNoFaults(answered.map(({ sent, received, expected }) => oracle.faultOf(sent, received, expected)));
}
