import type { ExpectedVacancies } from './plan-base';

/** How a programme means to have the leaders that it needs. There is one for each programme. */
export interface LeadershipPlan {
  readonly programmeId: string;
  /** 1 to 200 characters. */
  readonly title: string;
  /** The day from which its years count, `YYYY-MM-DD`. */
  readonly startsOn: string;
  /** Beside the critical posts that are open. Each place and horizon once. */
  readonly vacancies: readonly ExpectedVacancies[];
  readonly version: number;
}

/** What is wrong with expected vacancies in themselves, one line each. */
export function vacancyFaults(vacancies: readonly ExpectedVacancies[]): readonly string[] {
  const places = vacancies.map(({ organisationId, region, profession, horizon }) =>
    JSON.stringify([organisationId, region, profession, horizon]),
  );
  return places.flatMap((place, at) => {
    const first = places.indexOf(place);
    return first === at
      ? []
      : [`vacancies[${at}]: vacancies[${first}] says how many in this place and horizon already`];
  });
}
