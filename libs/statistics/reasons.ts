import type { Reason, ReasonCode } from './estimate';

const SENTENCES: Readonly<Record<ReasonCode, string>> = {
  nobody_counted: 'Nobody is counted here, so there is no rate.',
  none_in_group:
    'Nobody in the group had the outcome, and around a ratio of 0 this method gives no interval.',
  none_in_rest: 'Nobody outside the group had the outcome, and nothing can be divided by a rate of 0%.',
  all_in_group:
    'Everybody in the group had the outcome, and this method would take that for certain: it gives no interval.',
  all_in_rest:
    'Everybody outside the group had the outcome, and this method would take that for certain: it gives no interval.',
  no_baseline: 'The group has no part in the baseline, and nothing can be divided by a share of 0%.',
  nothing_to_compare: 'Nothing here differs from anything else, so there is nothing to compare.',
  not_reached: 'It has not come to this within the time that people were followed.',
  not_followed: 'Nobody was followed for so long.',
};

/** The reason with its sentence. */
export function reasonOf(code: ReasonCode): Reason {
  return { code, sentence: SENTENCES[code] };
}
