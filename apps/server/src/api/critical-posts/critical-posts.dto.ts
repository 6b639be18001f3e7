import {
  type CoverOfPosts,
  CRITICAL_POST_STATES,
  type CriticalPostState,
  type ShownPost,
  type FilledPost,
  type WantedPost,
} from '@evenhand/talent';
import type { AnswerOf } from '../../http/exchange';
import { choice } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { CriterionField, CriterionFindingAnswer } from '../talent-pools/criteria.dto';

const MANY = { min: 0, max: 1_000_000_000 };

/** What a critical post is, and by when somebody is needed for it. */
export class CriticalPostDetailsField implements WantedPost {
  @UuidField({ description: 'The organisation whose post it is.' })
  organisationId!: string;

  @CodeField({ description: 'Code of a region in the catalogue.' })
  region!: string;

  @TextField({ description: 'What the post is called.', max: 200 })
  title!: string;

  @CodeField({
    description:
      'Code of a profession, where the post is for that one alone; then `professionReason` is needed.',
    optional: true,
  })
  profession?: string;

  @TextField({
    description: 'What requires the profession, such as an act or a registration.',
    max: 2000,
    lines: true,
    optional: true,
  })
  professionReason?: string;

  @CodeField({ description: 'Code of a stage in the catalogue.' })
  stage!: string;

  @CodeField({ description: 'Code of a grade in the catalogue.', optional: true })
  grade?: string;

  @ListField(() => CriterionField, {
    description: 'What whoever holds it must have done and be able to do; codes differ.',
    min: 1,
    max: 50,
  })
  roleProfile!: CriterionField[];

  @CodeField({ description: 'Code of the horizon by which somebody is needed.', example: '1-3' })
  neededAt!: string;

  @UuidField({
    description:
      'The talent pool whose members may become ready for it; without one it is filled from outside.',
    optional: true,
  })
  poolId?: string;
}

/** A post to be opened. */
export class NewCriticalPost extends CriticalPostDetailsField {
  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;
}

/** Which posts are listed. */
export class CriticalPostQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ListField(choice(CRITICAL_POST_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: CRITICAL_POST_STATES.length,
    optional: true,
  })
  state?: CriticalPostState[];

  @FlagField({
    description: 'Only those that name a profession, with the reason that they cite; or only the others.',
    optional: true,
  })
  namesProfession?: boolean;
}

/** Who takes up a post. */
export class CriticalPostFilling {
  @UuidField({
    description:
      'The member of the post’s pool who is appointed by this. Left out where somebody from outside takes it up.',
    optional: true,
  })
  memberId?: string;
}

/** That a post is needed no more. */
export class CriticalPostClosing {
  @TextField({ description: 'Why.', max: 2000, lines: true })
  reason!: string;
}

/** How a post was filled. */
export class FilledAnswer {
  @TimeField({ description: 'When.' })
  at!: string;

  @FlagField({ description: 'Whether the pool was used; for coordinators and the board.', optional: true })
  fromPool?: boolean;

  @UuidField({
    description: 'The member who took it up, for coordinators and the board; absent where they are erased.',
    optional: true,
  })
  memberId?: string;
}

/** Why a post is needed no more. */
export class ClosingAnswer {
  @TimeField({ description: 'Since when.' })
  at!: string;

  @TextField({ description: 'Why.', max: 2000, lines: true })
  reason!: string;
}

/** A post that the programme cannot do without. */
export class CriticalPostAnswer extends NewCriticalPost {
  @UuidField({ description: 'Id of the post.' })
  id!: string;

  @ChoiceField(CRITICAL_POST_STATES, { description: 'Where it stands.' })
  state!: CriticalPostState;

  @TimeField({ description: 'When it was opened.' })
  openedAt!: string;

  @ObjectField(() => FilledAnswer, { description: 'How it was filled.', optional: true })
  filled?: FilledAnswer;

  @ObjectField(() => ClosingAnswer, { description: 'How it was closed.', optional: true })
  closing?: ClosingAnswer;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** A post that was filled just now. */
export class FilledPostAnswer extends CriticalPostAnswer {
  @ListField(() => CriterionFindingAnswer, {
    description:
      'How whoever came from the pool stands to each criterion of the role profile, as far as the service can tell; of ' +
      'somebody from outside nothing.',
    max: 50,
  })
  profile!: readonly CriterionFindingAnswer[];
}

/** How many of those who are ready stand how to a role profile. True counts. */
export class ReadyByProfileAnswer {
  @WholeNumberField({ description: 'Meet each criterion that has a rule.', ...MANY })
  met!: number;

