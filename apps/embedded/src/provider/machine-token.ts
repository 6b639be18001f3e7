import type { SignInPlace } from './sign-in-place';

/** A token for a program that works with the API by itself: its own name and secret are all that it needs. */
export async function machineToken({ issuer, machine }: SignInPlace): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${machine.id}:${machine.secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new Error(`The provider gives the machine no token: ${answer.statusText}.`);
  return ((await answer.json()) as { readonly access_token: string }).access_token;
}
