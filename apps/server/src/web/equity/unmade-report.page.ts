import type { MadeReport } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';

/** How far a report has come that is not made yet, or why it never will be. */
export function unmadeReportPage({ id, state, progress, failure }: MadeReport): WebPage {
  return {
    title: state === 'failed' ? 'The equity report could not be made' : 'The equity report is being made',
    template: 'unmade-report.njk',
    view: {
      address: `/equity-reports/${id}`,
      isWaiting: state !== 'failed',
      progress,
      problem: failure?.sentence,
    },
  };
}
