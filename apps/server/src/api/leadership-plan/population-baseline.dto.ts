import {
  POPULATION_CHARACTERISTICS,
  type PopulationCharacteristic,
  type BaselineCount,
  type BaselinePopulation,
  type PopulationBaseline,
  POPULATIONS,
} from '@evenhand/talent';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { VERSION } from './leadership-plan.dto';

const SOURCE = { description: 'Where the numbers are from.', max: 500, example: 'Census 2021' };
const AS_OF = { description: 'The day of which they tell.', example: '2026-03-31' };
const MOST_PEOPLE = 999_999_999;

/** How many share something. */
export class BaselineCountField implements BaselineCount {
  @ChoiceField(POPULATION_CHARACTERISTICS, { description: 'By what they are counted.' })
  characteristic!: PopulationCharacteristic;

  @TextField({ description: 'The category, as the source names it.', max: 100, example: 'Female' })
  category!: string;

  @WholeNumberField({ description: 'How many people.', min: 0, max: MOST_PEOPLE })
  people!: number;
}

/** A population, counted. */
export class BaselinePopulationField implements BaselinePopulation {
  @ChoiceField(POPULATIONS, { description: 'Those who work here, or those who live here.' })
  population!: (typeof POPULATIONS)[number];

  @CodeField({ description: 'Code of a stage, for the part of a workforce that is at it.', optional: true })
  stage?: string;

  @WholeNumberField({ description: 'Everybody in it.', min: 0, max: MOST_PEOPLE })
  total!: number;

  @ListField(() => BaselineCountField, {
    description: 'The categories of each characteristic add up to the total.',
    max: 500,
  })
  counts!: readonly BaselineCountField[];
}

/** Counts to bring in. They hold no persons. */
export class PopulationBaselineBody {
  @TextField(SOURCE)
  source!: string;

  @DayField(AS_OF)
  asOf!: string;

  @ListField(() => BaselinePopulationField, { description: 'Each population once.', min: 1, max: 50 })
  populations!: readonly BaselinePopulationField[];
}

/** Counts as they were brought in. */
export class PopulationBaselineAnswer {
  @UuidField({ description: 'The programme whose plan is held against them.' })
  programmeId!: string;

  @TextField(SOURCE)
  source!: string;

  @DayField(AS_OF)
  asOf!: string;

  @ListField(() => BaselinePopulationField, { description: 'Each population once.', max: 50 })
  populations!: readonly BaselinePopulationField[];

  @WholeNumberField(VERSION)
  version!: number;
}

/** Shapes a baseline for the caller. */
export function populationBaselineAnswer(baseline: PopulationBaseline): PopulationBaselineAnswer {
  return baseline;
}
