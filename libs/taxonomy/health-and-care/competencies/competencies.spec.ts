import { stages } from '../stages';
import { areas, competencies, standards } from './index';

const descriptorsOf = (code: string): Readonly<Record<string, string>> =>
  competencies.find((competency) => competency.code === code)!.descriptors;

describe('the competencies of the health and care catalogue', () => {
  it('fall into three areas', () => {
    expect(areas.map((area) => area.code)).toEqual(['SE', 'MP', 'DA']);
  });

  it('are grouped by nine standards, three to an area, in the order of the framework', () => {
    expect(standards.map((standard) => [standard.area, standard.code])).toEqual(
      ['SE', 'MP', 'DA'].flatMap((area) => [1, 2, 3].map((number) => [area, `${area}-${number}`])),
    );
  });

  it('number 27, three to a standard, in the order of the framework', () => {
    expect(competencies).toHaveLength(27);
    expect(competencies.map((competency) => [competency.standard, competency.code])).toEqual(
      standards.flatMap(({ code }) => [1, 2, 3].map((number) => [code, `${code}.${number}`])),
    );
  });

  it('have titles that nothing else in the framework bears', () => {
    const titles = [...areas, ...standards, ...competencies].map((entry) => entry.title.toLowerCase());
    expect(new Set(titles).size).toBe(39);
  });

  it.each(competencies.map((competency) => competency.code))(
    'describe %s at exactly the five stages',
    (code) => {
      expect(Object.keys(descriptorsOf(code)).sort()).toEqual(stages.map((stage) => stage.code).sort());
    },
  );

  it.each(competencies.map((competency) => competency.code))(
    'describe %s in one sentence of 12 to 28 words about what I do',
    (code) => {
      for (const descriptor of Object.values(descriptorsOf(code))) {
        expect(descriptor).toMatch(/^I [^.!?]+\.$/);
        const words = descriptor.split(' ').length;
        expect(words).toBeGreaterThanOrEqual(12);
        expect(words).toBeLessThanOrEqual(28);
      }
    },
  );

  it('never describe two stages or two competencies alike', () => {
    const descriptors = competencies.flatMap((competency) => Object.values(competency.descriptors));
    expect(new Set(descriptors).size).toBe(135);
  });
});

describe('the stages of the health and care catalogue', () => {
  it('run from fundamental to executive', () => {
    expect(stages.map((stage) => stage.code)).toEqual(['F', '1', '2', '3', '4']);
  });
});
