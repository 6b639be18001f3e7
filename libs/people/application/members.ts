import { InputRefused } from '@evenhand/kernel';
import { type CellReader, fault, Faults } from './cells';

/**
 * The members of one request while they are read, as a sheet reads the cells of a file: every problem is kept, so that
 * all can be told at once. A member with a problem reads as a stand-in, which nobody ever sees.
 */
export class Members {
  readonly #problems: string[] = [];

  /** The value of a member's text, or `standIn` where there is none or it cannot be read. */
  read<Value, Otherwise>(
    member: string,
    text: string | undefined,
    reader: CellReader<Value>,
    standIn: Otherwise,
  ): Value | Otherwise {
    if (text === undefined) {
      return standIn;
    }
    const trimmed = text.trim();
    const value = trimmed === '' ? fault('it is empty') : reader(trimmed);
    if (value instanceof Faults) {
      value.texts.forEach((what) => this.refuse(member, what));
      return standIn;
    }
    return value;
  }

  /** The values of a list's members; saying one twice adds nothing. */
  readEach<Value>(member: string, texts: readonly string[], reader: CellReader<Value>): readonly Value[] {
    const values = texts.flatMap((text, at) => {
      const value = this.read(`${member}[${at}]`, text, reader, undefined);
      return value === undefined ? [] : [value];
    });
    return [...new Set(values)];
  }

  /** Adds a problem with a member. */
  refuse(member: string, what: string): void {
    this.#problems.push(`${member}: ${what}`);
  }

  /** @throws InputRefused where there was a problem, with all of them */
  refuseAll(): void {
    InputRefused.ifAny(this.#problems);
  }
}
