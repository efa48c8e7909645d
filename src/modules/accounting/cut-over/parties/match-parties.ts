import type { PartyFact } from '../../parties/party-facts.js';
import type { ReadParty } from './read-parties.js';

/** New parties of one file that get numbers drawn: each number is kept from others until the import ends. */
const MOST_DRAWN = 1000;

/** A line of a file and who is meant by it. */
export interface MatchedParty {
  read: ReadParty;
  /** Undefined for a new one. */
  party: PartyFact | undefined;
}

/** Whom the legal entity knows by these keys; of merged ones, who stands for them. */
export interface PartiesByKey {
  byNumber(number: string): PartyFact | undefined;
  byExternalId(externalId: string): PartyFact | undefined;
}

/** Finds out who is meant by each line; what cannot be is told of the line, which is left out. Pure. */
export function matchParties(read: readonly ReadParty[], known: PartiesByKey): MatchedParty[] {
  const lines = new Map<string, number>();
  let drawn = 0;
  return read.flatMap((one) => {
    const party = partyOf(one, known);
    if (one.reader.hasFaults) return [];
    if (party) once(one, party, lines);
    else if (one.said.name === undefined) one.reader.fault('name_missing', 'The party is new and needs a name.');
    if (!party && one.number === undefined) drawn += 1;
    if (drawn > MOST_DRAWN) {
      const message = `A file has at most ${MOST_DRAWN} new parties without numbers of their own.`;
      one.reader.fault('too_many_without_number', message);
    }
    return one.reader.hasFaults ? [] : [{ read: one, party }];
  });
}

function partyOf({ reader, number, externalId }: ReadParty, known: PartiesByKey): PartyFact | undefined {
  const numbered = number === undefined ? undefined : known.byNumber(number);
  const called = externalId === undefined ? undefined : known.byExternalId(externalId);
  if (called && number !== undefined && called.id !== numbered?.id) {
    const other = numbered ? `party ${numbered.number} has the number` : 'its number is fixed';
    reader.fault('keys_differ', `Party ${called.number} has the external id, and ${other}.`);
  }
  return numbered ?? called;
}

function once({ reader }: ReadParty, { id, number }: PartyFact, lines: Map<string, number>): void {
  const earlier = lines.get(id);
  if (earlier === undefined) lines.set(id, reader.line);
  else reader.fault('repeated_record', `Party ${number} is that of line ${earlier} as well; a party has one line.`);
}
