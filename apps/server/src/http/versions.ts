import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Observable, tap } from 'rxjs';
import type { Request, Response } from './exchange';
import { HttpProblem } from './problem';

class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap(({ version }) => void response.setHeader('ETag', `"v${version}"`)));
  }
}

/**
 * For a method that answers with something that can be edited and has a `version`: the answer says it in `ETag`. A reader
 * who sends that back in `If-None-Match` gets 304 and no body (express compares the two).
 */
export const Versioned = () => UseInterceptors(VersionInterceptor);

const versionExpected = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionIn(context);
  if (version === undefined) {
    throw new HttpProblem(
      428,
      'version.required',
      'Say in If-Match which version you change: the ETag of what you read, such as "v3".',
    );
  }
  return version;
});

/** The version that the caller has read and wants to change, from `If-Match`. Nobody edits what they have not read. */
export function ExpectedVersion(): ParameterDecorator {
  return described(versionExpected(), true, 'The ETag of what is changed, as it was read.');
}

const versionReplaced = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  versionIn(context),
);

/** For a PUT that makes a thing where none is: the version that it replaces, from `If-Match`, or nothing for a new thing. */
export function ReplacedVersion(): ParameterDecorator {
  return described(
    versionReplaced(),
    false,
    'The ETag of what is replaced, as it was read; left out where there is nothing yet.',
  );
}

function described(reading: ParameterDecorator, required: boolean, description: string): ParameterDecorator {
  return (target, method, at) => {
    reading(target, method, at);
    const schema = { type: 'string', example: '"v3"' };
    const header = ApiHeader({ name: 'If-Match', required, description, schema });
    header(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}

function versionIn(context: ExecutionContext): number | undefined {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) {
    return undefined;
  }
  // A proxy that compresses an answer marks its ETag as weak; the version behind it is the same.
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new HttpProblem(
      400,
      'version.malformed',
      'If-Match must be one ETag as it was given, such as "v3".',
    );
  }
  return Number(version);
}
