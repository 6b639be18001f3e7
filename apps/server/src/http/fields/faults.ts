import type { Type as Class } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type Fault, shown } from '../problem';

/** Names that every object has; the check takes them for fields of the DTO, or never sees them. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** Every fault of what is to be an object of a DTO's class, each with its path below `where`. */
export function faultsOf(dto: Class<object>, value: unknown, where: string): Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ where, what: 'must be an object' }];
  }
  const hidden = INHERITED.filter((name) => Object.hasOwn(value, name));
  const errors = validateSync(plainToInstance(dto, value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  return [
    ...hidden.map((name) => ({ where: `${where}.${name}`, what: 'is not known here' })),
    ...errors.flatMap((error) => faultsIn(error, where)),
  ];
}

function faultsIn({ property, constraints = {}, children = [] }: ValidationError, parent: string): Fault[] {
  const where = /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${shown(property)}`;
  const inside = children.flatMap((child) => faultsIn(child, where));
  if ('whitelistValidation' in constraints) return [{ where, what: 'is not known here' }];
  if ('field' in constraints) return constraints['field'].split('\n').map((line) => placed(where, line));
  return 'nestedValidation' in constraints ? [{ where, what: 'must be an object' }] : inside;
}

/** A line that starts with a path in brackets speaks of what lies further inside. */
function placed(where: string, line: string): Fault {
  const [, deeper = '', what = line] = /^(\[\S+) (.*)$/.exec(line) ?? [];
  return { where: where + deeper, what };
}
