import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const statutoryChartList = defineList({
  name: 'statutoryChart',
  id: 'chart.id',
  updatedAt: 'chart.updated_at',
  filters: {
    code: filter.text('chart.code', { prefix: true, description: 'Charts with this code.', example: 'PCG' }),
    country: filter.text('chart.country', { description: 'Charts of this country.', example: 'FR' }),
  },
  sorts: {
    code: { column: 'chart.code COLLATE "C"', type: 'text' },
    name: { column: 'chart.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const statutoryChartColumns = `
  chart.id, chart.code, chart.name, chart.country, chart.version, chart.created_at AS "createdAt",
  chart.updated_at AS "updatedAt",
  (SELECT count(*)::integer FROM accounting.statutory_line line
   WHERE line.organization_id = chart.organization_id AND line.chart_id = chart.id) AS "lineCount"`;

export const statutoryLineList = defineList({
  name: 'statutoryLine',
  id: 'line.id',
  updatedAt: 'line.updated_at',
  filters: {
    code: filter.text('line.code', { prefix: true, description: 'Lines with this code.', example: '512' }),
  },
  sorts: { code: { column: 'line.code COLLATE "C"', type: 'text' } },
  defaultSort: 'code',
});

export const statutoryLineColumns = `
  line.id, line.code, line.name, line.updated_at AS "updatedAt",
  (SELECT count(*)::integer FROM accounting.statutory_mapping mapping
   WHERE mapping.organization_id = line.organization_id AND mapping.chart_id = line.chart_id
     AND mapping.line_id = line.id) AS "accountCount"`;
