import fc from 'fast-check';
import type { CountTables } from '../count-tables';
import type { PopulationMeasure } from './arbitrary-population';

const STAGES = ['stage-0', 'stage-1', 'stage-2'];

const howMany = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 6 }) },
  { weight: 3, arbitrary: fc.nat({ max: 30 }) },
  { weight: 2, arbitrary: fc.nat({ max: 200 }) },
);

/** Two to twelve organisations beside the total and a table of stages, with whoever asked and was matched. */
export const organisationTables: fc.Arbitrary<CountTables<PopulationMeasure>> = fc
  .array(fc.record({ only: howMany, asked: howMany, matched: howMany }), { minLength: 2, maxLength: 12 })
  .map((organisations) => {
    const codes = organisations.map((_, at) => `organisation-${at}`);
    const counts = organisations.map(({ only, asked, matched }) => ({
      eligible: only + asked + matched,
      asked: asked + matched,
      matched,
    }));
    const sumOf = (some: typeof counts) => ({
      eligible: some.reduce((total, { eligible }) => total + eligible, 0),
      asked: some.reduce((total, { asked }) => total + asked, 0),
      matched: some.reduce((total, { matched }) => total + matched, 0),
    });
    return {
      dimensions: [
        { code: 'organisation', categories: codes },
        { code: 'stage', categories: STAGES },
      ],
      measures: ['eligible', 'asked', 'matched'],
      parts: [
        ['asked', 'eligible'],
        ['matched', 'asked'],
      ],
      tables: [
        { dimensions: [], rows: [{ categories: [], counts: sumOf(counts) }] },
        {
          dimensions: ['organisation'],
          rows: counts.map((each, at) => ({ categories: [codes[at]!], counts: each })),
        },
        {
          dimensions: ['stage'],
          rows: STAGES.map((stage, at) => ({
            categories: [stage],
            counts: sumOf(counts.filter((_, organisation) => organisation % STAGES.length === at)),
          })),
        },
      ],
    };
  });
