import { MEMBER_STATES } from '@evenhand/talent';
import { MADE_DAYS_AGO, poolStory } from './pool-story';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const mentees = names('mentee', 120);
const mentors = [...names('mentor', 7), 'mentee0', 'mentee6'];
const story = poolStory(mentees, mentors);

describe('the story of the talent pool', () => {
  it('is the same for the same people, and takes each of them one way', () => {
    expect(poolStory(mentees, mentors)).toEqual(story);
    expect(new Set(story.map(({ reference }) => reference)).size).toBe(story.length);
    expect(story.length).toBe(60);
  });

  it('leads to every state in which somebody can be', () => {
    expect(new Set(story.map(({ outcome }) => outcome))).toEqual(new Set(MEMBER_STATES));
    expect(new Set(story.map(({ nominator }) => nominator === undefined)).size).toBe(2);
  });

  it('has nobody put themselves forward, and nobody be nominated by nobody', () => {
    for (const { reference, nominator, outcome } of story) {
      expect(nominator).not.toBe(reference);
      if (outcome === 'nominated' || outcome === 'declined') expect(mentors).toContain(nominator);
    }
  });

  it('takes place after the pool was made and before today, one thing after the other', () => {
    for (const { days } of story) {
      const inTurn = [MADE_DAYS_AGO, days.came, days.interested, days.assessed, days.decided, days.ended, 0];
      expect(inTurn).toEqual([...inTurn].sort((a, b) => b - a));
      expect(new Set(inTurn).size).toBe(inTurn.length);
    }
  });
});
