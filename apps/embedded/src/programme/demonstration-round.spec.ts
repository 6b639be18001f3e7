import { DEMONSTRATION_DAY, demonstrationFiles } from '../demonstration/demonstration-files';
import { waitingUpTo } from './demonstration-round';

describe('the days of the demonstration', () => {
  const mentees = demonstrationFiles().get('mentees.csv')!;
  const days = (text: string): string[] => text.match(/(?<=,)\d{4}-\d{2}-\d{2}(?=,)/g) ?? [];

  it('stay as they are on the day that the files were made for', () => {
    expect(waitingUpTo(DEMONSTRATION_DAY, mentees)).toBe(mentees);
  });

  it('move with the calendar, earlier or later, and nothing else moves', () => {
    for (const [day, moved] of [
      ['2025-11-01', -365],
      ['2027-11-01', 365],
    ] as const) {
      const now = waitingUpTo(day, mentees);
      expect(days(now).map((since) => Date.parse(since))).toEqual(
        days(mentees).map((since) => Date.parse(since) + moved * 86_400_000),
      );
      expect(days(now).every((since) => since <= day)).toBe(true);
      expect(now.replaceAll(/\d{4}-\d{2}-\d{2}/g, '')).toBe(mentees.replaceAll(/\d{4}-\d{2}-\d{2}/g, ''));
    }
  });
});
