import { InputRefused } from '@evenhand/kernel';
import fc from 'fast-check';
import {
  choicesOf,
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  PREFER_NOT_TO_SAY,
} from './equality-questions';
import { refuseUnknownAnswers } from './equality-record';

describe('The equality questions', () => {
  it('are asked in one order, each once, with where their categories come from', () => {
    expect(EQUALITY_QUESTIONS.map(({ code }) => code)).toEqual(EQUALITY_QUESTION_CODES);
    for (const { source, title } of EQUALITY_QUESTIONS) expect([source, title]).not.toContain('');
  });

  it('can each be left unsaid, and have no answer twice', () => {
    for (const question of EQUALITY_QUESTION_CODES) {
      const codes = choicesOf(question);
      expect(codes.at(-1)).toBe(PREFER_NOT_TO_SAY);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !/^[a-z0-9_]+$/.test(code))).toEqual([]);
    }
  });

  it('tell apart the five groups of the census', () => {
    expect(choicesOf('ethnicity')).toEqual(['asian', 'black', 'mixed', 'white', 'other', PREFER_NOT_TO_SAY]);
  });
});

describe('Answers', () => {
  it('are taken where each is one of its question’s', () => {
    const answers = fc.record(
      Object.fromEntries(
        EQUALITY_QUESTION_CODES.map((question) => [question, fc.constantFrom(...choicesOf(question))]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(fc.property(answers, (given) => expect(() => refuseUnknownAnswers(given)).not.toThrow()));
  });

  it('are refused by the name of the question, whatever was said, and without repeating it', () => {
    const strange = fc.stringMatching(/^~[a-z]{8,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...EQUALITY_QUESTION_CODES), strange, (question, said) => {
        const refused = catchRefusal(() => refuseUnknownAnswers({ [question]: said }));
        expect(refused.problems).toHaveLength(1);
        expect(refused.problems[0]).toContain(`answers.${question}`);
        expect(JSON.stringify([refused.message, refused.problems])).not.toContain(said);
      }),
    );
  });
});

function catchRefusal(work: () => void): InputRefused {
  try {
    work();
  } catch (error) {
    if (error instanceof InputRefused) return error;
  }
  throw new Error('It was not refused.');
}
