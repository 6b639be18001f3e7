/** Letters that stand for whoever asks; U is the public. */
export const LETTERS = {
  ...{ public: 'U', aspiring_leader: 'L', mentor: 'M', coordinator: 'C' },
  ...{ hr_auditor: 'A', talent_board: 'B', platform_admin: 'P' },
} as const;

/** Fields of one schema, by the roles that may be answered with them. */
type Fields = Readonly<Record<string, readonly string[]>>;

/**
 * Which role may be answered with which field, for every schema that tells of people, written by hand from the matrix of
 * roles: a field that comes in anew stands here, or fails. Whoever is a person of a programme besides another role reads
 * what is their own as a person.
 */
export const FIELDS_BY_ROLE: Readonly<Record<string, Fields>> = {
  // Who somebody is. Staff who are nobody in a programme read nobody’s record as such; an admin behind glass does.
  PersonAnswer: {
    LMCP: [
      'id',
      'programmeId',
      'reference',
      'name',
      'email',
      'background',
      'posts',
      'languages',
      'mode',
      'exclude',
      'consent',
      'active',
      'version',
    ],
  },
  BackgroundAnswer: { LMCP: ['profession', 'group', 'registration'] },
  PostBody: {
    LMCP: ['organisationId', 'region', 'grade', 'stage', 'staffGroup', 'lineManager', 'from', 'to'],
  },
  MenteeProfileAnswer: {
    LMCP: [
      'personId',
      'targetStage',
      'gaps',
      'preferProfession',
      'preferOrganisation',
      'peer',
      'accessibility',
      'version',
    ],
  },
  GapAnswer: { LMCP: ['topic', 'size'] },
  MentorProfileAnswer: {
    LMCP: [
      'personId',
      'strengths',
      'capacity',
      'protectedHours',
      'peer',
      'listed',
      'accessibility',
      'version',
    ],
  },
  // Cards: what others may see of somebody.
  MentorCardAnswer: {
    LM: ['personId', 'name', 'organisation', 'professionalGroup', 'profession', 'stage', 'strengths', 'peer'],
  },
  PersonCardAnswer: { LMC: ['personId', 'name', 'organisation', 'professionalGroup', 'profession', 'stage'] },
  MemberCardField: { CB: ['name', 'group', 'stage'] },
  // What is one’s own, whoever one is.
  MeAnswer: { LMCABP: ['accountId', 'roles', 'people'] },
  RoleHeldAnswer: { LMCABP: ['role', 'programmeId', 'organisationId'] },
  PersonalDataAnswer: { LMCABP: ['accountId', 'gatheredAt', 'sections', 'withheld'] },
  HeldSectionAnswer: { LMCABP: ['code', 'title', 'fields', 'records'] },
  ViewOfMeAnswer: { LMCABP: ['seq', 'at', 'kind', 'action', 'role', 'organisation', 'byMe', 'programmeId'] },
  OpenedRecord: { LMCABP: ['personId', 'reason', 'openedAt', 'endsAt'] },
  // Equality answers are read by nobody else.
  EqualityRecordAnswer: { LM: ['standing', 'since', 'answers', 'questions'] },
  EqualityAnswersDto: {
    LM: ['sex', 'ethnicity', 'disability', 'age_band', 'sexual_orientation', 'religion'],
  },
  // What people ask for, and what comes of it.
  MentoringRequestAnswer: {
    LMC: [
      'id',
      'programmeId',
      'personId',
      'state',
      'firstSubmittedOn',
      'roundId',
      'welcomedAgain',
      'version',
    ],
  },
  ProposalAnswer: {
    LMC: [
      'id',
      'roundId',
      'requestId',
      'menteeId',
      'mentorId',
      'mentee',
      'mentor',
      'state',
      'score',
      'points',
      'gaps',
      'gapsNotCovered',
      'notes',
      'offeredAt',
      'expiresAt',
      'remindedAt',
      'menteeAcceptedAt',
      'mentorAcceptedAt',
      'questions',
      'declined',
      'closedAt',
      'version',
    ],
  },
  QuestionAnswer: { LMC: ['by', 'askedAt', 'text'] },
  RefusalAnswer: { LMC: ['by', 'reason', 'note'] },
  ExplanationAnswer: { LMC: ['kind', 'requestId', 'match', 'proposalState', 'reason'] },
  MatchAnswer: {
    LMC: ['requestId', 'menteeId', 'mentorId', 'score', 'points', 'gaps', 'gapsNotCovered', 'notes'],
  },
  ResultMatchAnswer: {
    C: [
      ...['requestId', 'menteeId', 'mentorId', 'score', 'points', 'gaps', 'gapsNotCovered', 'notes'],
      ...['mentorRank', 'eligibleMentors'],
    ],
  },
  CorrectionRequestAnswer: {
    LMC: [
      'id',
      'programmeId',
      'personId',
      'field',
      'wanted',
      'state',
      'askedAt',
      'settledAt',
      'answer',
      'version',
    ],
  },
  ExplanationReviewAnswer: {
    LMC: [
      'id',
      'programmeId',
      'roundId',
      'requestId',
      'personId',
      'reason',
      'state',
      'askedAt',
      'settledAt',
      'finding',
      'overrideId',
      'version',
    ],
  },
  // The outcome of a round by person is its coordinator’s.
  UnmatchedAnswer: {
    C: [
      'code',
      'sentence',
      'eligibleMentors',
      'places',
      'placesTaken',
      'shortage',
      'rules',
      'requestId',
      'menteeId',
    ],
  },
  PairOverrideAnswer: {
    C: ['id', 'kind', 'requestId', 'mentorId', 'reason', 'decidedBy', 'decidedAt', 'state'],
  },
  OverrideAnswer: {
    C: [
      'id',
      'kind',
      'requestId',
      'mentorId',
      'reason',
      'decidedBy',
      'decidedAt',
      'state',
      'progress',
      'failure',
      'change',
    ],
  },
  OverridePreviewAnswer: {
    C: [
      'id',
      'roundId',
      'progress',
      'failure',
      'askedAt',
      'answeredAt',
      'state',
      'requestId',
      'decision',
      'alternatives',
      'effect',
    ],
  },
  AlternativeAnswer: { C: ['mentorId', 'score', 'places', 'free', 'present'] },
  MoveAnswer: { C: ['requestId', 'fromMentorId', 'toMentorId'] },
  PreviewedChangeAnswer: {
    C: ['matched', 'score', 'gained', 'lost', 'waitingDays', 'groups', 'professions'],
  },
  ImportAnswer: {
    C: [
      'id',
      'programmeId',
      'importedAt',
      'organisations',
      'persons',
      'menteeProfiles',
      'mentorProfiles',
      'requestsSubmitted',
      'headcounts',
      'notices',
    ],
  },
  // Auditors read roles and pseudonyms.
  AuditedOverrideAnswer: { CA: ['id', 'kind', 'mentee', 'mentor', 'reason', 'decidedBy', 'decidedAt'] },
  OverrideReasonAnswer: { CA: ['id', 'kind', 'reason', 'role', 'decidedAt', 'state'] },
  DeciderAnswer: { CA: ['role', 'personId'] },
  // Talent pools.
  PoolMemberAnswer: {
    LMCB: [
      'id',
      'poolId',
      'personId',
      'wayIn',
      'state',
      'reason',
      'nomination',
      'cameAt',
      'interestDeclaredAt',
      'assessment',
      'ending',
      'version',
    ],
    CB: ['card'],
  },
  PoolMembershipAnswer: { LM: ['pool', 'membership'] },
  NominationAnswer: { LMCB: ['as', 'by'] },
  ActingAsAnswer: { LMCB: ['role', 'personId'] },
  AssessmentAnswer: {
    LMCB: ['horizon', 'evidence', 'dimensions', 'criteriaVersion', 'assessedAt', 'assessor'],
  },
  AssessedDimensionField: { LMCB: ['dimension', 'level', 'evidence'] },
  CriterionFindingAnswer: { LMCB: ['code', 'sentence', 'finding', 'because'] },
  EndingAnswer: { LMCB: ['at', 'note'] },
  DecisionAnswer: {
    LMCB: ['id', 'poolId', 'memberId', 'outcome', 'decidedAt', 'decider', 'criteriaVersion', 'reason'],
  },
  DecisionReviewAnswer: {
    LMCB: [
      'id',
      'programmeId',
      'poolId',
      'decisionId',
      'memberId',
      'personId',
      'reason',
      'state',
      'askedAt',
      'settledAt',
      'reviewer',
      'finding',
      'newMemberId',
      'version',
    ],
  },
  GroupRepresentationAnswer: { CB: ['code', 'members', 'people', 'index', 'interval', 'pValue'] },
  // Two people who meet: what each says of it is their own.
  RelationshipAnswer: {
    LMC: [
      'id',
      'programmeId',
      'proposalId',
      'requestId',
      'menteeId',
      'mentorId',
      'mentee',
      'mentor',
      'state',
      'beganAt',
      'firstMetOn',
      'pausedAt',
      'completedAt',
      'endedAt',
      'rematchAskedAt',
      'version',
    ],
    LM: ['ownFeedback'],
  },
  ChampionAnswer: {
    LMC: [
      'id',
      'programmeId',
      'personId',
      'championPersonId',
      'person',
      'champion',
      'state',
      'namedAt',
      'putForward',
      'takenUpAt',
      'takenBackAt',
      'version',
    ],
  },
  PuttingForwardAnswer: { LMC: ['what', 'on'] },
  // Posts, plans, boards and barriers: how a post was filled is for those who prepare pools.
  FilledAnswer: { CAB: ['at'], CB: ['fromPool', 'memberId'] },
  ClosingAnswer: { CAB: ['at', 'reason'] },
  AskedSectionAnswer: { CAB: ['code', 'title', 'description', 'purpose', 'source', 'answer'] },
  PlanSectionAnswer: { CAB: ['owner', 'evidence', 'state', 'version'], B: ['releases'] },
  TalentReleaseField: { B: ['fromOrganisationId', 'toOrganisationId', 'people', 'until'] },
  // What became of a plan that was put forward; who decided is for the log.
  PlanSnapshotAnswer: {
    CAB: ['id', 'programmeId', 'state', 'countedAt', 'decidedAt', 'reason', 'outline'],
  },
  // Released counts, which a board may have published.
  ProfileShareAnswer: { ULMCABP: ['stage', 'people', 'percent'] },
  BaselineCountField: { B: ['characteristic', 'category', 'people'] },
  BoardSeatField: { CAB: ['role', 'title', 'heldBy', 'independent'] },
  SeatBackgroundField: { CAB: ['profession', 'registration'] },
  // Mentors and aspiring leaders read those that they lead.
  BarrierReviewAnswer: {
    LMCAB: [
      'id',
      'programmeId',
      'organisationId',
      'follows',
      'executiveLead',
      'nonExecutiveLead',
      'state',
      'answers',
      'judgements',
      'actions',
      'begunAt',
      'completedAt',
      'version',
    ],
  },
  AnswerAnswer: { LMCAB: ['standing', 'answer', 'evidence', 'question', 'answeredBy', 'answeredAt'] },
  JudgementAnswer: { LMCAB: ['strength', 'evidence', 'barrier', 'judgedBy', 'judgedAt'] },
  NamedProfessionsAnswer: {
    CAB: ['kind', 'state', 'id', 'title', 'organisationId', 'professions', 'reason'],
  },
  // Counts that an organisation has of itself, and what an auditor draws of a round by pseudonym.
  BaselinePartAnswer: { CA: ['organisationId', 'profession', 'grade', 'stage', 'people'] },
  BaselineCharacteristicAnswer: { CA: ['question', 'answer', 'people'] },
  EquitySnapshotAnswer: {
    AB: ['id', 'programmeId', 'reportId', 'state', 'putForwardAt', 'decidedAt', 'reason'],
  },
  EquitySnapshotReportAnswer: {
    AB: ['id', 'programmeId', 'reportId', 'state', 'putForwardAt', 'decidedAt', 'reason', 'report'],
  },
  TrueCountAnswer: { A: ['profession', 'grade', 'stage', 'counts'] },
  SampledExplanationAnswer: {
    A: [
      'pseudonym',
      'group',
      'profession',
      'stage',
      'kind',
      'score',
      'points',
      'gaps',
      'gapsNotCovered',
      'reason',
    ],
  },
  // What somebody said of others.
  OwnNominationAnswer: { M: ['id', 'personId', 'as', 'reason', 'nominatedAt'] },
  // What the service runs on.
  AccountAnswer: { P: ['id', 'kind', 'email', 'hasSignedIn', 'state', 'version'] },
  RoleGrantAnswer: {
    P: [
      'id',
      'accountId',
      'role',
      'programmeId',
      'organisationId',
      'state',
      'askedBy',
      'askedAt',
      'confirmedBy',
      'confirmedAt',
      'endedBy',
      'endedAt',
      'version',
    ],
  },
  BreakGlassAnswer: {
    P: ['id', 'personId', 'reason', 'askedBy', 'askedAt', 'approvedBy', 'approvedAt', 'endsAt', 'version'],
  },
  // Work by its number: nothing of whom it is about.
  OpenJobAnswer: { P: ['id', 'kind', 'subject', 'attempt', 'deliveries', 'leftAt', 'queuedAt'] },
  // The log, by pseudonym.
  AuditEventAnswer: {
    AP: ['seq', 'at', 'kind', 'action', 'actor', 'subjects', 'programmeId', 'thing', 'details'],
  },
  ActorAnswer: { AP: ['kind', 'id', 'role'] },
  AuditedThingAnswer: { AP: ['kind', 'id'] },
  // Words and counts that tell of people together, or in general.
  CoveredGapAnswer: { LMC: ['topic', 'title', 'rank', 'size', 'askedAt', 'practisedAt', 'cover', 'text'] },
  ShortageAnswer: { LMC: ['people', 'places', 'mentors'] },
  BottleneckAnswer: {
    CA: [
      'people',
      'places',
      'mentors',
      'without',
      'within',
      'groups',
      'professions',
      'asked',
      'mentorsInCommon',
      'sentences',
    ],
  },
  ConcernedGroupAnswer: { CA: ['path', 'title', 'people', 'without'] },
  CountedEntryAnswer: { CA: ['code', 'title', 'people'] },
  RecruitmentTargetAnswer: { CA: ['reason', 'bottleneck', 'without', 'profile', 'sentences', 'effects'] },
  AskedDecisionAnswer: { C: ['kind', 'mentorId'] },
  CriteriaAnswer: { ULMCABP: ['number', 'criteria', 'from', 'reason'] },
};

/** Fields by whose name alone it is known that they tell of somebody, or hold somebody's words. */
const TELLING =
  /\.(?:personId|menteeId|mentorId|mentee|mentor|requestId|memberId|accountId|email|reference|people|askedBy|confirmedBy|endedBy|approvedBy|decidedBy|reason|note|text|evidence|wanted|answer|finding)$/;

/** Whether a field, given as `Schema.field`, tells of people. */
export function tellsOfPeople(field: string): boolean {
  return Object.hasOwn(FIELDS_BY_ROLE, field.slice(0, field.indexOf('.'))) || TELLING.test(field);
}
