/** A page before it is written out: what it is called, and what its template is told. */
export interface WebPage {
  /** Unlike that of any other page; the name of the service is added to it. */
  readonly title: string;
  /** A file of the templates folder. */
  readonly template: string;
  readonly view: Readonly<Record<string, unknown>>;
}
