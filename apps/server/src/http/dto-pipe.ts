import { type ArgumentMetadata, Injectable, type PipeTransform, type Type as Class } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { faultsOf } from './fields/faults';
import { queryReaderOf } from './fields/fields';
import { HttpProblem } from './problem';

const PLACES = { body: 'body', query: 'query', param: 'path' } as const;

/** Checks what a controller method takes as a DTO, and hands it over as an object of that class. */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    const dto = type === 'custom' ? undefined : dtoOf(metatype);
    if (type === 'custom' || dto === undefined) {
      return value;
    }
    const read = type === 'query' ? fromQuery(value as Record<string, unknown>, dto) : value;
    const faults = faultsOf(dto, read, PLACES[type]);
    if (faults.length > 0) {
      throw new HttpProblem(400, 'request.invalid', summaryOf(faults.length), { problems: faults });
    }
    return withoutUnset(plainToInstance(dto, read));
  }
}

function summaryOf(faults: number): string {
  return faults === 1 ? 'The request has a fault.' : `The request has ${faults} faults.`;
}

/** A class is a DTO where any of its fields has a rule; text, numbers and plain objects are none. */
function dtoOf(metatype: Class<object> | undefined): Class<object> | undefined {
  if (metatype === undefined) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  return rules.length > 0 ? metatype : undefined;
}

/** A query string holds only text: numbers, yes and no, and lists of one are read as what the DTO says they are. */
function fromQuery(query: Readonly<Record<string, unknown>>, dto: Class<object>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const read = queryReaderOf(dto, name);
      return [name, typeof value === 'string' && read !== undefined ? read(value) : value];
    }),
  );
}

/** A field that was left out is no field of the object: a class sets each of its fields to undefined when it is made. */
function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) {
      Reflect.deleteProperty(value, name);
    } else {
      withoutUnset(member);
    }
  }
  return value;
}
