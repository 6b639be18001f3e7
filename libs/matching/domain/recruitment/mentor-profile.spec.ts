import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { mentorsOfProfile, profileFor, profileInWords, usualPlaces } from './mentor-profile';

const people = [
  aMentee({ id: 'a', gaps: ['SE-1.1', 'DA-1.1'], region: 'midlands', accessibility: ['bsl'], peer: true }),
  aMentee({
    id: 'b',
    gaps: ['DA-1.1', 'MP-1.1'],
    languages: ['cy', 'en'],
    accessibility: ['bsl', 'quiet_room'],
  }),
  aMentee({
    id: 'c',
    gaps: ['MP-1.1', 'MP-1.2', 'MP-1.3', 'MP-2.1'],
    background: 'ahp/dietitian',
    region: 'midlands',
  }),
];

describe('A profile of mentors to recruit', () => {
  const profile = profileFor(people, '2', 2, healthAndCare);

  it('is what most of those concerned have or ask for, in each respect by itself', () => {
    expect(profile).toEqual({
      stage: { code: '2', title: 'Mid-level managers and leaders' },
      topics: ['MP-1.1', 'DA-1.1', 'SE-1.1', 'MP-1.2', 'MP-1.3'].map((code) => ({
        code,
        title: healthAndCare.topic(code)!.title,
      })),
      region: { code: 'midlands', title: 'Midlands' },
      mode: 'either',
      language: 'en',
      profession: { path: 'nurse/adult_nurse', title: 'Adult nurses' },
      accessibility: ['bsl'],
      peer: false,
      places: 2,
    });
  });

  it('has the topic that it is about in front, whatever else is asked more', () => {
    expect(profileFor(people, '2', 1, healthAndCare, 'MP-2.1').topics.map(({ code }) => code)).toEqual([
      ...['MP-2.1', 'MP-1.1', 'DA-1.1', 'SE-1.1', 'MP-1.2'],
    ]);
  });

  it('is told in plain words, with what it was computed with', () => {
    const short = { ...profile, topics: profile.topics.slice(0, 1), peer: true };
    expect(profileInWords(short)).toBe(
      'A mentor at stage 2 in Midlands, who meets in person or remotely and in the language en, and has practised at ' +
        'that stage: MP-1.1 Create a sense of engagement. They offer bsl. They are willing to mentor somebody at their ' +
        'own stage. Computed with 2 places each, the background Adult nurses, an organisation of their own and no ' +
        'protected time.',
    );
  });

  it('becomes mentors with ids that nobody has', () => {
    const mentors = mentorsOfProfile(profile, 2, new Set(['recruit-1', 'recruit-3']));
    expect(mentors.map(({ id }) => id)).toEqual(['recruit-2', 'recruit-4']);
    expect(mentors[0]).toMatchObject({
      ...{ capacity: 2, languages: ['en'], mode: 'either', accessibility: ['bsl'], peer: false },
      background: { group: 'nurse', profession: 'adult_nurse' },
      posts: [{ region: 'midlands', stage: '2' }],
      strengths: ['MP-1.1', 'DA-1.1', 'SE-1.1', 'MP-1.2', 'MP-1.3'].map((topic) => ({ topic, stage: '2' })),
    });
  });
});

describe('The usual number of places', () => {
  it.each([
    [[], 1],
    [[0, 0], 1],
    [[0, 4], 4],
    [[5, 1, 2], 2],
    [[3, 1], 1],
  ])('of mentors who offer %j is %i', (capacities, places) => {
    expect(usualPlaces(capacities.map((capacity) => aMentor({ capacity })))).toBe(places);
  });
});
