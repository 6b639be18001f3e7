import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { faultsOf } from './faults';
import * as kinds from './field-kind';
import type { FieldKind, ListLimits, TextLimits } from './field-kind';

/** What readers are told about a field besides its shape. */
interface About {
  readonly description: string;
  readonly example?: unknown;
  /** The field may be left out; null never stands for that. */
  readonly optional?: true;
}

const QUERY_READER = 'evenhand:query-reader';

export const TextField = (about: About & TextLimits) => valueField(kinds.text(about), about);
export const CodeField = (about: About) => valueField(kinds.code(), about);
export const UuidField = (about: About) => valueField(kinds.uuid(), about);
export const DayField = (about: About) => valueField(kinds.day(), about);
export const TimeField = (about: About) => valueField(kinds.time(), about);
export const FlagField = (about: About) => valueField(kinds.flag(), about);

export const WholeNumberField = (about: About & { min: number; max: number }) =>
  valueField(kinds.wholeNumber(about), about);

export const NumberField = (about: About & { min: number; max: number }) =>
  valueField(kinds.number(about), about);

export const ChoiceField = (values: readonly string[], about: About) =>
  valueField(kinds.choice(values), about);

/** A list of values, or of objects where it is given their class: `ListField(() => GapDto, …)`. */
export function ListField(of: FieldKind | (() => Class), about: About & ListLimits): PropertyDecorator {
  const limits = {
    minItems: about.min ?? 0,
    maxItems: about.max,
    ...(about.unique === undefined ? {} : { uniqueItems: true }),
  };
  if (typeof of === 'function') {
    return applyDecorators(
      ApiProperty({ ...told(about), ...limits, type: () => of(), isArray: true }),
      rule((value) => kinds.listFault(value, about)),
      Type(of),
      ValidateNested(),
      ...leftOutIf(about),
    );
  }
  return applyDecorators(
    ApiProperty({ ...told(about), ...limits, type: 'array', items: of.schema }),
    rule((value) => kinds.listFault(value, about) ?? itemFaults(value as readonly unknown[], of)),
    queryReader((text) => [of.fromQuery?.(text) ?? text]),
    ...leftOutIf(about),
  );
}

/** An object of a class of its own. */
export const ObjectField = (of: () => Class, about: About): PropertyDecorator =>
  applyDecorators(
    // The document builder knows a class that is named later by this very shape of a function.
    ApiProperty({ ...told(about), type: () => of() }),
    rule((value) => (isObject(value) ? undefined : 'must be an object')),
    Type(of),
    ValidateNested(),
    ...leftOutIf(about),
  );

/** Objects of one class under names that the caller chooses; `max` is how many. */
export function MapField(
  of: Class<object>,
  about: About & { max: number; keys: RegExp; keysLookLike: string },
): PropertyDecorator {
  return (target, property) => {
    ApiExtraModels(of)(target.constructor);
    const decorators = [
      ApiProperty({
        description: about.description,
        selfRequired: about.optional !== true,
        type: 'object',
        maxProperties: about.max,
        additionalProperties: { $ref: getSchemaPath(of) },
        ...(about.example === undefined ? {} : { example: about.example }),
      }),
      rule((value) => mapFault(value, of, about)),
      ...leftOutIf(about),
    ];
    applyDecorators(...decorators)(target, property);
  };
}

/** How a field of a DTO is read from the text of a query string; undefined where text is what it is. */
export function queryReaderOf(dto: Class<object>, property: string): ((text: string) => unknown) | undefined {
  return Reflect.getMetadata(QUERY_READER, dto.prototype as object, property) as
    ((text: string) => unknown) | undefined;
}

function valueField(kind: FieldKind, about: About): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...told(about), ...kind.schema }),
    rule(kind.faultOf),
    ...(kind.fromQuery === undefined ? [] : [queryReader(kind.fromQuery)]),
    ...leftOutIf(about),
  );
}

function told({ description, example, optional }: About) {
  return { description, required: optional !== true, ...(example === undefined ? {} : { example }) };
}

/** A rule of class-validator that says in our words what is wrong: one line for each fault. */
function rule(faultOf: (value: unknown) => string | undefined): PropertyDecorator {
  return ValidateBy({
    name: 'field',
    validator: {
      validate: (value) => faultOf(value) === undefined,
      defaultMessage: (subject) => faultOf(subject?.value) ?? '',
    },
  });
}

function leftOutIf({ optional }: About): PropertyDecorator[] {
  return optional === true ? [ValidateIf((_, value) => value !== undefined)] : [];
}

function queryReader(read: (text: string) => unknown): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(QUERY_READER, read, target, property);
  };
}

function itemFaults(items: readonly unknown[], of: FieldKind): string | undefined {
  const faults = items.flatMap((item, at) => {
    const fault = of.faultOf(item);
    return fault === undefined ? [] : [`[${at}] ${fault}`];
  });
  return faults.length === 0 ? undefined : faults.join('\n');
}

function mapFault(
  value: unknown,
  of: Class<object>,
  { max, keys, keysLookLike }: { max: number; keys: RegExp; keysLookLike: string },
): string | undefined {
  if (!isObject(value)) return 'must be an object';
  const entries = Object.entries(value);
  if (entries.length > max) return `must hold up to ${max} keys`;
  if (!entries.every(([key]) => key.length <= 200 && keys.test(key))) {
    return `must have keys that are ${keysLookLike}`;
  }
  const faults = entries.flatMap(([key, member]) =>
    faultsOf(of, member, `["${key}"]`).map(({ where = '', what }) => `${where} ${what}`),
  );
  return faults.length === 0 ? undefined : faults.join('\n');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
