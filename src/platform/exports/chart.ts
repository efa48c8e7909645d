/** One set of figures of a chart, a value for each label. */
export interface ChartSeries {
  name: string;
  /** Decimal text; null where there is no value. */
  values: readonly (string | null)[];
  form: 'bar' | 'line' | 'step';
  /** Series of one stack stand on each other. */
  stack?: string;
}

/** What a picture shows. Labels and names are texts that somebody wrote. */
export interface Chart {
  title: string;
  /** What it is about and in which unit, under the title. */
  subtitle: string;
  /** The same in words, for those who cannot see it. */
  description: string;
  labels: readonly string[];
  /** Whether the labels are days, which stand as far apart as they are in time. */
  isOverTime?: boolean;
  series: readonly ChartSeries[];
}
