import { createRequire } from 'node:module';
import type { Chart } from '../chart.js';
import { chartSvg } from './chart-svg.js';

// The parser that reads the spreadsheets of other tests; it refuses what is not well formed.
const { Parser } = createRequire(__filename)('saxen') as {
  Parser: new () => {
    on(event: 'openTag', listener: (name: string, attributes: () => Record<string, string>) => void): void;
    on(event: 'error' | 'warn', listener: (error: Error) => void): void;
    on(event: 'text', listener: (text: string, decode: (text: string) => string) => void): void;
    parse(xml: string): void;
  };
};

interface Parsed {
  tags: { name: string; attributes: Record<string, string> }[];
  texts: string[];
}

function parsed(svg: string): Parsed {
  const [parser, found] = [new Parser(), { tags: [], texts: [] } as Parsed];
  const refuse = (error: Error) => {
    throw error;
  };
  parser.on('error', refuse);
  parser.on('warn', refuse);
  parser.on('openTag', (name, attributes) => found.tags.push({ name, attributes: attributes() }));
  parser.on('text', (text, decode) => found.texts.push(decode(text)));
  parser.parse(svg);
  return found;
}

const chart: Chart = {
  title: 'Sales of <script>alert(1)</script> & "Łódź"',
  subtitle: 'Example Ltd',
  description: 'Two series & more.',
  labels: ['2026-01', '2026-02', "<b onload='x'>"],
  series: [
    { name: 'Income', values: ['100.00', '200.50', '0.00'], form: 'bar' },
    { name: 'Expenses <i>', values: ['50.00', '-20.00', null], form: 'bar' },
  ],
};
const fills = (svg: string, color: string) =>
  parsed(svg).tags.filter(({ name, attributes }) => name === 'path' && attributes.fill === color);

it('has a bar for every value, and one in the legend', () => {
  const svg = chartSvg(chart);
  expect(fills(svg, '#0072B2')).toHaveLength(3 + 1);
  expect(fills(svg, '#E69F00')).toHaveLength(2 + 1);
});

it('has a mark for every point of a line, and none where they would touch', () => {
  const values = Array.from({ length: 20 }, (_, at) => String(at));
  const line = (count: number): Chart => ({
    ...chart,
    labels: Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10)),
    series: [{ name: 'Balance', values: Array.from({ length: count }, (_, at) => values[at % 20]!), form: 'step' }],
    isOverTime: true,
  });
  const marks = (svg: string) =>
    parsed(svg).tags.filter(({ attributes }) => attributes.stroke === '#0072B2' && attributes.fill === '#fff').length;
  // The legend has one of its own.
  expect(marks(chartSvg(line(20)))).toBe(20 + 1);
  expect(marks(chartSvg(line(200)))).toBeLessThanOrEqual(1);
});

it('keeps texts as texts, and holds no script, style or address', () => {
  const svg = chartSvg(chart);
  const { tags, texts } = parsed(svg);
  expect(texts).toEqual(expect.arrayContaining([chart.title, "<b onload='x'>", 'Expenses <i>']));
  const names = new Set(tags.map(({ name }) => name));
  for (const name of ['script', 'style', 'foreignObject', 'image', 'a', 'use']) expect(names).not.toContain(name);
  for (const { attributes } of tags)
    expect(Object.keys(attributes).filter((name) => /^on|href$/.test(name))).toEqual([]);
});

it('is named and described for those who hear it', () => {
  const { tags, texts } = parsed(chartSvg(chart));
  expect(tags[0]).toMatchObject({ name: 'svg', attributes: { role: 'img', 'aria-labelledby': 'title desc' } });
  expect(tags.slice(1, 3).map(({ name, attributes }) => [name, attributes.id])).toEqual([
    ['title', 'title'],
    ['desc', 'desc'],
  ]);
  expect(texts.slice(0, 2)).toEqual([chart.title, chart.description]);
});

it('draws nothing but the axes where there are no figures', () => {
  expect(() =>
    parsed(chartSvg({ ...chart, labels: [], series: [{ name: 'None', values: [], form: 'bar' }] })),
  ).not.toThrow();
});
