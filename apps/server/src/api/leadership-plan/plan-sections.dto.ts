import {
  type AnsweredSection,
  type AskedSection,
  SECTION_STATES,
  type SectionState,
  type ShownSection,
  type TalentRelease,
} from '@evenhand/talent';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { VERSION } from './leadership-plan.dto';

export const OWNER = {
  description: 'The post or role that answers for it. No names of people.',
  max: 200,
  example: 'Director of people',
};
const EVIDENCE = { description: 'What shows it; of a chapter its words.', max: 10_000, lines: true } as const;
const STATE = { description: 'How far it has come.' };
const MOST_RELEASES = 1000;

/** People let go to posts elsewhere, as a count. */
export class TalentReleaseField implements TalentRelease {
  @UuidField({ description: 'The organisation that let them go.' })
  fromOrganisationId!: string;

  @UuidField({ description: 'The organisation that they went to.' })
  toOrganisationId!: string;

  @WholeNumberField({ description: 'How many.', min: 1, max: 10_000 })
  people!: number;

  @DayField({ description: 'The last day of the period that is counted.' })
  until!: string;
}

/** What a plan says of a statement or a chapter. */
export class PlanSectionBody {
  @TextField(OWNER)
  owner!: string;

  @TextField(EVIDENCE)
  evidence!: string;

  @ChoiceField(SECTION_STATES, STATE)
  state!: SectionState;

  @ListField(() => TalentReleaseField, {
    description: 'Only of the behaviour that shows in people let go to posts elsewhere.',
    max: MOST_RELEASES,
    optional: true,
  })
  releases?: readonly TalentReleaseField[];
}

/** What a plan says, with its version. */
export class PlanSectionAnswer {
  @TextField(OWNER)
  owner!: string;

  @TextField(EVIDENCE)
  evidence!: string;

  @ChoiceField(SECTION_STATES, STATE)
  state!: SectionState;

  @ListField(() => TalentReleaseField, {
    description:
      'People let go elsewhere; absent for whoever does not keep the plan: they read the sum once it is published.',
    max: MOST_RELEASES,
    optional: true,
  })
  releases?: readonly TalentReleaseField[];

  @WholeNumberField(VERSION)
  version!: number;
}

/** A statement or chapter of the catalogue, and what the plan says of it. */
export class AskedSectionAnswer {
  @CodeField({ description: 'Code in the catalogue.' })
  code!: string;

  @TextField({ description: 'What it is called.', max: 200 })
  title!: string;

  @TextField({ description: 'What it asks, in our own words.', max: 2000 })
  description!: string;

  @CodeField({
    description: 'Of readiness: for conditions to establish, or for lasting success.',
    optional: true,
  })
  purpose?: string;

  @CodeField({ description: 'Code of the source in the catalogue.' })
  source!: string;

  @ObjectField(() => PlanSectionAnswer, {
    description: 'Absent while the plan says nothing of it.',
    optional: true,
  })
  answer?: PlanSectionAnswer;
}

/** All that is asked of one kind. */
export class AskedSectionList {
  @ListField(() => AskedSectionAnswer, { description: 'In the order of the catalogue.', max: 100 })
  items!: readonly AskedSectionAnswer[];
}

/** Shapes what is asked and answered for the caller. */
export function askedSectionAnswer({
  statement,
  section,
}: AnsweredSection<AskedSection>): AskedSectionAnswer {
  const { code, title, description, source } = statement;
  return {
    ...{ code, title, description },
    ...('purpose' in statement ? { purpose: statement.purpose } : {}),
    source,
    ...(section === undefined ? {} : { answer: planSectionAnswer(section) }),
  };
}

/** Shapes what a plan says for the caller. */
export function planSectionAnswer({
  owner,
  evidence,
  state,
  releases,
  version,
}: ShownSection): PlanSectionAnswer {
  return { owner, evidence, state, ...(releases === undefined ? {} : { releases }), version };
}
