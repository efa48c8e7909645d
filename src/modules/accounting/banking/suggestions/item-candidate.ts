/** What the customer is still expected to keep back of an item, under a code; above zero. */
export interface ExpectedWithholding {
  code: string;
  amount: string;
}

/** An open item that the line may pay, as it is found. */
export interface FoundItem {
  lineId: string;
  openItemId: string;
  partyId: string;
  /** What it was of at first, and what is open, above zero. */
  total: string;
  open: string;
  hasReference: boolean;
  hasIban: boolean;
  hasName: boolean;
}

export interface ItemCandidate extends FoundItem {
  withheld: readonly ExpectedWithholding[];
  /** What is granted to whoever settles all of it on the day of the line; left out where nothing is. */
  discount?: string;
}
