import type { Received } from './wire.js';

/** An answer without the id that was asked for and without what is of this very request. */
export function shownWithout({ status, text }: Received, id: string) {
  // The place to go on from belongs to the very query.
  const alike = text
    .replaceAll(id, '{id}')
    .replaceAll(/"(requestId|checkedAt|generatedAt|next)":"[^"]+"/g, '"$1":"of this request"');
  return { status, body: JSON.parse(alike) as { code?: string } };
}
