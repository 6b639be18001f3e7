import { accessNeedsUnmet, noSharedLanguage, noSharedMode, stageTooLow } from '../eligibility';
import { Scoring } from '../scoring';
import { BARRED } from './barred';
import type { CompiledRows } from './compiled-rows';

/**
 * What the pairs of one mentee earn beside the gaps, in parts: by what mentors are alike in, and for single mentors. The
 * plain rules and the plain scoring are asked, once for each kind of mentor, so that what they say is said in one place.
 */
export class MenteePoints {
  /** By kind of mentor; {@link BARRED} where a rule is broken. */
  readonly standing: Int32Array;
  readonly meeting: Int32Array;
  readonly background: Int32Array;
  readonly languages: Int32Array;
  /** By mentor: protected time and the organisation; {@link BARRED} where a rule about the two themselves is broken. */
  readonly single: Int16Array;
  /** No single mentor earns more than this. */
  mostSingle = 0;

  readonly #rows: CompiledRows;
  readonly #scoring: Scoring;
  readonly #mostAvailability: number;
  #mentee = 0;

  constructor(rows: CompiledRows) {
    this.#rows = rows;
    this.#scoring = new Scoring(rows.people, rows.tables);
    this.#mostAvailability = rows.availability.reduce((most, points) => Math.max(most, points), 0);
    this.standing = new Int32Array(rows.standing.example.length);
    this.meeting = new Int32Array(rows.meeting.example.length);
    this.background = new Int32Array(rows.background.example.length);
    this.languages = new Int32Array(rows.languages.example.length);
    this.single = rows.availability.slice();
  }

  /** Turns to a mentee. {@link leave} has to follow before the next. */
  turnTo(mentee: number): void {
    this.#mentee = mentee;
    this.#stand();
    this.#meet();
    this.#speak();
    // Hardly anybody works where the mentee does: the points for another organisation go to all, the rest to the few.
    const elsewhere = this.#scoring.byOrganisation(mentee, false);
    this.#practise(elsewhere);
    this.#addSameOrganisation(this.#scoring.byOrganisation(mentee, true) - elsewhere);
    this.#barForbidden();
    this.#barUnmetNeeds();
  }

  /** Takes back what was said of single mentors: they are few, so that this is quicker than to begin anew. */
  leave(): void {
    const { people, availability } = this.#rows;
    if (this.#needsAccess()) {
      this.single.set(availability);
      return;
    }
    const { start, members } = people.mentees.forbidden;
    for (let at = start[this.#mentee]!; at < start[this.#mentee + 1]!; at++) {
      this.single[members[at]!] = availability[members[at]!]!;
    }
    this.#addSameOrganisation(0);
  }

  #stand(): void {
    const { people, standing } = this.#rows;
    const { example } = standing;
    for (let kind = 0; kind < example.length; kind++) {
      const mentor = example[kind]!;
      this.standing[kind] =
        stageTooLow(people, this.#mentee, mentor) === 0
          ? this.#scoring.stageStep(this.#mentee, mentor) + this.#scoring.transition(this.#mentee, mentor)
          : BARRED;
    }
  }

  #meet(): void {
    const { people, meeting } = this.#rows;
    const { example } = meeting;
    for (let kind = 0; kind < example.length; kind++) {
      const mentor = example[kind]!;
      this.meeting[kind] =
        noSharedMode(people, this.#mentee, mentor) === 0 ? this.#scoring.place(this.#mentee, mentor) : BARRED;
    }
  }

  #speak(): void {
    const { people, languages } = this.#rows;
    const { example } = languages;
    for (let kind = 0; kind < example.length; kind++) {
      const mentor = example[kind]!;
      this.languages[kind] =
        noSharedLanguage(people, this.#mentee, mentor) === 0
          ? this.#scoring.languages(this.#mentee, mentor)
          : BARRED;
    }
  }

  #practise(elsewhere: number): void {
    const { example } = this.#rows.background;
    for (let kind = 0; kind < example.length; kind++) {
      this.background[kind] = this.#scoring.profession(this.#mentee, example[kind]!) + elsewhere;
    }
  }

  #addSameOrganisation(more: number): void {
    const { people, availability, mentorsAt } = this.#rows;
    const { start, members } = people.mentees.organisations;
    this.mostSingle = this.#mostAvailability + Math.max(0, more);
    for (let at = start[this.#mentee]!; at < start[this.#mentee + 1]!; at++) {
      const organisation = members[at]!;
      const end = mentorsAt.start[organisation + 1] ?? 0;
      for (let place = mentorsAt.start[organisation] ?? end; place < end; place++) {
        const mentor = mentorsAt.members[place]!;
        this.single[mentor] = availability[mentor]! + more;
      }
    }
  }

  #barForbidden(): void {
    const { start, members } = this.#rows.people.mentees.forbidden;
    for (let at = start[this.#mentee]!; at < start[this.#mentee + 1]!; at++) {
      this.single[members[at]!] = BARRED;
    }
  }

  #barUnmetNeeds(): void {
    if (!this.#needsAccess()) {
      return;
    }
    const { people, accessibility } = this.#rows;
    const { example, kind } = accessibility;
    const unmet = Uint8Array.from(example, (mentor) =>
      accessNeedsUnmet(people, this.#mentee, mentor) === 0 ? 0 : 1,
    );
    for (let mentor = 0; mentor < kind.length; mentor++) {
      if (unmet[kind[mentor]!] === 1) {
        this.single[mentor] = BARRED;
      }
    }
  }

  #needsAccess(): boolean {
    const { start } = this.#rows.people.mentees.accessibility;
    return start[this.#mentee]! < start[this.#mentee + 1]!;
  }
}
