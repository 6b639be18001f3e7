/** A part of a list, and where the next part starts. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The position after the last item; absent where the list ends here. Opaque to readers. */
  readonly next?: string;
}

/** Which part of a list is asked for. */
export interface PageRequest {
  /** Most items of the answer, 1 to 200. */
  readonly limit: number;
  /** `next` of the page before; absent for the first page. */
  readonly after?: string;
}
