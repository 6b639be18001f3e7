import { Assets } from '@evenhand/pages';
import { errorPage } from './error.page';
import { serverPages } from './server-pages';

describe('the page of an error', () => {
  it.each([
    [403, 'You cannot see this page'],
    [404, 'Page not found'],
    [409, 'That cannot be done'],
    [503, 'Sorry, the service is not available'],
    [418, 'We did not understand that'],
    [502, 'Sorry, something went wrong'],
  ])('of status %d is called “%s”', (status, title) => {
    expect(errorPage(status).title).toBe(title);
  });

  it('tells what to quote, where there is something', () => {
    const renderer = serverPages(new Assets());
    expect(renderer.render(errorPage(500, 'request-17'))).toContain('>request-17</strong>');
    expect(renderer.render(errorPage(500))).not.toContain('quote');
  });
});
