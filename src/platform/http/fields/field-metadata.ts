import { getMetadataStorage, ValidateBy, ValidateIf } from 'class-validator';
import type { ValueRule } from './rule.js';

export type FieldClass = new () => object;

/** An object inside the object; the class is named by a thunk because it may be declared later in the file. */
export interface NestedRule {
  readonly nested: () => FieldClass;
}

export interface ListRule {
  readonly item: ValueRule | NestedRule;
  readonly min: number;
  readonly max: number;
  /** No value stands in the list twice. */
  readonly distinct?: boolean | undefined;
}

export type FieldRule = ValueRule | NestedRule | ListRule;

export interface Field {
  readonly name: string;
  readonly rule: FieldRule;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** The fields of one class, read once. */
export interface Fields {
  readonly type: FieldClass;
  readonly list: readonly Field[];
  readonly names: ReadonlySet<string>;
}

/** What a decorator writes down; it travels inside class-validator's metadata, so PartialType and its kin copy it. */
class Declaration {
  constructor(
    readonly rule: FieldRule,
    readonly nullable: boolean,
  ) {}
}

const absentPasses = (_: object, value: unknown) => value !== undefined;
const nullPasses = (_: object, value: unknown) => value !== null;

/** Records a field with class-validator, which can validate the class with it as it stands. */
export function declareField(rule: FieldRule, { optional = false, nullable = false }): PropertyDecorator {
  const decorators = [
    ValidateBy({
      name: 'field',
      constraints: [new Declaration(rule, nullable)],
      validator: { validate: (value) => accepts(rule, value), defaultMessage: () => '$property is not as declared' },
    }),
  ];
  if (optional) decorators.push(ValidateIf(absentPasses));
  if (nullable) decorators.push(ValidateIf(nullPasses));
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

/** The rule alone; what is inside of nested objects class-validator visits by itself. */
function accepts(rule: FieldRule, value: unknown): boolean {
  if ('nested' in rule) return isObject(value);
  if ('check' in rule) return rule.check(value) === undefined;
  const { item, min, max, distinct } = rule;
  if (!Array.isArray(value) || (distinct && new Set(value).size < value.length)) return false;
  return value.length >= min && value.length <= max && value.every((one) => accepts(item, one));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const known = new WeakMap<object, Fields>();

/** The declared fields of a class, those of its parents and of mapped types included. Throws when it declares none. */
export function fieldsOf(type: FieldClass): Fields {
  let fields = known.get(type);
  if (!fields) known.set(type, (fields = readFields(type)));
  return fields;
}

/** Whether the class declares fields at all, so that it can be asked for them. */
export function hasFields(type: unknown): type is FieldClass {
  if (typeof type !== 'function') return false;
  return known.has(type) || metadataOf(type).some(({ constraints }) => declarationIn(constraints));
}

const metadataOf = (type: object) =>
  getMetadataStorage().getTargetValidationMetadatas(type as FieldClass, '', false, false);

function declarationIn(constraints: unknown[] | undefined): Declaration | undefined {
  return constraints?.[0] instanceof Declaration ? constraints[0] : undefined;
}

function readFields(type: FieldClass): Fields {
  const metadata = metadataOf(type);
  const optional = new Set(metadata.filter(passesAbsent).map(({ propertyName }) => propertyName));
  const fields = new Map<string, Field>();
  for (const { type: kind, propertyName: name, constraints } of metadata) {
    if (kind !== 'customValidation') continue;
    const declaration = declarationIn(constraints);
    if (!declaration) throw new Error(`${type.name}.${name} has a rule that is not a house field`);
    if (fields.has(name)) throw new Error(`${type.name}.${name} is declared twice`);
    const { rule, nullable } = declaration;
    fields.set(name, { name, rule, nullable, optional: optional.has(name) });
  }
  if (fields.size === 0) throw new Error(`${type.name} declares no fields`);
  return { type, list: [...fields.values()], names: new Set(fields.keys()) };
}

/** Whether this is a condition that lets an absent value pass: ours, or the one that PartialType adds. */
function passesAbsent({ type, propertyName, constraints }: ReturnType<typeof metadataOf>[number]): boolean {
  if (type !== 'conditionalValidation') return false;
  const condition = constraints[0] as (object: object, value: unknown) => boolean;
  return !condition({ [propertyName]: undefined }, undefined);
}
