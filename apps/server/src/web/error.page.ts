import type { WebPage } from '@evenhand/pages';

const TITLES: Readonly<Record<number, { readonly title: string; readonly advice: string }>> = {
  400: {
    title: 'We did not understand that',
    advice: 'Something in the address or in what was sent is not right.',
  },
  401: { title: 'You need to sign in', advice: 'This page is for people who are signed in.' },
  403: { title: 'You cannot see this page', advice: 'Your role does not give access to it.' },
  404: {
    title: 'Page not found',
    advice: 'If you typed the address, check it. If you followed a link, it may be out of date.',
  },
  429: { title: 'Too many requests', advice: 'Wait a minute, then try again.' },
  500: { title: 'Sorry, something went wrong', advice: 'Try again later.' },
  503: {
    title: 'Sorry, the service is not available',
    advice: 'It should be back soon. Nothing that was saved is lost. Try again in a few minutes.',
  },
};

/**
 * The page for whoever meets an error in a browser.
 *
 * @param status the HTTP status; one that has no words of its own is told as 400 or 500
 * @param reference what tells this request in the logs; shown so that a person can quote it
 */
export function errorPage(status: number, reference?: string): WebPage {
  const { title, advice } = TITLES[status] ?? TITLES[status < 500 ? 400 : 500]!;
  return { title, template: 'error.njk', view: { advice, reference } };
}
