/** The funnel of mentors, from who could ask to a completed relationship. */
export const MENTORING_STEPS = [
  'eligible',
  'asked',
  'proposed',
  'closed',
  'matched',
  'met',
  'followed_up',
  'helped',
  'completed',
] as const;

/**
 * What is counted of people in scope, in the order of the funnels. That of mentors goes from who could ask to a completed
 * relationship; those of champions and talent pools start from the same people.
 */
export const MEASURES = [
  ...MENTORING_STEPS,
  'championed',
  'put_forward',
  'taken_up',
  'pool_entered',
  'pool_assessed',
  'in_pool',
  'ready_now',
  'appointed',
] as const;
/** The code of a measure. */
export type Measure = (typeof MEASURES)[number];

/** What says who gets a mentor. */
export const CORE_MEASURES = ['eligible', 'asked', 'closed', 'matched'] as const satisfies readonly Measure[];

/**
 * What an organisation's own auditor sees truly: how far people got. In so small groups whether it helped would be one
 * person's word, and pools and champions what was decided on one or done for one.
 */
export const OWN_MEASURES = [
  'eligible',
  'asked',
  'proposed',
  'closed',
  'matched',
  'met',
  'completed',
] as const satisfies readonly Measure[];
/** The code of one of them. */
export type OwnMeasure = (typeof OWN_MEASURES)[number];

/** What each measure is called at the head of a column. */
export const MEASURE_TITLES: Readonly<Record<Measure, string>> = {
  eligible: 'Eligible',
  asked: 'Asked',
  proposed: 'Proposed',
  closed: 'Closed',
  matched: 'Matched',
  met: 'Met',
  followed_up: 'Asked whether it helped',
  helped: 'Helped',
  completed: 'Completed',
  championed: 'Has a champion',
  put_forward: 'Put forward',
  taken_up: 'Took it up',
  pool_entered: 'Nominated or applied',
  pool_assessed: 'Assessed',
  in_pool: 'In a pool',
  ready_now: 'Ready now',
  appointed: 'Appointed',
};

/** Everybody counted in the first is counted in the second. */
export const PARTS: readonly (readonly [Measure, Measure])[] = [
  ['asked', 'eligible'],
  ['proposed', 'asked'],
  ['closed', 'asked'],
  ['matched', 'proposed'],
  ['matched', 'closed'],
  ['met', 'matched'],
  ['followed_up', 'met'],
  ['helped', 'followed_up'],
  ['completed', 'matched'],
  ['championed', 'eligible'],
  ['put_forward', 'championed'],
  ['taken_up', 'put_forward'],
  ['pool_entered', 'eligible'],
  ['pool_assessed', 'pool_entered'],
  ['in_pool', 'pool_assessed'],
  ['ready_now', 'in_pool'],
  ['appointed', 'in_pool'],
];

/** What is counted of mentors: themselves, their places, and offers made to them in the window. */
export const SUPPLY_MEASURES = [
  'mentors',
  'places',
  'places_free',
  'places_top_stage',
  'offers',
  'answered_in_time',
] as const;
/** The code of what is counted of mentors. */
export type SupplyMeasure = (typeof SUPPLY_MEASURES)[number];

/** Places and offers are told of where there are mentors enough: many of either may be one mentor's. */
export const SUPPLY_CARRIERS: Readonly<Partial<Record<SupplyMeasure, SupplyMeasure>>> = {
  places: 'mentors',
  places_free: 'mentors',
  places_top_stage: 'mentors',
  offers: 'mentors',
  answered_in_time: 'mentors',
};

/** As {@link PARTS}, of what is counted of mentors. */
export const SUPPLY_PARTS: readonly (readonly [SupplyMeasure, SupplyMeasure])[] = [
  ['places_free', 'places'],
  ['places_top_stage', 'places'],
  ['answered_in_time', 'offers'],
];
