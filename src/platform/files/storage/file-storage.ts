import type { Readable } from 'node:stream';

/** One content of one organization. */
export interface ContentKey {
  organizationId: string;
  sha256: string;
}

/** A content that is open: read as often as needed, then closed. */
export interface OpenContent {
  read: () => Readable;
  close: () => Promise<void>;
}

/** Where contents are kept, each under its hash; every organization has its own. */
export abstract class FileStorage {
  /** Takes the local file over; one of the same content is replaced, whole in every moment. */
  abstract store(key: ContentKey, path: string): Promise<void>;

  /** `undefined` when there is none. */
  abstract open(key: ContentKey): Promise<OpenContent | undefined>;

  /** Also when there is none. */
  abstract remove(key: ContentKey): Promise<void>;
}
