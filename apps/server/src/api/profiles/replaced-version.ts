import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from '../../http/exchange';
import { HttpProblem } from '../../http/problem';

const versionReplaced = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) {
    return undefined;
  }
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new HttpProblem(
      400,
      'version.malformed',
      'If-Match must be one ETag as it was given, such as "v3".',
    );
  }
  return Number(version);
});

/** For a PUT that makes a thing where none is: the version that it replaces, from `If-Match`, or nothing for a new thing. */
export function ReplacedVersion(): ParameterDecorator {
  return (target, method, at) => {
    versionReplaced()(target, method, at);
    const described = Object.getOwnPropertyDescriptor(target, method!)!;
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag of what is replaced, as it was read; left out where there is nothing yet.',
      schema: { type: 'string', example: '"v3"' },
    })(target, method!, described);
  };
}
