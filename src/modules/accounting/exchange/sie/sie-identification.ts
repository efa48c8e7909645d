import type { SieFields } from './sie-fields.js';
import type { SieFiscalYear } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';

/** Where a file comes from and what it covers: program, company, currency and fiscal years. */
export class SieIdentification {
  private readonly seen = new Map<string, SieFields>();
  private readonly fiscalYears = new Map<number, SieFiscalYear>();

  /** By label. */
  readonly readers: Readonly<Record<string, (fields: SieFields) => void>> = {
    '#FLAGGA': (fields) => this.flag(fields),
    '#FORMAT': (fields) => this.oneOf(fields, ['PC8'], 'unsupported_format'),
    '#SIETYP': (fields) => this.oneOf(fields, ['4', '4E'], 'unsupported_type'),
    '#PROGRAM': (fields) => this.once(fields),
    '#GEN': (fields) => this.once(fields),
    '#FNAMN': (fields) => this.once(fields),
    '#ORGNR': (fields) => this.once(fields),
    '#FTYP': (fields) => this.once(fields),
    '#VALUTA': (fields) => this.once(fields),
    '#RAR': (fields) => this.fiscalYear(fields),
  };

  constructor(private readonly findings: SieFindings) {}

  /** What has been read; a part that every file has and this one has not is a fault on its last line. */
  finish(lastLine: number) {
    for (const label of ['#FLAGGA', '#SIETYP']) if (!this.seen.has(label)) this.missing(label, lastLine);
    if (!this.fiscalYears.has(0)) this.missing('#RAR 0', lastLine);
    return {
      isMarkedReceived: this.text('#FLAGGA') === '1',
      program: { name: this.text('#PROGRAM') ?? '', version: this.seen.get('#PROGRAM')?.text(1) ?? '' },
      generatedOn: this.seen.get('#GEN')?.incidentalDate(0, 'date of the export'),
      companyName: this.text('#FNAMN') ?? '',
      organizationNumber: this.text('#ORGNR'),
      legalForm: this.text('#FTYP'),
      currency: this.text('#VALUTA')?.toUpperCase() ?? 'SEK',
      currencyLine: this.seen.get('#VALUTA')?.line,
      fiscalYears: this.fiscalYears,
    };
  }

  /** `undefined` where the label is missing or empty. */
  private text(label: string): string | undefined {
    return this.seen.get(label)?.text(0) || undefined;
  }

  private missing(label: string, line: number): void {
    this.findings.fault(line, 'missing_label', `The file ends without ${label}, which every export of books has.`);
  }

  private once(fields: SieFields): void {
    const { label } = fields.record;
    if (this.seen.has(label)) fields.fault('duplicate_label', `${label} stands in the file twice.`);
    else this.seen.set(label, fields);
  }

  private oneOf(fields: SieFields, allowed: readonly string[], code: string): void {
    this.once(fields);
    const text = fields.required(0, 'value');
    if (text === undefined || allowed.includes(text.toUpperCase())) return;
    fields.fault(code, `${fields.record.label} has to be ${allowed.join(' or ')}, not ${quoted(text)}.`);
  }

  private flag(fields: SieFields): void {
    this.oneOf(fields, ['0', '1'], 'unknown_flag');
    if (fields.text(0) !== '1') return;
    this.findings.remark(
      fields.line,
      'marked_received',
      'A program has marked the file as received before (#FLAGGA 1).',
    );
  }

  private fiscalYear(fields: SieFields): void {
    const index = fields.yearIndex(0);
    const startsOn = fields.date(1, 'first day');
    const endsOn = fields.date(2, 'last day');
    if (index === undefined || !startsOn || !endsOn) return;
    if (endsOn < startsOn) fields.fault('invalid_fiscal_year', 'The fiscal year ends before it starts.');
    if (this.fiscalYears.has(index)) fields.fault('duplicate_label', `#RAR ${index} stands in the file twice.`);
    this.fiscalYears.set(index, { index, startsOn, endsOn, line: fields.line });
  }
}
