import type { Paramtype, Type } from '@nestjs/common';
import { PARAMTYPES_METADATA, ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import { readingOf } from './parameter-reading.js';

const kinds: Readonly<Record<string, { type: Paramtype; decorator: string }>> = {
  [RouteParamtypes.BODY]: { type: 'body', decorator: '@Body()' },
  [RouteParamtypes.QUERY]: { type: 'query', decorator: '@Query()' },
  [RouteParamtypes.PARAM]: { type: 'param', decorator: '@Param()' },
};

type Declared = Record<string, { index: number; data?: string }>;

/**
 * The faults of a handler's parameters: those in which `FieldsPipe` could check nothing, which would answer each request
 * with 500.
 *
 * @param prototype of the controller
 */
export function unreadParameters(prototype: object, handler: string): string[] {
  const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, handler) as Declared | undefined;
  const classes = Reflect.getMetadata(PARAMTYPES_METADATA, prototype, handler) as Type[] | undefined;
  return Object.entries(declared ?? {}).flatMap(([key, { index, data }]) => {
    const kind = kinds[key.split(':', 1)[0]!];
    if (!kind || readingOf({ type: kind.type, metatype: classes?.[index], data })) return [];
    return [`parameter ${index + 1} is a ${kind.decorator} without a class of fields`];
  });
}
