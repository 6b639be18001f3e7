import type { Permission as PermissionName } from '@evenhand/identity';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from './exchange';

const ACCESS = 'evenhand:access';

/** What a route asks of its caller: nothing, to be anybody at all, or to hold one of these permissions. */
export type Access = 'public' | 'signed-in' | readonly [PermissionName, ...PermissionName[]];

/**
 * The permission that a caller must hold, for a route or for all of a controller. Where several are named, any one will
 * do: `@Permission('people:read', 'people:read-own')`; the authority of the caller then says whose things it reaches.
 */
export const Permission = (...permissions: readonly [PermissionName, ...PermissionName[]]) =>
  SetMetadata(ACCESS, permissions);

/** For a route, or all of a controller, that anybody may use without a token. */
export const Public = () => SetMetadata(ACCESS, 'public');

/** For a page that is there for whoever is signed in, with whatever role or none. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in');

/** Who calls. Only for routes that ask for a permission. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().caller,
);

/** How far the word of the caller reaches on this route. Only for routes that ask for a permission. */
export const CurrentAuthority = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().authority,
);

/** What the code of a route declares; what stands on the method counts before what stands on its controller. */
export function accessOf(method: object, controller: object): Access | undefined {
  return (Reflect.getMetadata(ACCESS, method) ?? Reflect.getMetadata(ACCESS, controller)) as
    Access | undefined;
}
