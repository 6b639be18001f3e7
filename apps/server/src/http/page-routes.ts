import { type ExecutionContext, SetMetadata } from '@nestjs/common';

const PAGE = 'evenhand:page';
const FORM = 'evenhand:form';

/** For a controller whose routes are pages: whoever calls them is known by the session of their browser. */
export const MarkedAsPage = () => SetMetadata(PAGE, true);
/** For a route that a form of ours sends to, and nobody else's. */
export const MarkedAsForm = () => SetMetadata(FORM, true);

/** Whether the routes of a controller are pages. */
export function isPage(controller: object): boolean {
  return Reflect.getMetadata(PAGE, controller) === true;
}

/** Whether a method takes what a form of ours sends. */
export function isForm(method: object): boolean {
  return Reflect.getMetadata(FORM, method) === true;
}

/** Whether this request is for a page. */
export function asksForPage(context: ExecutionContext): boolean {
  return isPage(context.getClass());
}
