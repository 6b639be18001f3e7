/** What whoever runs the service has decided of matching. */
export abstract class MatchingSettings {
  /** Days that both people have to answer a proposal; a whole number from 1 up. */
  abstract readonly proposalDays: number;
}
