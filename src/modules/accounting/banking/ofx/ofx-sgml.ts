import { quoted, type StatementFindings } from '../reading/statement-findings.js';
import { documentOf, type XmlElement, type XmlNode } from '../reading/xml-element.js';

const MOST_DEPTH = 40;
const MOST_TAGS = 6_000_000;

interface Open {
  name: string;
  node: Record<string, XmlNode[] | string>;
}

/**
 * The document of OFX 1, which is SGML: aggregates have end tags, and elements with a value may have none. Undefined, with a
 * fault, where aggregates do not close.
 */
export function readSgml(text: string, findings: StatementFindings): XmlElement | undefined {
  const document = documentOf(text);
  const stack: Open[] = [{ name: '', node: document.place(0) }];
  let tags = 0;
  for (const { index, 1: slash, 2: raw = '', 3: value = '' } of text.matchAll(/<(\/?)([A-Za-z0-9._]{1,40})>([^<]*)/g)) {
    const name = raw.toUpperCase();
    const fault = (code: string, message: string): undefined => {
      findings.fault(document.lineOf(index), code, message);
    };
    if (++tags > MOST_TAGS) return fault('ofx_too_large', `The file has more than ${MOST_TAGS} tags; split it.`);
    if (stack.length > MOST_DEPTH) return fault('ofx_too_deep', 'Elements stand within each other too deep.');
    const top = stack.at(-1)!;
    if (slash) {
      if (!close(stack, name)) return fault('broken_ofx', `${quoted(`</${name}>`)} closes nothing that is open.`);
    } else if (value.trim() === '') stack.push({ name, node: document.place(index) });
    else add(top.node, name, { ...document.place(index), '#text': value.trim() });
  }
  while (stack.length > 1) if (!close(stack, stack.at(-1)!.name)) break;
  const root = document.element(stack[0]!.node).at('OFX');
  if (root.isThere) return root;
  findings.fault(1, 'not_this_document', 'The file has no <OFX>.');
  return undefined;
}

/** What stands above the closed one without an end tag was an element without a value; what seemed in it is beside it. */
function close(stack: Open[], name: string): boolean {
  const at = stack.findLastIndex((one) => one.name === name);
  const parent = stack.at(-1)!.node;
  // The end tag of an element that had a value.
  if (at < 1) return Object.hasOwn(parent, name);
  for (let top = stack.length - 1; top > at; top--) {
    const { node } = stack.pop()!;
    const outer = stack.at(-1)!.node;
    for (const [key, values] of Object.entries(node)) {
      if (Array.isArray(values)) for (const value of values) add(outer, key, value);
    }
  }
  const closed = stack.pop()!;
  add(stack.at(-1)!.node, closed.name, closed.node);
  return true;
}

function add(node: Open['node'], name: string, value: XmlNode): void {
  const known = Object.hasOwn(node, name) ? node[name] : undefined;
  if (Array.isArray(known)) known.push(value);
  else node[name] = [value];
}
