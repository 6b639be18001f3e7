import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type FieldKind, uuid } from './fields/field-kind';
import { HttpProblem } from './problem';

/** An id in the path of a route: a UUID, unless another kind is given. What cannot be an id is refused, not looked up. */
export function PathId(name: string, kind: FieldKind = uuid()): ParameterDecorator {
  const check = {
    transform: (value: string) => {
      const fault = kind.faultOf(value);
      if (fault === undefined) return value;
      const problems = [{ where: `path.${name}`, what: fault }];
      throw new HttpProblem(400, 'request.invalid', 'The request has a fault.', { problems });
    },
  };
  return (target, method, at) => {
    Param(name, check)(target, method, at);
    const described = Object.getOwnPropertyDescriptor(target, method!)!;
    ApiParam({ name, schema: { ...kind.schema } })(target, method!, described);
  };
}
