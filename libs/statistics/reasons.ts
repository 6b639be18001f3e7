import type { Reason, ReasonCode } from './estimate';

const SENTENCES: Readonly<Record<ReasonCode, string>> = {
  nobody_counted: 'Nobody is counted here, so there is no rate.',
  none_in_group: 'Nobody in the group had the outcome, and from a rate of 0% this method makes no interval.',
  none_in_rest:
    'Nobody outside the group had the outcome, and from a rate of 0% this method makes no interval.',
  all_in_group:
    'Everybody in the group had the outcome, and from a rate of 100% this method makes no interval.',
  all_in_rest:
    'Everybody outside the group had the outcome, and from a rate of 100% this method makes no interval.',
  no_baseline: 'The group has no part in the baseline, and nothing can be divided by a share of 0%.',
  nothing_to_compare: 'There is no difference here that could be put into figures.',
  not_reached: 'It has not come to this within the time that people were followed.',
  not_followed: 'Nobody was followed for so long.',
};

/** The reason with its sentence. */
export function reasonOf(code: ReasonCode): Reason {
  return { code, sentence: SENTENCES[code] };
}
