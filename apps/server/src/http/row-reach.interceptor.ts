import type { Caller } from '@evenhand/identity';
import { Authority, type Reach } from '@evenhand/kernel';
import { RowReach } from '@evenhand/persistence';
import { type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { accessOf } from './access';
import type { Request } from './exchange';

const SIGNING_IN = 'evenhand:signing-in';

/** For a controller with which people sign in or out: it looks for whoever they are, and reaches nothing else. */
export const SigningIn = () => SetMetadata(SIGNING_IN, true);

/**
 * Holds every statement of a request to what the word of its caller reaches: without a caller, and on pages that are the
 * same for everybody, to what is public.
 */
export class RowReachInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    // Nest remembers where `handle` was called, and does in there whatever comes after.
    return reachOf(context).run(() => next.handle());
  }
}

function reachOf(context: ExecutionContext): RowReach {
  if (Reflect.getMetadata(SIGNING_IN, context.getClass()) === true) {
    return RowReach.SIGN_IN;
  }
  const { authority, caller } = context.switchToHttp().getRequest<Request>();
  if (accessOf(context.getHandler(), context.getClass()) === 'public' || caller === undefined) {
    return RowReach.PUBLIC;
  }
  return RowReach.of(authority ?? everyRoleOf(caller));
}

/**
 * A page that asks for no permission is about the caller: what is theirs may be on it, and what the programmes in which they
 * have a role show to everybody.
 */
function everyRoleOf({ id, roles }: Caller): Authority {
  const held = roles.filter(({ through }) => through === undefined);
  const persons = held.flatMap(({ programmeId, personId }) =>
    programmeId === undefined || personId === undefined ? [] : [{ programmeId, personId }],
  );
  const reaches = held.map((role): Reach =>
    role.personId === undefined ? { ...role, extent: 'commons' } : role,
  );
  return new Authority({ kind: 'account', id, persons }, reaches);
}
