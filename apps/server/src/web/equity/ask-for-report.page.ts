import { USUAL_WINDOW_MONTHS } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';

/** What an auditor can ask for. */
export interface ReportChoices {
  /** The name of a programme by its id. */
  readonly programmes: ReadonlyMap<string, string>;
  /** Months that a report can look back. */
  readonly windows: readonly number[];
}

/** The fields of the form, in their order. */
export const ASK_FIELDS = ['programme', 'months'] as const;

const TITLE = 'Ask for an equity report';

/** Where an auditor asks for a report. @param faults of what they filled in before, where it was not taken */
export function askForReportPage(
  { programmes, windows }: ReportChoices,
  filled: Filled = {},
  faults: readonly FormFault[] = [],
): WebPage {
  const [only] = programmes.size === 1 ? [...programmes.keys()] : [];
  const programme = filled['programme'] ?? only;
  const months = filled['months'] ?? String(USUAL_WINDOW_MONTHS);
  const byName = [...programmes].sort(([, one], [, other]) => one.localeCompare(other, 'en-GB'));
  return {
    title: faults.length === 0 ? TITLE : `Error: ${TITLE}`,
    template: 'ask-for-report.njk',
    view: {
      heading: TITLE,
      ...shownFaults(faults),
      canAsk: programmes.size > 0 && windows.length > 0,
      programmes: [
        { value: '', text: 'Choose a programme' },
        ...byName.map(([value, text]) => ({ value, text, selected: value === programme })),
      ],
      windows: windows.map((each) => ({
        ...{ value: String(each), text: `${each} months`, checked: String(each) === months },
      })),
    },
  };
}

/** What is missing of what was filled in. */
export function missingOf({ programmes, windows }: ReportChoices, filled: Filled): readonly FormFault[] {
  return [
    ...(programmes.has(filled['programme'] ?? '')
      ? []
      : [{ field: 'programme', text: 'Choose the programme that the report is about' }]),
    ...(windows.map(String).includes(filled['months'] ?? '')
      ? []
      : [{ field: 'months', text: 'Choose how many months the report looks back' }]),
  ];
}
