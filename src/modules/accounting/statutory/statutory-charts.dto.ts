import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Code, Count, CountryCode, List, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_LINES = 5000;

export class StatutoryLineFields {
  @Code(40, { example: '512', description: 'As the authority numbers it; unique in the chart. Case counts.' })
  code: string;

  @Text(200, { example: 'Banks' })
  name: string;
}

export class StatutoryLinesFields {
  @List(() => StatutoryLineFields, { max: MOST_LINES, description: 'All lines of the chart.' })
  lines: StatutoryLineFields[];
}

class StatutoryChartFields {
  @Code(20, { example: 'PCG', description: 'Unique in the organization and fixed for good. Case counts.' })
  code: string;

  @Text(200, { example: 'Plan comptable général' })
  name: string;

  @CountryCode({ example: 'FR', description: 'Where the chart is prescribed; fixed for good.' })
  country: string;
}

export class CreateStatutoryChart extends StatutoryChartFields {
  @List(() => StatutoryLineFields, { optional: true, max: MOST_LINES, description: 'May be sent later.' })
  lines?: StatutoryLineFields[];
}

export class UpdateStatutoryChart extends PartialType(PickType(StatutoryChartFields, ['name'])) {}

export interface StatutoryChartRow {
  id: string;
  code: string;
  name: string;
  country: string;
  lineCount: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class StatutoryChartView extends StatutoryChartFields {
  @Ref({ example: exampleId })
  id: string;

  @Count(0, MOST_LINES, { example: 350 })
  lineCount: number;

  @Count(1, 2_147_483_647, {
    example: 1,
    description: 'Counts the changes of the chart, of its lines and of what is mapped to them; also the ETag.',
  })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ createdAt, updatedAt, ...row }: StatutoryChartRow): StatutoryChartView {
    const { id, code, name, country, lineCount, version } = row;
    const [created, updated] = [createdAt.toISOString(), updatedAt.toISOString()];
    return { id, code, name, country, lineCount, version, createdAt: created, updatedAt: updated };
  }
}

export class StatutoryChartList extends ListOf(StatutoryChartView) {}

export class StatutoryLineView extends StatutoryLineFields {
  @Ref({ example: exampleId })
  id: string;

  @Count(0, 2_147_483_647, { example: 2, description: 'Accounts of all legal entities that are mapped to the line.' })
  accountCount: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from({ id, code, name, accountCount, updatedAt }: StatutoryLineRow): StatutoryLineView {
    return { id, code, name, accountCount, updatedAt: updatedAt.toISOString() };
  }
}

export interface StatutoryLineRow {
  id: string;
  code: string;
  name: string;
  accountCount: number;
  updatedAt: Date;
}

export class StatutoryLineList extends ListOf(StatutoryLineView) {}
