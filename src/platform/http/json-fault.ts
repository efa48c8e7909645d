type Expecting = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

/**
 * Where text stops being JSON (RFC 8259): the position of the first token that is out of place or broken, the length of
 * the text when it ends too early. `JSON.parse` tells it for some faults only. Linear in the text.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let at = afterBlanks(text, 0);
  while (at < text.length) {
    const next = after(text[at]!, expecting, open);
    const end = next && endOfToken(text, at);
    if (next === undefined || end === undefined) return at;
    expecting = next;
    at = afterBlanks(text, end);
  }
  return text.length;
}

/** What is expected behind a token with this first letter; undefined when it is out of place. Keeps `open` up to date. */
function after(first: string, expecting: Expecting, open: string[]): Expecting | undefined {
  if (first === '}' || first === ']') {
    const mayClose = expecting === ', or end' || expecting === `value or ${first}` || expecting === `name or ${first}`;
    return mayClose && open.pop() === first ? ', or end' : undefined;
  }
  if (first === ',') {
    if (expecting !== ', or end' || open.length === 0) return undefined;
    return open.at(-1) === '}' ? 'name' : 'value';
  }
  if (first === ':') return expecting === ':' ? 'value' : undefined;
  if (expecting === 'name' || expecting === 'name or }') return first === '"' ? ':' : undefined;
  if (expecting !== 'value' && expecting !== 'value or ]') return undefined;
  if (first === '{') return (open.push('}'), 'name or }');
  if (first === '[') return (open.push(']'), 'value or ]');
  return ', or end';
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

const scalar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;
const pieceOfText = /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Undefined when the token is broken. */
function endOfToken(text: string, start: number): number | undefined {
  const first = text[start]!;
  if ('{}[],:'.includes(first)) return start + 1;
  if (first !== '"') {
    scalar.lastIndex = start;
    return scalar.test(text) ? scalar.lastIndex : undefined;
  }
  // Piece by piece: one expression for a text of megabytes would exhaust the stack of the engine.
  for (let at = start + 1; ; at = pieceOfText.lastIndex) {
    pieceOfText.lastIndex = at;
    if (!pieceOfText.test(text)) return text[at] === '"' ? at + 1 : undefined;
  }
}
