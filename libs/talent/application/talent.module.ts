import { Module } from '@nestjs/common';
import { AddCriteriaVersion } from './pools/add-criteria-version';
import { Apply } from './pools/apply';
import { Assess } from './pools/assess';
import { ChangeTalentPool } from './pools/change-talent-pool';
import { CloseTalentPool } from './pools/close-talent-pool';
import { CreateTalentPool } from './pools/create-talent-pool';
import { Decide } from './pools/decide';
import { DeclareInterest } from './pools/declare-interest';
import { DeclineNomination } from './pools/decline-nomination';
import { ListDecisions } from './pools/list-decisions';
import { ListMembers } from './pools/list-members';
import { ListTalentPools } from './pools/list-talent-pools';
import { ListTransparentPools } from './pools/list-transparent-pools';
import { Nominate } from './pools/nominate';
import { OpenTalentPool } from './pools/open-talent-pool';
import { PublishPoolCounts } from './pools/publish-pool-counts';
import { ReadCriteria } from './pools/read-criteria';
import { ReadMemberCards } from './pools/read-member-cards';
import { ReadPoolComposition } from './pools/read-pool-composition';
import { ReadPoolMember } from './pools/read-pool-member';
import { ReadTalentPool } from './pools/read-talent-pool';
import { ReadTransparentPool } from './pools/read-transparent-pool';
import { RecordAppointment } from './pools/record-appointment';
import { RecordLeaving } from './pools/record-leaving';

const USE_CASES = [
  AddCriteriaVersion,
  Apply,
  Assess,
  ChangeTalentPool,
  CloseTalentPool,
  CreateTalentPool,
  Decide,
  DeclareInterest,
  DeclineNomination,
  ListDecisions,
  ListMembers,
  ListTalentPools,
  ListTransparentPools,
  Nominate,
  OpenTalentPool,
  PublishPoolCounts,
  ReadCriteria,
  ReadMemberCards,
  ReadPoolComposition,
  ReadPoolMember,
  ReadTalentPool,
  ReadTransparentPool,
  RecordAppointment,
  RecordLeaving,
];

/** Everything that can be done with talent pools. Its ports are answered by the program that loads it. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class TalentModule {}
