export interface ServerSentEvent {
  event: string;
  // What comes is looked at by the tests, field by field.
  // oxlint-disable-next-line no-explicit-any
  data: any;
}

/** Reads a stream of server-sent events (WHATWG HTML, section 9.2) to its end. */
export async function readEvents(
  url: string,
  accessToken: string,
): Promise<{ status: number; type: string | null; events: ServerSentEvent[]; comments: number }> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${accessToken}` } });
  const blocks = (await response.text()).split('\n\n').filter((block) => block !== '');
  const events = blocks.filter((block) => !block.startsWith(':')).map(eventOf);
  return {
    status: response.status,
    type: response.headers.get('Content-Type'),
    events,
    comments: blocks.length - events.length,
  };
}

function eventOf(block: string): ServerSentEvent {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')];
    }),
  );
  return { event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? 'null') };
}
