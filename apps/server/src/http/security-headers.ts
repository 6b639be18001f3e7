import helmet from 'helmet';
import type { Request, Response } from './exchange';

/** Nothing comes from elsewhere, nothing stands in the page itself, and nobody puts our pages into theirs. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The headers that tell browsers what they may do with our answers. */
export function securityHeaders(publicUrl: string | undefined) {
  const isHttps = publicUrl?.startsWith('https:') === true;
  return helmet({
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    // A browser that was once told so refuses http for a year, which would lock out an install without a certificate.
    strictTransportSecurity: isHttps,
    xFrameOptions: { action: 'deny' },
    // Nothing at all would take away the Origin by which a form of ours is told from another site's.
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Lets the forms of a page lead to another origin in the end: browsers look where a form is sent on to. */
export function allowFormsTo(origin: string, response: Response): void {
  const policy = response.getHeader('Content-Security-Policy');
  if (typeof policy === 'string') {
    response.setHeader(
      'Content-Security-Policy',
      policy.replace("form-action 'self'", `form-action 'self' ${origin}`),
    );
  }
}

/** For what is public and seldom changes: whoever is on the way may keep it for a while, and then asks again by its ETag. */
export const COPIES_FOR_FIVE_MINUTES = 'public, max-age=300';

/** Answers of the programming interface may be about people: nobody on the way keeps a copy, unless a route says so. */
export function keepNoCopies({ path }: Request, response: Response, next: () => void): void {
  if (path.toLowerCase().startsWith('/api/')) {
    response.setHeader('Cache-Control', 'no-store');
  }
  next();
}
