export {
  type Feedback,
  HELPED_ANSWERS,
  type HelpedAnswer,
  type MentoringRelationship,
  type MentoringSide,
  PLACE_KEEPING_STATES,
  type PlainMove,
  RELATIONSHIP_STATES,
  type RelationshipState,
} from './domain/mentoring-relationship';
export {
  type Championing,
  CHAMPIONING_STATES,
  type ChampioningState,
  type PuttingForward,
} from './domain/championing';
export {
  MentoringRelationshipRepository,
  type RelationshipFilter,
} from './application/ports/mentoring-relationship.repository';
export { type ChampioningFilter, ChampioningRepository } from './application/ports/championing.repository';
export { Colleagues, type NamedColleague } from './application/ports/colleagues';
export { AskForRematch } from './application/relationships/ask-for-rematch';
export { GiveMentoringFeedback } from './application/relationships/give-mentoring-feedback';
export { ListRelationships } from './application/relationships/list-relationships';
export { MoveMentoring } from './application/relationships/move-mentoring';
export { ReadRelationship } from './application/relationships/read-relationship';
export { RecordFirstMeeting } from './application/relationships/record-first-meeting';
export type { ShownRelationship } from './application/relationships/show-relationships';
export { ListChampionings } from './application/championing/list-championings';
export { NameChampion } from './application/championing/name-champion';
export { PutPersonForward } from './application/championing/put-person-forward';
export { ReadChampioning } from './application/championing/read-championing';
export type { ShownChampioning } from './application/championing/show-championings';
export { TakeBackChampion } from './application/championing/take-back-champion';
export { TakeUpChampioning } from './application/championing/take-up-championing';
export { MentoringModule } from './application/mentoring.module';
