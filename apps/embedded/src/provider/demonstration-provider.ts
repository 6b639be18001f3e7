import { Assets } from '@evenhand/pages';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { errors, Provider } from 'oidc-provider';
import { demonstrationPerson } from './demonstration-people';
import { providerConfiguration, type ProviderOptions, signOutSecret } from './provider-configuration';
import { ProviderPages } from './provider-pages';

/** Longer than any form of ours. */
const MOST_BYTES = 1_000;

/**
 * A provider of OpenID Connect that knows invented people and asks nobody for a password.
 *
 * @param issuer where it is reached, which is what it calls itself
 * @returns what answers its requests, and the provider itself, which tells of what fails
 */
export function demonstrationProvider(issuer: string, options: ProviderOptions) {
  const assets = new Assets();
  const pages = new ProviderPages(assets, options.pagesUrl);
  const provider = new Provider(issuer, providerConfiguration(options, pages));
  // Before it ends a session without asking, the library sends a page that sends itself by a script. Ours do without.
  provider.use(async (context, next) => {
    await next();
    const { oidc } = context as { oidc?: Parameters<typeof signOutSecret>[0]['oidc'] };
    if (oidc === undefined || context.status !== 200) return;
    if (oidc.route === 'end_session') context.body = pages.signOut(signOutSecret({ oidc }));
    if (oidc.route === 'resume') context.body = pages.changePerson(signOutSecret({ oidc }));
  });
  const others = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setHeaders(response, new URL(options.pagesUrl).origin);
    const path = (request.url ?? '/').split('?')[0]!;
    const asset = /^\/assets\/([^/]+)$/.exec(path)?.[1];
    if (asset !== undefined) sendAsset(assets, asset, response);
    else if (/^\/interaction\/[\w-]+$/.test(path)) await interact(provider, pages, request, response);
    else await others(request, response);
  };
  const listener: RequestListener = (request, response) =>
    void answer(request, response).catch((error: unknown) => {
      const known = error instanceof errors.OIDCProviderError;
      if (!known) provider.emit('server_error', {}, error);
      send(
        response,
        known ? 400 : 500,
        pages.error(known ? 'This page is no longer good: start anew.' : 'Try again later.'),
      );
    });
  return { provider, listener };
}

/** Shows whom there is to be, and takes the answer. */
async function interact(
  provider: Provider,
  pages: ProviderPages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Refuses whoever was not sent here by the provider, in this browser.
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    send(response, 200, pages.people());
    return;
  }
  const person = demonstrationPerson(await picked(request));
  if (person === undefined) {
    send(response, 400, pages.error('There is nobody of that name here.'));
    return;
  }
  const result = { login: { accountId: person.subject } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function picked(request: IncomingMessage): Promise<string> {
  if (!(Number(request.headers['content-length']) <= MOST_BYTES)) return '';
  return new URLSearchParams(await text(request)).get('person') ?? '';
}

/** @param pages where people are sent back to, which is where a form may lead in the end */
function setHeaders(response: ServerResponse, pages: string): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${pages}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('Content-Security-Policy', policy.join('; '));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
}

function sendAsset(assets: Assets, name: string, response: ServerResponse): void {
  const asset = assets.find(name);
  response.statusCode = asset === undefined ? 404 : 200;
  if (asset !== undefined) {
    response.setHeader('Content-Type', asset.type);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  }
  response.end(asset?.content);
}

function send(response: ServerResponse, status: number, page: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
}
