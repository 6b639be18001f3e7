import { canonicalJson, type JsonValue } from '@evenhand/kernel';
import { resultDifference } from './result-difference';

const RESULT = {
  format: 'evenhand.result/1',
  problemSha256: 'a'.repeat(64),
  assignments: [
    ['m1', 'x1'],
    ['m2', 'x2'],
  ],
  summary: { matched: 2 },
  certificate: { levels: [[]] },
  engine: 'evenhand-allocation/3',
};

const text = (parts: Readonly<Record<string, JsonValue>> = {}): string =>
  `${canonicalJson({ ...RESULT, ...parts })}\n`;

describe('A result that is made again', () => {
  it('does not differ where every byte is the same', () => {
    expect(resultDifference(text(), text())).toBeUndefined();
  });

  it.each([
    [
      'the engine, which explains the rest',
      { engine: 'evenhand-allocation/4', problemSha256: 'b'.repeat(64), assignments: [] },
      'The result was made by the engine evenhand-allocation/3, and this program has evenhand-allocation/4.',
    ],
    [
      'the problem',
      { problemSha256: 'b'.repeat(64), assignments: [] },
      /another problem, b{64}, than .* a{64}/,
    ],
    [
      'a mentor',
      { assignments: [['m1', 'x1'], ['m2', 'x3']], summary: {} }, // prettier-ignore
      'Mentee m2 was matched with x2, and now is with x3.',
    ],
    [
      'somebody less',
      { assignments: [['m2', 'x2']] },
      'Mentee m1 was matched with x1, and now is with nobody.',
    ],
    [
      'somebody more',
      { assignments: [...RESULT.assignments, ['m0', 'x3']] },
      'Mentee m0 was matched with nobody, and now is with x3.',
    ],
    [
      'the summary',
      { summary: { matched: 3 } },
      'The matches are the same, and the summary of the result is not.',
    ],
    [
      'the certificate',
      { certificate: {} },
      'The matches are the same, and the certificate of the result is not.',
    ],
  ])('differs first in %s', (_, parts, sentence) => {
    expect(resultDifference(text(), text(parts as Readonly<Record<string, JsonValue>>))).toMatch(sentence);
  });

  it('differs in how it is written where it says the same', () => {
    const spaced = ` ${text()}`;
    expect(resultDifference(text(), spaced)).toContain('written differently from character 1 on');
  });
});
