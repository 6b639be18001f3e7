import type { ClientMetadata, Configuration, FindAccount, KoaContextWithOIDC } from 'oidc-provider';
import { demonstrationPerson } from './demonstration-people';
import type { SigningKey } from './kept-secrets';
import type { ProviderPages } from './provider-pages';
import { RememberedArtifacts } from './remembered-artifacts';

/** The API as a resource for which access tokens are made (RFC 8707); what they name as audience is configured. */
const API = 'urn:evenhand:api';
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Who may ask the provider, and with what it signs. */
export interface ProviderOptions {
  /** Where the pages of Evenhand are; nobody is sent anywhere else. */
  readonly pagesUrl: string;
  /** What access tokens for the API name as their audience. */
  readonly audience: string;
  /** The client that signs people in to the pages. */
  readonly client: { readonly id: string; readonly secret: string };
  /** The client that calls the API by itself. */
  readonly machine: { readonly id: string; readonly secret: string };
  readonly signingKey: SigningKey;
  readonly cookieKey: string;
}

/** How the demonstration provider works: as little of OpenID Connect as is needed, and that as strictly as in earnest. */
export function providerConfiguration(options: ProviderOptions, pages: ProviderPages): Configuration {
  return {
    adapter: new RememberedArtifacts().of,
    clients: [signInClient(options), machineClient(options)],
    jwks: { keys: [options.signingKey] },
    cookies: { keys: [options.cookieKey], names: cookieNames() },
    findAccount,
    // Pages read who signed in from the signed token, and need not ask again.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'staff_id'],
    },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    issueRefreshToken: () => false,
    loadExistingGrant,
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: MINUTE,
      ClientCredentials: HOUR,
      Grant: 12 * HOUR,
      IdToken: HOUR,
      Interaction: 15 * MINUTE,
      Session: 12 * HOUR,
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    clientBasedCORS: () => false,
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = pages.error(`${error}: ${description ?? 'no more is known'}`);
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context) => void (context.body = pages.signOut(signOutSecret(context))),
        postLogoutSuccessSource: (context) => void (context.body = pages.signedOut()),
      },
      resourceIndicators: resourceOf(options.audience),
    },
  };
}

function signInClient({ client, pagesUrl }: ProviderOptions): ClientMetadata {
  return {
    client_id: client.id,
    client_secret: client.secret,
    client_name: 'Evenhand',
    redirect_uris: [new URL('/sign-in/callback', pagesUrl).href],
    post_logout_redirect_uris: [new URL('/', pagesUrl).href],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

function machineClient({ machine }: ProviderOptions): ClientMetadata {
  return {
    client_id: machine.id,
    client_secret: machine.secret,
    redirect_uris: [],
    grant_types: ['client_credentials'],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

/** Cookies know no ports: names of our own do not get in the way of whoever else listens on this machine. */
function cookieNames() {
  return {
    session: 'evenhand_provider',
    interaction: 'evenhand_provider_interaction',
    resume: 'evenhand_provider_resume',
  };
}

const findAccount: FindAccount = (_, subject) => {
  const person = demonstrationPerson(subject);
  return person === undefined
    ? undefined
    : {
        accountId: subject,
        claims: () => ({
          sub: subject,
          name: person.name,
          email: person.email,
          email_verified: true,
          staff_id: person.staffId,
        }),
      };
};

/** There is one client with pages, and it is ours: to pick a person is consent enough. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known === undefined ? undefined : await provider.Grant.find(known);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

/** Only a machine is given tokens for the API: people use the pages, which ask for none. */
function resourceOf(audience: string) {
  return {
    enabled: true,
    defaultResource: (_: unknown, client?: { grantTypeAllowed(type: string): boolean }) =>
      client?.grantTypeAllowed('client_credentials') === true ? API : [],
    getResourceServerInfo: () => ({
      scope: '',
      audience,
      accessTokenFormat: 'jwt' as const,
      jwt: { sign: { alg: 'RS256' as const } },
    }),
  };
}

/** What the form that ends a session must bring along, so that no other site can end it. */
export function signOutSecret({ oidc }: Pick<KoaContextWithOIDC, 'oidc'>): string {
  const { secret } = oidc.session!.state as { readonly secret: string };
  return secret;
}
