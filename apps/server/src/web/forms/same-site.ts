import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser sends something that a page of ours made it send. Every browser of today says where a form was sent
 * from, in one of two ways or in both: who says neither, or anything else, is not believed.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  const said = origin !== undefined || site !== undefined;
  return (
    said && (origin === undefined || origin === ownOrigin) && (site === undefined || site === 'same-origin')
  );
}
