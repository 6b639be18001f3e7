import type { WebPage } from '@evenhand/pages';
import type {
  Assessment,
  CriteriaMet,
  CriteriaVersion,
  DecisionReview,
  Finding,
  PoolDecision,
  PoolMember,
  TalentPool,
} from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { inBritain } from '../in-britain';
import { cameBy, DIMENSIONS, judgeInWords, LEVELS, OUTCOMES, STANDINGS } from './membership-in-words';
import { membershipAddress } from './membership-list.page';
import { openQuestions } from './membership-questions';

/** All that somebody may know of what they are to one pool. */
export interface MembershipShown {
  readonly programme: string;
  readonly pool: TalentPool;
  readonly member: PoolMember;
  /** Every version of what the pool asks. */
  readonly criteria: readonly CriteriaVersion[];
  /** What the service can tell of them and each criterion; absent where they are considered no more. */
  readonly met?: CriteriaMet;
  /** On this membership, the newest first. */
  readonly decisions: readonly PoolDecision[];
  /** That somebody else looks again at these, the newest first. */
  readonly reviews: readonly DecisionReview[];
}

const FINDINGS: Readonly<Record<Finding, string>> = {
  met: 'Met',
  not_met: 'Not met',
  not_known: 'Not known',
};

/** What somebody is to one pool: how they came, what was found and decided, by whom and why, and what they can do. */
export function membershipPage(shown: MembershipShown): WebPage {
  const { programme, pool, member, criteria, met, decisions, reviews } = shown;
  const { assessment, interestDeclaredAt, ending, reason, cameAt } = member;
  return {
    title: `You and the talent pool: ${pool.title}`,
    template: 'membership.njk',
    view: {
      ...{ programme, pool: `/pools/${pool.id}`, purpose: pool.purpose, standing: STANDINGS[member.state] },
      way: [
        fact(cameBy(member), `On ${inBritain(cameAt)}`),
        fact('Why', reason),
        ...(interestDeclaredAt === undefined
          ? []
          : [fact('You said that you want to be considered', `On ${inBritain(interestDeclaredAt)}`)]),
        ...(ending === undefined ? [] : endingOf(member, ending)),
      ],
      assessment: assessment && assessmentView(assessment, criteria),
      criteria: met?.findings.map(({ sentence, finding, because }) => ({
        ...{ sentence, because, finding: FINDINGS[finding] },
      })),
      decisions: decisions.map((decision) => decisionView(decision, shown)),
      questions: openQuestions({ member, decisions, reviews }),
    },
  };
}

interface Fact {
  readonly title: string;
  readonly text: string;
}

function fact(title: string, text: string): Fact {
  return { title, text };
}

function endingOf({ state }: PoolMember, { at, note }: NonNullable<PoolMember['ending']>): readonly Fact[] {
  const noted = state === 'appointed' ? 'The post' : 'Why';
  return [fact(STANDINGS[state], `On ${inBritain(at)}`), ...(note === undefined ? [] : [fact(noted, note)])];
}

function assessmentView(
  { horizon, evidence, dimensions = [], criteriaVersion, assessedAt, assessor }: Assessment,
  criteria: readonly CriteriaVersion[],
) {
  const { horizons } = healthAndCare.content;
  return {
    readiness: horizons.find(({ code }) => code === horizon)?.title ?? horizon,
    ...{ evidence, by: judgeInWords(assessor), on: inBritain(assessedAt) },
    version: versionView(criteria, criteriaVersion),
    dimensions: dimensions.map((each) => ({
      ...{ title: DIMENSIONS[each.dimension], level: LEVELS[each.level] ?? String(each.level) },
      evidence: each.evidence,
    })),
  };
}

function decisionView(
  { id, poolId, outcome, decidedAt, decider, criteriaVersion, reason }: PoolDecision,
  { criteria, reviews }: MembershipShown,
) {
  return {
    ...{ outcome: OUTCOMES[outcome], on: inBritain(decidedAt), by: judgeInWords(decider), reason },
    version: versionView(criteria, criteriaVersion),
    reviews: reviews
      .filter(({ decisionId }) => decisionId === id)
      .map((review) => ({
        ...{ askedOn: inBritain(review.askedAt), reason: review.reason, finding: review.finding },
        standing: REVIEWS[review.state],
        ...(review.settledAt === undefined ? {} : { settledOn: inBritain(review.settledAt) }),
        ...(review.newMemberId === undefined
          ? {}
          : { anew: membershipAddress({ poolId, memberId: review.newMemberId }) }),
      })),
  };
}

const REVIEWS: Readonly<Record<DecisionReview['state'], string>> = {
  open: 'Nobody has looked again yet',
  upheld: 'Somebody else looked again, and the decision holds',
  changed: 'Somebody else looked again, and it is decided anew',
};

/** What was asked by a version of the criteria, in its own words. */
function versionView(criteria: readonly CriteriaVersion[], number: number) {
  return {
    number,
    sentences: criteria
      .find((version) => version.number === number)
      ?.criteria.map(({ sentence }) => sentence),
  };
}
