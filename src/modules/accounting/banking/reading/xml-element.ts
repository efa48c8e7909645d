import { type X2jOptions, XMLParser } from 'fast-xml-parser';
import type { StatementFindings } from './statement-findings.js';
import { quoted } from './statement-findings.js';

const MOST_DEPTH = 40;
/** Some 100,000 entries with their details. */
const MOST_TAGS = 6_000_000;

const TEXT = '#text';
const CDATA = '#cdata';

export type XmlNode = string | { [name: string]: XmlNode[] | string };

// Entities are decoded here, and only those that XML itself has: a document type, which could declare more, is refused.
const options: X2jOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: true,
  cdataPropName: CDATA,
  maxNestedTags: MOST_DEPTH,
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
};

const place = XMLParser.getMetaDataSymbol() as unknown as string;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element of an XML document. What is not there is an element without anything, so that paths need no questions. */
export class XmlElement {
  constructor(
    private readonly node: XmlNode | undefined,
    private readonly lines: LineEnds,
    private readonly outer: number,
  ) {}

  get isThere(): boolean {
    return this.node !== undefined;
  }

  /** Line of the file, counted from 1. */
  get line(): number {
    return this.lines.lineOf(this.start);
  }

  /** Names of the elements in it. */
  get names(): string[] {
    if (typeof this.node !== 'object') return [];
    return Object.keys(this.node).filter((name) => !name.startsWith('@') && !name.startsWith('#'));
  }

  /** The first element at the path. */
  at(...path: string[]): XmlElement {
    return path.reduce<XmlElement>((element, name) => element.all(name)[0] ?? element.nothing(), this);
  }

  all(name: string): XmlElement[] {
    if (typeof this.node !== 'object' || !Object.hasOwn(this.node, name)) return [];
    const found = this.node[name];
    return Array.isArray(found) ? found.map((node) => new XmlElement(node, this.lines, this.start)) : [];
  }

  /** Text at the path; undefined where there is none. */
  text(...path: string[]): string | undefined {
    const { node } = this.at(...path);
    if (node === undefined) return undefined;
    if (typeof node === 'string') return decode(node) || undefined;
    const cdata = Object.hasOwn(node, CDATA) ? node[CDATA] : undefined;
    const literal = Array.isArray(cdata) ? cdata.filter((one) => typeof one === 'string').join('') : (cdata ?? '');
    const text = Object.hasOwn(node, TEXT) && typeof node[TEXT] === 'string' ? decode(node[TEXT]) : '';
    return `${text}${literal}`.trim() || undefined;
  }

  attribute(name: string): string | undefined {
    const value = typeof this.node === 'object' && Object.hasOwn(this.node, `@${name}`) ? this.node[`@${name}`] : '';
    return typeof value === 'string' ? decode(value).trim() || undefined : undefined;
  }

  private nothing(): XmlElement {
    return new XmlElement(undefined, this.lines, this.start);
  }

  private get start(): number {
    if (typeof this.node !== 'object') return this.outer;
    const known = this.node[place] as unknown as { startIndex?: number } | undefined;
    return known?.startIndex ?? this.outer;
  }
}

/** The document whose root has the name, or undefined with a fault. It is refused where it could grow beyond its size. */
export function readXml(text: string, rootName: string, findings: StatementFindings): XmlElement | undefined {
  const refuse = (code: string, message: string, line = 1): undefined => {
    findings.fault(line, code, message);
  };
  const document = text.replace(/^\uFEFF/, '').trimStart();
  const skipped = text.slice(0, text.length - document.length).split('\n').length - 1;
  if (/<!(?:DOCTYPE|ENTITY)/i.test(document)) {
    return refuse('xml_document_type', 'The file declares a document type, which statements do not have.');
  }
  let tags = 0;
  for (let at = document.indexOf('<'); at >= 0; at = document.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS) return refuse('xml_too_large', `The file has more than ${MOST_TAGS} tags; split it.`);
  try {
    const parsed = new XMLParser(options).parse(document) as XmlNode;
    const lines = new LineEnds(document, skipped);
    const broken = brokenTag(document);
    if (broken) return refuse('broken_xml', `The XML is broken: ${broken.message}`, lines.lineOf(broken.index));
    const root = new XmlElement(parsed, lines, 0).at(rootName);
    if (root.isThere) return root;
    return refuse('not_this_document', `The document is no ${quoted(rootName)}.`);
  } catch (error) {
    // The parser tells by errors what it does not read.
    const isDeep = error instanceof Error && error.message.includes('nested tags');
    if (isDeep) return refuse('xml_too_deep', `Elements stand within each other more than ${MOST_DEPTH} deep.`);
    return refuse('broken_xml', 'The XML is broken: a tag is not closed, or has a name that no element has.');
  }
}

const pieces =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s<>/"']+)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>|</g;

/** The first tag that is not closed, closes another, or ends nowhere: the parser passes over such. */
function brokenTag(document: string): { index: number; message: string } | undefined {
  const open: { name: string; index: number }[] = [];
  for (const { index, 1: slash, 2: name, 3: alone } of document.matchAll(pieces)) {
    if (name === undefined) {
      // Comments, instructions and text that is marked as such are whole.
      if (/^<(?:!--|!\[CDATA\[|\?)/.test(document.slice(index, index + 9))) continue;
      return { index, message: 'a tag does not end.' };
    }
    if (slash === '') {
      if (alone === '') open.push({ name, index });
    } else if (open.pop()?.name !== name) {
      return { index, message: `${quoted(`</${name}>`)} closes another element than the one that is open.` };
    }
  }
  const [outermost] = open;
  return outermost && { index: outermost.index, message: `${quoted(`<${outermost.name}>`)} is not closed.` };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hex, name) => {
    if (name) return named[name as string]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** For readers of other languages with elements: nodes of their own making, each with its place in the text. */
export function documentOf(text: string) {
  const lines = new LineEnds(text, 0);
  return {
    lineOf: (index: number) => lines.lineOf(index),
    place: (startIndex: number) => ({ [place]: { startIndex } }) as unknown as Record<string, XmlNode[] | string>,
    element: (node: XmlNode) => new XmlElement(node, lines, 0),
  };
}

/** Finds the line of a place in a text. */
class LineEnds {
  private readonly ends: number[] = [];

  constructor(
    text: string,
    private readonly before: number,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.ends.push(at);
  }

  lineOf(index: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! < index) low = middle + 1;
      else high = middle;
    }
    return low + 1 + this.before;
  }
}
