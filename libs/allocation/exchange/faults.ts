import { InputRefused } from '@evenhand/kernel';

const MOST_LINES = 100;

/** Collects what is wrong with one file, so that all of it is told at once. A hopeless file is told in its first hundred lines. */
export class Faults {
  private readonly lines: string[] = [];
  private more = 0;

  constructor(private readonly name: string) {}

  /** @param where the member at fault, as one would write it in code; empty for the file as a whole */
  add(where: string, what: string): void {
    if (this.lines.length === MOST_LINES) {
      this.more++;
    } else {
      this.lines.push(where === '' ? `${this.name}: ${what}` : `${this.name}: ${where}: ${what}`);
    }
  }

  /** @throws InputRefused with every fault, when there is one */
  refuseIfAny(): void {
    InputRefused.ifAny(this.more === 0 ? this.lines : [...this.lines, `and ${this.more} more`]);
  }
}

/** A value from a file as it reads in a message: short, and without the contents of lists and objects. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
