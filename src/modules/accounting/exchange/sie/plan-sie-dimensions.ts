import type { DimensionKind } from '../../dimensions/dimension-kind.js';
import type { SieFile, SieObjectReference } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';
import type { BooksDimension, BooksSnapshot, PlannedDimension, PlannedObject } from './sie-import-plan.js';
import type { SieYearFigures } from './sie-year-figures.js';

const maxDimensionLength = 20;
const maxObjectLength = 50;
const maxNameLength = 200;

/** Dimensions that SIE reserves a number for, which a file may use without declaring them (specification 5.12). */
const reserved: Readonly<Record<string, { name: string; kind: DimensionKind }>> = {
  '1': { name: 'Cost centre', kind: 'cost_centre' },
  '2': { name: 'Cost object', kind: 'custom' },
  '6': { name: 'Project', kind: 'project' },
  '7': { name: 'Employee', kind: 'custom' },
  '8': { name: 'Customer', kind: 'custom' },
  '9': { name: 'Supplier', kind: 'custom' },
  '10': { name: 'Invoice', kind: 'custom' },
};

/**
 * The dimensions of the import with their objects: those that the file declares and those that it uses. What the books
 * have keeps its name; what is used has to be active there.
 */
export function planDimensions(
  file: SieFile,
  figures: SieYearFigures,
  books: BooksSnapshot,
  findings: SieFindings,
): PlannedDimension[] {
  const plan = new DimensionPlan(books, findings);
  for (const { number, name, line } of file.dimensions) plan.dimension(number, name, line);
  for (const { dimension, object, name, line } of file.objects) plan.object({ dimension, object }, name, line);
  for (const { objects, line } of [...figures.objectOpenings, ...figures.objectClosings]) plan.use(objects, line);
  for (const { rows } of file.vouchers) {
    for (const { kind, objects, line } of rows) if (kind === 'transaction') plan.use(objects, line);
  }
  return plan.finish();
}

interface Planned {
  dimension: Omit<PlannedDimension, 'objects'>;
  objects: Map<string, PlannedObject>;
}

class DimensionPlan {
  private readonly planned = new Map<string, Planned>();
  private readonly inactive = new Set<string>();

  constructor(
    private readonly books: BooksSnapshot,
    private readonly findings: SieFindings,
  ) {}

  dimension(number: string, name: string, line: number): Planned {
    const known = this.planned.get(number);
    if (known) return known;
    this.requireShort(number, maxDimensionLength, 'dimension number', line);
    const inBooks = this.inBooks(number);
    const standard = reserved[number];
    const dimension = {
      code: number,
      name: inBooks?.name ?? ((name || standard?.name) ?? number).slice(0, maxNameLength),
      kind: inBooks?.kind ?? standard?.kind ?? 'custom',
      isNew: !inBooks,
    };
    const planned: Planned = { dimension, objects: new Map() };
    this.planned.set(number, planned);
    return planned;
  }

  object({ dimension, object }: SieObjectReference, name: string, line: number): void {
    const { objects } = this.dimension(dimension, '', line);
    if (objects.has(object)) return;
    this.requireShort(object, maxObjectLength, 'object', line);
    const inBooks = this.inBooks(dimension)?.values.get(object);
    const shown = inBooks?.name ?? (name || object).slice(0, maxNameLength);
    objects.set(object, { code: object, name: shown, isNew: !inBooks });
  }

  /** Rows and balances name objects that need not be declared; they have to be open for posting. */
  use(references: readonly SieObjectReference[], line: number): void {
    for (const reference of references) {
      if (reference.object === '') continue;
      this.object(reference, '', line);
      this.requireActive(reference, line);
    }
  }

  finish(): PlannedDimension[] {
    return Array.from(this.planned.values(), ({ dimension, objects }) => ({
      ...dimension,
      objects: [...objects.values()],
    }));
  }

  private requireActive({ dimension, object }: SieObjectReference, line: number): void {
    const inBooks = this.inBooks(dimension);
    const value = inBooks?.values.get(object);
    const key = JSON.stringify([dimension, object]);
    if (!inBooks || this.inactive.has(key) || (inBooks.isActive && value?.isActive !== false)) return;
    this.inactive.add(key);
    const what = inBooks.isActive ? `Object ${quoted(object)} of dimension` : 'Dimension';
    this.findings.fault(line, 'object_inactive', `${what} ${quoted(dimension)} is inactive in the books.`);
  }

  private inBooks(number: string): BooksDimension | undefined {
    return this.books.dimensions?.get(number);
  }

  private requireShort(text: string, most: number, meaning: string, line: number): void {
    if (text.length <= most && text.trim().replaceAll(/\s+/g, ' ') === text) return;
    const message = `A ${meaning} has at most ${most} characters and single blanks, unlike ${quoted(text)}.`;
    this.findings.fault(line, 'object_name_unusable', message);
  }
}
