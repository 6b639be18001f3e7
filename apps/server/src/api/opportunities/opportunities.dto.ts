import {
  type Opportunity,
  OPPORTUNITY_STATES,
  type OpportunityDetails,
  type OpportunityState,
} from '@evenhand/development';
import { choice, code } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';

/** What is said of an opportunity. */
export class OpportunityFields implements OpportunityDetails {
  @CodeField({ description: 'Code of its kind.', example: 'widening_perspectives' })
  kind!: string;

  @CodeField({ description: 'Code of the phase of a career that it is for.', example: 'early_mid_career' })
  phase!: string;

  @TextField({ description: 'What it is called.', max: 200 })
  title!: string;

  @TextField({ description: 'What one does, and what one gains.', max: 2000, lines: true })
  description!: string;

  @UuidField({
    description: 'The organisation that offers it; the programme where absent.',
    optional: true,
  })
  organisationId?: string;

  @ListField(code(), {
    description: 'Codes of the professions that it is for alone; empty where it is for every one.',
    max: 100,
    unique: true,
  })
  professions!: string[];

  @TextField({
    description:
      'Why only they: a law, or a registration that the work needs. Asked for where professions are named.',
    max: 2000,
    lines: true,
    optional: true,
  })
  professionsReason?: string;

  @DayField({
    description: 'The last day on which to come forward; closed from the next day on.',
    optional: true,
  })
  closesOn?: string;
}

/** An opportunity to be offered. */
export class NewOpportunity extends OpportunityFields {
  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;
}

/** Which opportunities are listed. */
export class OpportunityQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @CodeField({ description: 'Only those of this kind.', optional: true })
  kind?: string;

  @ListField(choice(OPPORTUNITY_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: 2,
    optional: true,
  })
  state?: OpportunityState[];
}

/** An opportunity. */
export class OpportunityAnswer extends OpportunityFields {
  @UuidField({ description: 'Id of the opportunity.' })
  id!: string;

  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;

  @ChoiceField(OPPORTUNITY_STATES, { description: 'Where it stands.' })
  state!: OpportunityState;

  @TimeField({ description: 'When it was offered.' })
  createdAt!: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of opportunities. */
export class OpportunityPage extends NextPage {
  @ListField(() => OpportunityAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly OpportunityAnswer[];
}

/** Shapes an opportunity for the caller. */
export function opportunityAnswer({
  createdAt,
  professions,
  ...opportunity
}: Opportunity): OpportunityAnswer {
  return { ...opportunity, professions: [...professions], createdAt: createdAt.toISOString() };
}
