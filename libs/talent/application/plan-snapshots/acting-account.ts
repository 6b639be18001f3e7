import { type Authority, Forbidden } from '@evenhand/kernel';

/** The account that acts: who approves is another one than who puts forward. @throws Forbidden for a program */
export function actingAccount({ actor }: Authority): string {
  if (actor.kind !== 'account') {
    throw new Forbidden('This is for people who sign in.');
  }
  return actor.id;
}
