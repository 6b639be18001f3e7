import { ChampioningRepository, Colleagues, MentoringRelationshipRepository } from '@evenhand/mentoring';
import type { Provider } from '@nestjs/common';
import { TypeormChampioningRepository } from './typeorm-championing.repository';
import { TypeormColleagues } from './typeorm-colleagues';
import { TypeormMentoringRelationshipRepository } from './typeorm-mentoring-relationship.repository';

/** What answers the context's ports. */
export const MENTORING_REPOSITORIES: readonly Provider[] = [
  { provide: MentoringRelationshipRepository, useClass: TypeormMentoringRelationshipRepository },
  { provide: ChampioningRepository, useClass: TypeormChampioningRepository },
  { provide: Colleagues, useClass: TypeormColleagues },
];
