/** A path is kept in a cookie on the way. */
const MOST = 500;
/** Whoever came back to one of these would be sent on at once, for ever. */
const NOWHERE = /^\/sign-(?:in|out)(?:[/?]|$)/;
const OURS = 'http://ours.invalid';

/**
 * A path of this service to go on to, as an address says it: nobody is led elsewhere with our name on the link.
 *
 * @returns undefined for anything else
 */
export function ownPath(text: string | undefined): string | undefined {
  // Browsers read a backslash as a slash, and leave out line breaks and tabs wherever they stand.
  if (text === undefined || text.length > MOST || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(text)) {
    return undefined;
  }
  const { origin, pathname, search } = new URL(text, OURS);
  const path = `${pathname}${search}`;
  return origin === OURS && !path.startsWith('//') && !NOWHERE.test(path) ? path : undefined;
}
