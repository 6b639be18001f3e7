import { Conflict, inParts, type Limits, type Page, type PageRequest, partsOf } from '@evenhand/kernel';
import { idKey, PersonRepository, type RegisteredPerson, type RegisteredPost } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database';
import { PersonRow } from '../../rows/people/person.row';
import { PostRow } from '../../rows/people/post.row';
import { type Refusals, refusing } from '../refusals';
import { inPortions, ROWS_AT_ONCE } from '../portions';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';
import { isName, pageOfQuery, type QueryOrder } from '../paging';
import { withinLimits } from '../within-limits';

/** Keeps people in `person` and their posts in `post`. */
@Injectable()
export class TypeormPersonRepository extends PersonRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(persons: readonly RegisteredPerson[]): Promise<void> {
    await this.database.run(async () => {
      await refusing(REFUSALS, insertRows(this.database, 'person', await inParts(persons, rowOf)));
      await this.addPosts(persons);
    });
  }

  override async save(persons: readonly RegisteredPerson[]): Promise<readonly RegisteredPerson[]> {
    await this.database.run(async () => {
      const rows = await inParts(persons, rowOf);
      await refusing(REFUSALS, updateRows(this.database, 'person', CHANGING, rows, 'person'));
      await this.database.query('delete from post where person_id = any($1)', [persons.map(({ id }) => id)]);
      await this.addPosts(persons);
    });
    return persons.map((person) => ({ ...person, version: person.version + 1 }));
  }

  override async byId(id: string): Promise<RegisteredPerson | undefined> {
    return (await this.byIds([id]))[0];
  }

  override byIds(ids: readonly string[]): Promise<readonly RegisteredPerson[]> {
    return this.whole(this.people().where('person.id = any(:ids)', { ids }).orderBy('person.id'));
  }

  override async byReference(programmeId: string, reference: string): Promise<RegisteredPerson | undefined> {
    return (await this.byReferences(programmeId, [reference]))[0];
  }

  override byReferences(
    programmeId: string,
    references: readonly string[],
  ): Promise<readonly RegisteredPerson[]> {
    const keys = references.map(idKey);
    return this.whole(
      this.people()
        .where('person.programme_id = :programmeId', { programmeId })
        .andWhere('lower(person.reference) = any(:keys)', { keys }),
    );
  }

  override async byEmail(programmeId: string, email: string): Promise<RegisteredPerson | undefined> {
    const [person] = await this.whole(
      this.people()
        .where('person.programme_id = :programmeId', { programmeId })
        .andWhere('lower(person.email) = lower(:email)', { email }),
    );
    return person;
  }

  override ofProgramme(programmeId: string): Promise<readonly RegisteredPerson[]> {
    return inPortions(
      (after) =>
        this.whole(
          this.people()
            .where('person.programme_id = :programmeId', { programmeId })
            .andWhere('(:after::uuid is null or person.id > :after)', { after })
            .orderBy('person.id')
            .limit(ROWS_AT_ONCE),
        ),
      ({ id }) => id,
    );
  }

  override async lock(ids: readonly string[]): Promise<readonly RegisteredPerson[]> {
    const held: RegisteredPerson[] = [];
    // In one order, so that no two ever wait for each other; others may still refer to a person, which changes nobody.
    for (const part of partsOf([...ids].sort(), ROWS_AT_ONCE)) {
      const query = this.people().where('person.id = any(:part)', { part }).orderBy('person.id');
      held.push(...(await this.whole(query.setLock('for_no_key_update'))));
    }
    return held;
  }

  override async list(
    programmeId: string,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<RegisteredPerson>> {
    const query = this.people().where('person.programme_id = :programmeId', { programmeId });
    const reached = withinLimits(query, limits, WHOSE);
    const page = await pageOfQuery(reached, request, BY_REFERENCE, (row) => row);
    return { ...page, items: await this.withPosts(page.items) };
  }

  private people(): SelectQueryBuilder<PersonRow> {
    return this.database.manager.createQueryBuilder(PersonRow, 'person');
  }

  private async whole(query: SelectQueryBuilder<PersonRow>): Promise<RegisteredPerson[]> {
    return this.withPosts(await query.getMany());
  }

  private async withPosts(rows: readonly PersonRow[]): Promise<RegisteredPerson[]> {
    if (rows.length === 0) {
      return [];
    }
    const posts = await this.database.manager
      .createQueryBuilder(PostRow, 'post')
      .where('post.person_id = any(:ids)', { ids: rows.map(({ id }) => id) })
      .orderBy('post.position')
      .getMany();
    const byPerson = new Map(rows.map(({ id }) => [id, [] as RegisteredPost[]]));
    posts.forEach((post) => byPerson.get(post.person_id)?.push(postOf(post)));
    return rows.map((row) => personOf(row, byPerson.get(row.id) ?? []));
  }

  private addPosts(persons: readonly RegisteredPerson[]): Promise<void> {
    const rows = persons.flatMap(({ id, posts }) =>
      posts.map((post, position) => postRowOf(post, id, position)),
    );
    return insertRows(this.database, 'post', rows, ['person_id', 'position']);
  }
}

