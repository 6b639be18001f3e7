import { headAt, headText, readHead } from './signed-head';

const SHA = 'ab'.repeat(32);
const head = headAt({ seq: 7, sha256: SHA }, new Date('2026-12-01T09:00:00Z'));
const signed = { ...head, keyId: 'cd'.repeat(32), signature: 'c2lnbmF0dXJl' };

describe('A head of the log', () => {
  it('is signed as canonical JSON without its signature', () => {
    expect(headText(signed)).toBe(
      `{"at":"2026-12-01T09:00:00.000Z","format":"evenhand.audit-head/1","seq":7,"sha256":"${SHA}"}`,
    );
  });

  it('is read as it was written', () => {
    expect(readHead(`${JSON.stringify(signed)}\n`)).toEqual(signed);
  });

  it.each([
    ['no JSON', 'seq: 7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', JSON.stringify({ ...signed, format: 'evenhand.audit-head/2' })],
    ['no number', JSON.stringify({ ...signed, seq: '7' })],
    ['no hash', JSON.stringify({ ...signed, sha256: 'ab' })],
    ['no signature', JSON.stringify(head)],
  ])('is none where the text is %s', (_, text) => {
    expect(readHead(text)).toBeUndefined();
  });
});
