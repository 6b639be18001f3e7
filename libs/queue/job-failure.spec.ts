import { DomainError } from '@evenhand/kernel';
import { jobFailure } from './job-failure';

describe('The reason of a failed job', () => {
  it('is what a known error says, with its problems', () => {
    const error = new DomainError('input.refused', 'Row 1 is odd.', ['Row 1 is odd.', 'Row 2 is odd.']);
    expect(jobFailure(error, 'trace')).toEqual({
      code: 'input.refused',
      sentence: 'Row 1 is odd. Row 2 is odd.',
    });
  });

  it('names five further problems at most', () => {
    const problems = Array.from({ length: 9 }, (_, at) => `Row ${at} is odd.`);
    const { sentence } = jobFailure(new DomainError('input.refused', 'Rows are odd.', problems), 'trace');
    expect(sentence).toBe(
      'Rows are odd. Row 0 is odd. Row 1 is odd. Row 2 is odd. Row 3 is odd. Row 4 is odd.',
    );
  });

  it.each([new TypeError('password hush'), 'hush'])(
    'is a number to ask for where the error is unknown',
    (error) => {
      const { code, sentence } = jobFailure(error, '4711');
      expect(code).toBe('run.failed-unexpectedly');
      expect(sentence).toContain('4711');
      expect(sentence).not.toContain('hush');
    },
  );
});
