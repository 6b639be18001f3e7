/** As much of JSON Schema as the description of the interface uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A part of a request that stands outside of its body. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface DescribedOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content } | undefined>
  >;
  readonly 'x-permission'?: string | readonly string[];
}

/** What `/api/openapi.json` says. */
export interface DescribedApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, DescribedOperation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One thing that can be asked of the interface. */
export interface Operation extends DescribedOperation {
  readonly method: Method;
  /** With its parameters in braces. */
  readonly path: string;
}

/** Every operation, in the order of the document. */
export function operationsOf({ paths }: DescribedApi): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method as Method, path })),
  );
}

/** The address of an operation, its parameters filled in as they are. */
export function addressOf(path: string, valueOf: (name: string) => string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
}

/** The schema that a `$ref` names, or the one that was given. */
export function resolved(schema: Schema, api: DescribedApi): Schema {
  if (schema.$ref === undefined) return schema;
  const found = api.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`${schema.$ref} stands nowhere`);
  return found;
}

/** Where a value is not as its schema says, one line each; a field that the schema does not name is a fault. */
export function faultsOf(value: unknown, given: Schema, api: DescribedApi, where = 'answer'): string[] {
  const schema = resolved(given, api);
  const part = (inner: unknown, of: Schema, step: string) => faultsOf(inner, of, api, `${where}${step}`);
  if (schema.allOf !== undefined) return schema.allOf.flatMap((of) => part(value, of, ''));
  if (schema.oneOf !== undefined) {
    const fitting = schema.oneOf.filter((of) => part(value, of, '').length === 0);
    return fitting.length === 1 ? [] : [`${where} fits ${fitting.length} of its alternatives`];
  }
  // What somebody's own data consists of is for the data inventory to say.
  if (Object.keys(schema).every((key) => key === 'description')) return [];
  if (!hasType(value, schema.type)) return [`${where} is no ${String(schema.type)}: ${shown(value)}`];
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity } = schema;
    if (items === undefined) return [`${where} has items that are not described`];
    if (value.length < minItems || value.length > maxItems) return [`${where} has ${value.length} items`];
    return value.flatMap((item, at) => part(item, items, `[${at}]`));
  }
  if (typeof value === 'object' && value !== null) {
    const { properties = {}, required = [], additionalProperties = false } = schema;
    const missing = required.filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => `${where}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, member]) => {
        const of = properties[name] ?? additionalProperties;
        if (typeof of === 'object') return part(member, of, `.${name}`);
        return of ? [] : [`${where}.${name} is not described`];
      }),
    ];
  }
  return isWithin(value, schema) ? [] : [`${where} is out of range: ${shown(value)}`];
}

/** The fields that a value has, each as `Schema.field`; of what no schema names, nothing. */
export function fieldsOf(
  value: unknown,
  given: Schema,
  api: DescribedApi,
  found = new Set<string>(),
): ReadonlySet<string> {
  const name = given.$ref?.split('/').pop();
  const { properties = {}, additionalProperties, items, allOf = [], oneOf = [] } = resolved(given, api);
  for (const of of [...allOf, ...oneOf]) {
    if (faultsOf(value, of, api).length === 0) fieldsOf(value, of, api, found);
  }
  if (Array.isArray(value)) {
    for (const item of value) if (items !== undefined) fieldsOf(item, items, api, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, member] of Object.entries(value)) {
      const of = properties[field] ?? additionalProperties;
      if (name !== undefined && field in properties) found.add(`${name}.${field}`);
      if (typeof of === 'object') fieldsOf(member, of, api, found);
    }
  }
  return found;
}

function hasType(value: unknown, type: Schema['type']): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isWithin(value: unknown, schema: Schema): boolean {
  if (typeof value === 'string') {
    const { minLength = 0, maxLength = Infinity } = schema;
    const length = Array.from(value).length;
    return length >= minLength && length <= maxLength && schema.enum?.includes(value) !== false;
  }
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return typeof value !== 'number' || (value >= minimum && value <= maximum);
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
