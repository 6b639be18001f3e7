import { ATTEMPT_SECONDS, SignInAttempts } from './attempts';

const BEGUN = new Date('2026-11-20T09:00:00Z');
const ATTEMPT = { state: 's', nonce: 'n', verifier: 'v', to: '/account', begunAt: BEGUN.getTime() };
const later = (seconds: number) => new Date(BEGUN.getTime() + seconds * 1000);

describe('a sign-in under way', () => {
  const attempts = new SignInAttempts('secret');
  const written = attempts.write(ATTEMPT);

  it('is read by every server that has the secret, as long as it may take', () => {
    expect(new SignInAttempts('secret').read(written, later(ATTEMPT_SECONDS - 1))).toEqual(ATTEMPT);
    expect(attempts.read(written, later(ATTEMPT_SECONDS))).toBeUndefined();
  });

  it('is not read by anybody else, nor where anything of it was changed', () => {
    expect(new SignInAttempts('other').read(written, BEGUN)).toBeUndefined();
    for (let at = 0; at < written.length; at++) {
      const changed = written.slice(0, at) + (written[at] === 'A' ? 'B' : 'A') + written.slice(at + 1);
      expect(attempts.read(changed, BEGUN)).toBeUndefined();
    }
  });

  it.each([undefined, '', '.', 'a', 'a.b', 'a.b.c', '=.='])('is not %j', (text) => {
    expect(attempts.read(text, BEGUN)).toBeUndefined();
  });
});
