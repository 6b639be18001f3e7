import type { Headcounts, Programme, ProgrammeState } from '@evenhand/people';
import { ChoiceField, ListField, TextField, UuidField, WholeNumberField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const STATES: readonly ProgrammeState[] = ['open', 'closed'];
const NAME = { description: 'What the programme is called; no other has the name.', max: 200 };
const STATE = 'Whether it takes something new. Closing it lets its open requests expire.';
const MOST_PROFESSIONS = 1000;

/** A programme as it is made. */
export class NewProgramme {
  @TextField({ ...NAME, example: 'Leaders of the North' })
  name!: string;
}

/** What can be changed of a programme. */
export class ProgrammeChangeBody {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField(STATES, { description: STATE, optional: true })
  state?: ProgrammeState;
}

/** A programme. */
export class ProgrammeAnswer {
  @UuidField({ description: 'Id of the programme.' })
  id!: string;

  @TextField(NAME)
  name!: string;

  @ChoiceField(STATES, { description: STATE })
  state!: ProgrammeState;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of programmes. */
export class ProgrammePage extends NextPage {
  @ListField(() => ProgrammeAnswer, { description: 'By name.', max: 200 })
  items!: readonly ProgrammeAnswer[];
}

/** How many people of a profession are in scope. */
export class HeadcountBody {
  @TextField({ description: 'Code of the profession in the catalogue.', max: 200, example: 'adult_nurse' })
  profession!: string;

  @WholeNumberField({ description: 'People who could ask for a mentor.', min: 0, max: 999_999_999 })
  headcount!: number;
}

/** Everybody in scope by profession: what ask rate and reach are shares of. */
export class Workforce {
  @ListField(() => HeadcountBody, { description: 'Each profession once.', max: MOST_PROFESSIONS })
  headcounts!: readonly HeadcountBody[];
}

/** Shapes a programme for the caller. */
export function programmeAnswer({ id, name, state, version }: Programme): ProgrammeAnswer {
  return { id, name, state, version };
}

/** Shapes headcounts for the caller. */
export function workforceAnswer(headcounts: Headcounts): Workforce {
  return { headcounts: Array.from(headcounts, ([profession, headcount]) => ({ profession, headcount })) };
}
