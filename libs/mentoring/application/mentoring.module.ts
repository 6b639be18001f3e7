import { ConfirmedPairs } from '@evenhand/matching';
import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Global, Module } from '@nestjs/common';
import { FindChampioning } from './championing/find-championing';
import { ListChampionings } from './championing/list-championings';
import { NameChampion } from './championing/name-champion';
import { PutPersonForward } from './championing/put-person-forward';
import { ReadChampioning } from './championing/read-championing';
import { ShowChampionings } from './championing/show-championings';
import { TakeBackChampion } from './championing/take-back-champion';
import { TakeUpChampioning } from './championing/take-up-championing';
import { AskForRematch } from './relationships/ask-for-rematch';
import { BeginMentoring } from './relationships/begin-mentoring';
import { ChangeRelationship } from './relationships/change-relationship';
import { FindRelationship } from './relationships/find-relationship';
import { GiveMentoringFeedback } from './relationships/give-mentoring-feedback';
import { ListRelationships } from './relationships/list-relationships';
import { MoveMentoring } from './relationships/move-mentoring';
import { ReadRelationship } from './relationships/read-relationship';
import { RecordFirstMeeting } from './relationships/record-first-meeting';
import { ShowRelationships } from './relationships/show-relationships';

const USE_CASES = [
  ...[ReadRelationship, ListRelationships, RecordFirstMeeting, MoveMentoring, GiveMentoringFeedback],
  ...[AskForRematch, NameChampion, ReadChampioning, ListChampionings, PutPersonForward],
  ...[TakeUpChampioning, TakeBackChampion],
];

const PARTS = [FindRelationship, ShowRelationships, ChangeRelationship, FindChampioning, ShowChampionings];

const ANSWERS_TO_MATCHING = { provide: ConfirmedPairs, useExisting: BeginMentoring };

/**
 * What two people do for each other once they found each other: mentoring, and championing, which talent has no part in:
 * it rests on no pool and no post. Whoever imports it provides the context's ports, and matching beside it.
 */
@Global()
@Module({
  providers: [
    ...USE_CASES,
    ...PARTS,
    BeginMentoring,
    ANSWERS_TO_MATCHING,
    { provide: Catalogue, useValue: healthAndCare },
  ],
  exports: [...USE_CASES, ANSWERS_TO_MATCHING],
})
export class MentoringModule {}
