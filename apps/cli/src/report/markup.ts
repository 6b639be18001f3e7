import { escapedMarkup } from '@evenhand/charts';

/** HTML that was made here. Everything else is text, and is escaped where it goes in. */
export class Markup {
  constructor(readonly html: string) {}
}

/** What can stand in a {@link markup} template. */
export type Content = string | number | Markup | readonly Content[];

/** HTML with texts in it, escaped within elements and within quoted attributes alike: forgetting it is not possible. */
export function markup(html: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(html.map((piece, at) => piece + inHtml(contents[at] ?? '')).join(''));
}

function inHtml(content: Content): string {
  if (content instanceof Markup) {
    return content.html;
  }
  return typeof content === 'string' || typeof content === 'number'
    ? escapedMarkup(String(content))
    : content.map(inHtml).join('');
}
