import XMLBuilder from 'fast-xml-builder';

/** Elements by name in the order in which they are written; `@` begins the name of an attribute, `#text` is the content. */
export interface XmlElement {
  [name: string]: XmlContent | undefined;
}
export type XmlContent = string | XmlElement | readonly (string | XmlElement)[];

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  format: true,
  indentBy: '  ',
});

/** As UTF-8 with its declaration. Characters that XML 1.0 does not know are left out. */
export function xmlFile(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(written(root))}`;
}

function written(content: XmlContent): unknown {
  if (typeof content === 'string') return withoutControls(content);
  if (Array.isArray(content)) return content.map(written);
  const members = Object.entries(content as XmlElement).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members.map(([name, value]) => [name, written(value!)]));
}

const withoutControls = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
