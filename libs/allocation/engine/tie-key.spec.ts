import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { tieKeys } from './tie-key';

describe('tie keys', () => {
  it('are bits 0 to 25 and 26 to 51 of SHA-256 over seed, mentee and mentor', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (seed, mentee, mentor) => {
        const bits = createHash('sha256')
          .update(`${seed}\n${mentee}\n${mentor}`, 'utf8')
          .digest()
          .readBigUInt64BE();
        expect(tieKeys(seed, mentee, mentor)).toEqual({
          first: Number(bits >> 38n),
          second: Number((bits >> 12n) & 0x3ffffffn),
        });
      }),
    );
  });
});