const BY_REFERENCE: QueryOrder<PersonRow> = {
  columns: ['lower(person.reference)'],
  direction: 'ASC',
  valuesOf: ({ reference }) => [idKey(reference)],
  accepts: [isName],
};

const WHOSE = { programme: 'person.programme_id', persons: ['person.id'] } as const;

const CHANGING = [
  'reference',
  'name',
  'email',
  'profession',
  'professional_group',
  'registration',
  'languages',
  'mode',
  'exclude',
  'consent',
  'active',
] as const;

const REFUSALS: Refusals = {
  person_reference: () =>
    new Conflict('person.reference-taken', 'The programme knows somebody else by this reference.'),
  person_email: () =>
    new Conflict('person.email-taken', 'It is the e-mail address of somebody else in the programme.'),
};

function rowOf(person: RegisteredPerson) {
  return {
    id: person.id,
    programme_id: person.programmeId,
    reference: person.reference,
    name: person.name ?? null,
    email: person.email ?? null,
    profession: person.background.profession,
    professional_group: person.background.group,
    registration: person.background.registration,
    languages: person.languages,
    mode: person.mode,
    exclude: person.exclude,
    consent: person.consent,
    active: person.active,
    version: person.version,
  } satisfies PersonRow;
}

function postRowOf(post: RegisteredPost, personId: string, position: number) {
  return {
    person_id: personId,
    position,
    organisation_id: post.organisationId,
    region: post.region,
    grade: post.grade ?? null,
    stage: post.stage,
    staff_group: post.staffGroup ?? null,
    line_manager: post.lineManager ?? null,
    first_day: post.from ?? null,
    last_day: post.to ?? null,
  } satisfies PostRow;
}

function personOf(row: PersonRow, [main, ...others]: readonly RegisteredPost[]): RegisteredPerson {
  if (main === undefined) {
    throw new Error(`Person ${row.id} is kept without a post.`);
  }
  return {
    id: row.id,
    programmeId: row.programme_id,
    reference: row.reference,
    ...whereSet({ name: row.name, email: row.email }),
    background: {
      profession: row.profession,
      group: row.professional_group,
      registration: row.registration,
    },
    posts: [main, ...others],
    languages: row.languages,
    mode: row.mode,
    exclude: row.exclude,
    consent: row.consent,
    active: row.active,
    version: row.version,
  };
}

function postOf(row: PostRow): RegisteredPost {
  return {
    organisationId: row.organisation_id,
    region: row.region,
    stage: row.stage,
    ...whereSet({
      grade: row.grade,
      staffGroup: row.staff_group,
      lineManager: row.line_manager,
      from: row.first_day,
      to: row.last_day,
    }),
  };
}
