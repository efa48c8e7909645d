import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TitleComponent,
  type TitleComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart, ChartSeries } from '../chart.js';

type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>;

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, SVGRenderer]);

const [WIDTH, HEIGHT] = [960, 480];
// Told apart with every common colour vision deficiency (Okabe and Ito, "Color Universal Design").
const PALETTE = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442', '#000000'];
const FONT = 'DejaVu Sans, Helvetica, Arial, sans-serif';
/** More names than this do not stand beside each other. */
const MOST_LEVEL_NAMES = 12;
/** With more values than this, a line has no marks on it. */
const MOST_POINTS = 60;

/** The chart as SVG, without script and the same for the same figures. */
export function chartSvg(chart: Chart): string {
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  canvas.setOption(optionOf(chart));
  const svg = canvas.renderToSVGString();
  canvas.dispose();
  return accessible(svg, chart);
}

function optionOf({ title, subtitle, labels, series, isOverTime = false }: Chart): ChartOption {
  return {
    animation: false,
    useUTC: true,
    backgroundColor: '#FFFFFF',
    color: PALETTE,
    textStyle: { fontFamily: FONT },
    title: { text: title, subtext: subtitle, left: 24, top: 14, textStyle: { fontSize: 18 } },
    legend: { data: series.map(({ name }) => name), right: 24, top: 20, itemGap: 18 },
    grid: { left: 24, right: 32, top: 92, bottom: 20, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: isOverTime
      ? { type: 'time', axisLabel: { formatter: '{yyyy}-{MM}-{dd}', hideOverlap: true } }
      : namesOf(labels),
    yAxis: { type: 'value', axisLabel: { formatter: axisText } },
    series: series.map((one) => seriesOf(one, isOverTime ? labels : undefined)),
  };
}

function namesOf(labels: readonly string[]): ChartOption['xAxis'] {
  const areMany = labels.length > MOST_LEVEL_NAMES;
  const axisLabel = {
    rotate: areMany ? 45 : 0,
    interval: areMany ? 'auto' : 0,
    width: 110,
    overflow: 'truncate',
  } as const;
  return { type: 'category', data: [...labels], axisLabel };
}

/** @param days that the values are of, where the axis is time */
function seriesOf(
  { name, values, form, stack }: ChartSeries,
  days: readonly string[] | undefined,
): BarSeriesOption | LineSeriesOption {
  // A picture has no more digits than a floating-point number.
  const numbers = values.map((value) => (value === null ? '-' : Number(value)));
  const data = days ? days.map((day, at) => [day, numbers[at]!]) : numbers;
  const shared = { name, data, stack, silent: true, emphasis: { disabled: true } };
  if (form === 'bar') return { ...shared, type: 'bar', barMaxWidth: 48 };
  const showSymbol = values.length <= MOST_POINTS;
  return {
    ...shared,
    type: 'line',
    step: form === 'step' ? 'end' : false,
    symbolSize: 5,
    showSymbol,
    showAllSymbol: true,
  };
}

const axisText = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 }).replaceAll(',', '\u202F');

/** Names the picture and says it in words, for those who hear it. */
function accessible(svg: string, { title, description }: Chart): string {
  const words = `<title id="title">${escaped(title)}</title><desc id="desc">${escaped(description)}</desc>`;
  // What the library adds for pages of its own has no meaning here.
  const plain = svg.replaceAll(/ ecmeta_[a-z_]+="[^"]*"/g, '').replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '');
  return plain.replace(/^<svg ([^>]*)>/, `<svg role="img" aria-labelledby="title desc" lang="en" $1>${words}`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const noXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string) => text.replaceAll(noXml, '\uFFFD').replaceAll(/[&<>"]/g, (one) => entities[one]!);