  @WholeNumberField({ description: 'Do not meet one of them.', ...MANY })
  notMet!: number;

  @WholeNumberField({ description: 'Nobody can tell by what the service holds.', ...MANY })
  notKnown!: number;
}

/** One page of posts. */
export class CriticalPostPage extends NextPage {
  @ListField(() => CriticalPostAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly CriticalPostAnswer[];
}

/** Of which programme cover is counted. */
export class CoverQuery {
  @UuidField({ description: 'The programme.' })
  programme!: string;
}

/** How many are ready by a horizon. */
export class ReadyByAnswer {
  @CodeField({ description: 'Code of the horizon.' })
  horizon!: string;

  @WholeNumberField({ description: 'Ready by then or sooner. A true count.', ...MANY })
  ready!: number;
}

/** Who could follow in one post. */
export class PostCoverAnswer {
  @UuidField({ description: 'The post.' })
  postId!: string;

  @TextField({ description: 'What it is called.', max: 200 })
  title!: string;

  @UuidField({ description: 'The organisation.' })
  organisationId!: string;

  @CodeField({ description: 'Code of the horizon by which somebody is needed.' })
  neededAt!: string;

  @WholeNumberField({ description: 'Members of its pool who are ready by then; 0 is a gap.', ...MANY })
  ready!: number;

  @ObjectField(() => ReadyByProfileAnswer, {
    description: 'The same people by how they stand to the role profile of the post.',
  })
  readyByProfile!: ReadyByProfileAnswer;

  @WholeNumberField({ description: 'Open posts of the same pool: whoever is ready counts in each.', ...MANY })
  postsOfPool!: number;

  @ListField(() => ReadyByAnswer, { description: 'By each horizon.', max: 20 })
  readyBy!: readonly ReadyByAnswer[];
}

/** How much choice there is by a horizon. */
export class ChoiceAnswer extends ReadyByAnswer {
  @WholeNumberField({ description: 'Open posts that need somebody by then.', ...MANY })
  posts!: number;

  @NumberField({
    description:
      'Ready people per post, to a tenth; a person who is ready for several is one. Absent without a post.',
    min: 0,
    max: 1_000_000_000,
    optional: true,
  })
  readyPerPost?: number;
}

/** What a programme has for its open critical posts. */
export class CoverAnswer {
  @ListField(() => PostCoverAnswer, { description: 'Each open post.', max: 1_000_000 })
  posts!: readonly PostCoverAnswer[];

  @ListField(() => ChoiceAnswer, { description: 'By each horizon.', max: 20 })
  choice!: readonly ChoiceAnswer[];
}

/** Shapes a post for the caller. */
export function criticalPostAnswer({
  openedAt,
  filled,
  closing,
  ...post
}: ShownPost): AnswerOf<CriticalPostAnswer> {
  return {
    ...post,
    openedAt: openedAt.toISOString(),
    ...(filled === undefined ? {} : { filled: { ...filled, at: filled.at.toISOString() } }),
    ...(closing === undefined ? {} : { closing: { ...closing, at: closing.at.toISOString() } }),
  };
}

/** Shapes a post that was filled just now. */
export function filledPostAnswer({ post, profile }: FilledPost): AnswerOf<FilledPostAnswer> {
  return { ...criticalPostAnswer(post), profile };
}

/** Shapes the cover of a programme's posts. */
export function coverAnswer({ posts, choice: choices }: CoverOfPosts): AnswerOf<CoverAnswer> {
  return {
    posts: posts.map(({ post: { id, title, organisationId, neededAt }, readyByProfile, ...cover }) => ({
      ...{ postId: id, title, organisationId, neededAt },
      ...cover,
      readyByProfile: {
        met: readyByProfile.met,
        notMet: readyByProfile.not_met,
        notKnown: readyByProfile.not_known,
      },
    })),
    choice: choices.map((one) => ({
      ...one,
      ...(one.posts === 0 ? {} : { readyPerPost: Math.round((10 * one.ready) / one.posts) / 10 }),
    })),
  };
}
