import { xmlFile } from './xml-file.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

it('writes elements in their order, lists one after the other, and leaves out what there is none of', () => {
  const root = { a: { '@id': '1', b: 'x', c: [{ d: '1' }, { d: '2' }], e: undefined, f: [] } };
  expect(xmlFile(root).replaceAll(/\n\s*/g, '')).toBe(
    `${declaration.trim()}<a id="1"><b>x</b><c><d>1</d></c><c><d>2</d></c></a>`,
  );
});

it('writes what stands for something else in XML so that it is read as it was', () => {
  const text = xmlFile({ a: { '@name': '"<&>\'', b: '<&>"\'' } });
  expect(text).toContain('<b>&lt;&amp;&gt;');
  expect(text).toContain('name="&quot;&lt;&amp;&gt;');
});

it('leaves out characters that XML does not know', () => {
  expect(xmlFile({ a: 'x\u0000\u0008\u001F\uD800y\uFFFF\t𝄞é' })).toContain('<a>xy\t𝄞é</a>');
});
