import type { JobKind } from '@evenhand/kernel';
import { JobProcessor, processorByKind } from './job-processor';

class Idle extends JobProcessor {
  constructor(override readonly kind: JobKind) {
    super();
  }

  override process(): Promise<string> {
    return Promise.resolve('idle');
  }

  override giveUp(): Promise<void> {
    return Promise.resolve();
  }
}

describe('The processors of a worker', () => {
  const solves = new Idle('solve-run');
  const refills = new Idle('refill-round');
  const answers = new Idle('answer-enquiry');
  const reports = new Idle('make-equity-report');

  it('are found by the kind of job', () => {
    const processors = processorByKind([refills, answers, solves, reports]);
    expect(processors.get('solve-run')).toBe(solves);
    expect(processors.get('refill-round')).toBe(refills);
  });

  it.each([
    ['a kind has none', [solves, answers, reports], 'Jobs refill-round need one processor and have 0'],
    [
      'a kind has two',
      [solves, refills, answers, reports, new Idle('solve-run')],
      'Jobs solve-run need one processor and have 2',
    ],
  ])('are refused where %s', (_, processors, message) => {
    expect(() => processorByKind(processors)).toThrow(message);
  });
});
