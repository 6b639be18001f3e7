import type { WebPage } from '@evenhand/pages';

/** What somebody is told who met an error, and where they can go from there. */
interface ErrorInWords {
  readonly title: string;
  readonly advice: string;
  readonly next?: { readonly text: string; readonly href: string };
}

const SIGN_IN = { text: 'Sign in', href: '/sign-in' };
const SIGN_IN_ANEW = { text: 'Sign in as somebody else', href: '/sign-in?anew=true' };

const REPORTS = { text: 'Equity reports in the making', href: '/equity-reports' };
const PLANS = { text: 'Leadership plans in the making', href: '/leadership-plan-snapshots' };
const DECIDED = {
  title: 'The board has decided about it',
  advice: 'What is decided stays so. What was turned down can be put forward again.',
};

const BY_STATUS: Readonly<Record<number, ErrorInWords>> = {
  400: {
    title: 'We did not understand that',
    advice: 'Something in the address or in what was sent is not right.',
  },
  401: {
    title: 'You need to sign in',
    advice: 'This page is for people who are signed in.',
    next: SIGN_IN,
  },
  403: { title: 'You cannot see this page', advice: 'Your role does not give access to it.' },
  404: {
    title: 'Page not found',
    advice: 'If you typed the address, check it. If you followed a link, it may be out of date.',
  },
  409: {
    title: 'That cannot be done',
    advice:
      'Something has changed since the page was made, or it is not yours to do. Nothing was changed. Load the page again, and look where it stands.',
  },
  429: { title: 'Too many requests', advice: 'Wait a minute, then try again.' },
  500: { title: 'Sorry, something went wrong', advice: 'Try again later.' },
  503: {
    title: 'Sorry, the service is not available',
    advice: 'It should be back soon. Nothing that was saved is lost. Try again in a few minutes.',
  },
};

/** Where there is more to say than the status does. */
const BY_CODE: Readonly<Record<string, ErrorInWords>> = {
  'sign-in.unasked': {
    title: 'You are not signed in',
    advice:
      'This sign-in was not begun in this browser, or was begun too long ago. It happens when a page was left open, or when the way back was used.',
    next: SIGN_IN,
  },
  'sign-in.untrue': {
    title: 'You are not signed in',
    advice:
      'The answer of the sign-in service could not be used. Each one can be used once, and only for a short time.',
    next: SIGN_IN,
  },
  'sign-in.declined': {
    title: 'You are not signed in',
    advice: 'The sign-in was declined at the sign-in service.',
    next: SIGN_IN,
  },
  'sign-in.unknown': {
    title: 'We do not know you yet',
    advice:
      'The sign-in service knows who you are, but you are in no programme here, and nobody has given you a role. Nothing was stored about you. Ask the coordinator of your programme, and tell them the address with which you sign in.',
    next: SIGN_IN_ANEW,
  },
  'sign-in.disabled': {
    title: 'Your account is switched off',
    advice:
      'An administrator of this service has switched it off. Ask them, or the coordinator of your programme.',
    next: SIGN_IN_ANEW,
  },
  'sign-in.not-set-up': {
    title: 'Nobody can sign in here',
    advice:
      'This installation has not been told where people sign in. Pages that are open to everyone work as ever.',
  },
  'identity.provider-away': {
    title: 'You cannot sign in at the moment',
    advice: 'The sign-in service does not answer. Try again in a few minutes.',
    next: SIGN_IN,
  },
  'equity-report.ran-by-you': {
    title: 'This is for others to look at',
    advice:
      'You ran a matching round of these months or decided about it, and nobody audits their own. You can read the report once the board has published it.',
    next: REPORTS,
  },
  'equity-report.not-made': {
    title: 'The report is not made yet',
    advice: 'There is nothing to take away, or to put forward, until it is.',
    next: REPORTS,
  },
  'equity-snapshot.exists': {
    title: 'These figures are put forward already',
    advice: 'They wait for the board, or are published. A report that repeats an earlier one is that one.',
    next: REPORTS,
  },
  'equity-snapshot.decided': { ...DECIDED, next: REPORTS },
  'leadership-plan-snapshot.decided': { ...DECIDED, next: PLANS },
  'form.foreign': {
    title: 'That was not done',
    advice:
      'It was not sent from a page of this service, or from one that is out of date. Nothing was changed. Open the page again and try once more.',
  },
};

/**
 * The page for whoever meets an error in a browser.
 *
 * @param status the HTTP status; one that has no words of its own is told as 400 or 500
 * @param reference what tells this request in the logs; shown so that a person can quote it
 * @param code what went wrong, where that is known
 */
export function errorPage(status: number, reference?: string, code = ''): WebPage {
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : BY_STATUS[status];
  const { title, advice, next } = known ?? BY_STATUS[status < 500 ? 400 : 500]!;
  return { title, template: 'error.njk', view: { advice, next, reference } };
}
