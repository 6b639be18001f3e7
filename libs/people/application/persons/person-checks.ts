import { canonicalJson, Forbidden, InputRefused } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { idKey, type MeetingMode, type Registration } from '../../domain/person';
import { quoted } from '../../domain/quoted';
import type { PersonDetails, RegisteredPerson, RegisteredPost } from '../../domain/registered-person';
import { type CatalogueCells, catalogueCells } from '../catalogue-cells';
import { emailAddress, identifier, identifierOf, languageCode, name } from '../cells';
import { Members } from '../members';
import { MenteeProfileRepository } from '../ports/mentee-profile.repository';
import { OrganisationRepository } from '../ports/organisation.repository';
import { PersonRepository } from '../ports/person.repository';
import { targetFault } from '../read-mentee';
import { given, usualBackground } from '../read-person';

/** What is said of a person. Codes may be any of the catalogue's labels. */
export interface PersonInput {
  readonly reference: string;
  readonly name?: string;
  readonly email?: string;
  readonly background: {
    readonly profession: string;
    /** Without it clinicians are registered, and nobody else is. */
    readonly registration?: Registration;
  };
  /** The first is the main one. */
  readonly posts: readonly RegisteredPost[];
  /** The preferred one first; English where none is given. */
  readonly languages?: readonly string[];
  /** Either way suits where nothing is said. */
  readonly mode?: MeetingMode;
  readonly exclude?: readonly string[];
  readonly consent: boolean;
  readonly active: boolean;
}

/** The rules that files of people keep, for one person who is registered or changed. */
@Injectable()
export class PersonChecks {
  private readonly cells: CatalogueCells;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly persons: PersonRepository,
    private readonly organisations: OrganisationRepository,
    private readonly menteeProfiles: MenteeProfileRepository,
  ) {
    this.cells = catalogueCells(catalogue);
  }

  /**
   * Reads what is said of a person of a programme.
   *
   * @param before the person, where they are registered
   * @throws InputRefused with every fault, each naming its member
   */
  async details(programmeId: string, input: PersonInput, before?: RegisteredPerson): Promise<PersonDetails> {
    const members = new Members();
    const spelling = await this.spellingOf(programmeId, input);
    const details = this.read(members, input, spelling);
    await this.refuseUnknownOrganisations(members, programmeId, details.posts);
    await this.refuseSharedEmail(members, programmeId, details, before);
    await this.refuseStageAboveTarget(members, details, before);
    await this.refuseOwnManager(members, programmeId, details);
    members.refuseAll();
    return details;
  }

  /**
   * Reads what a coordinator corrects of somebody: who they are and where they work. What they want and allow is theirs.
   *
   * @throws InputRefused with every fault, each naming its member; Forbidden where it changes what only they can say
   */
  async correctedDetails(
    programmeId: string,
    input: PersonInput,
    before: RegisteredPerson,
  ): Promise<PersonDetails> {
    const details = await this.details(programmeId, input, before);
    refuseTheirOwnPart(details, before);
    return details;
  }

  /**
   * Reads what people say of themselves. Whom they name stays as they write it, and no refusal depends on anybody else:
   * either would tell them who is in the programme.
   *
   * @throws InputRefused with every fault, each naming its member; Forbidden where it changes what only the coordinator
   *   can say, since only they may hear that it is taken, or that it closes a circle
   */
  async ownDetails(
    programmeId: string,
    input: PersonInput,
    before: RegisteredPerson,
  ): Promise<PersonDetails> {
    refuseCoordinatorsPart(input, before);
    const members = new Members();
    const details = this.read(members, input, new Map());
    await this.refuseUnknownOrganisations(members, programmeId, details.posts);
    await this.refuseStageAboveTarget(members, details, before);
    members.refuseAll();
    return details;
  }

  /** How people whom the input names are registered, for who names them in another spelling. */
  private async spellingOf(programmeId: string, { posts, exclude = [] }: PersonInput) {
    const named = [...posts.flatMap(({ lineManager }) => lineManager ?? []), ...exclude];
    const known = named.length === 0 ? [] : await this.persons.byReferences(programmeId, named);
    return new Map(known.map(({ reference }) => [idKey(reference), reference]));
  }

  private read(members: Members, input: PersonInput, spelling: ReadonlyMap<string, string>): PersonDetails {
    const profession = members.read(
      'background.profession',
      input.background.profession,
      this.cells.profession,
      '',
    );
    const background = usualBackground(profession, this.catalogue);
    const [main, ...others] = input.posts.map((post, at) => this.readPost(members, post, at, spelling));
    if (main === undefined) {
      throw new InputRefused(['posts: it is empty; the first post is the main one']);
    }
    return {
      reference: members.read('reference', input.reference, identifier, ''),
      ...given('name', members.read('name', input.name, name, undefined)),
      ...given('email', members.read('email', input.email, emailAddress, undefined)),
      background: { ...background, registration: input.background.registration ?? background.registration },
      posts: [main, ...others],
      languages: members.readEach('languages', atLeast(input.languages, 'en'), languageCode),
      mode: input.mode ?? 'either',
      exclude: members.readEach('exclude', input.exclude ?? [], identifierOf(spelling)),
      consent: input.consent,
      active: input.active,
    };
  }

  private readPost(
    members: Members,
    post: RegisteredPost,
    at: number,
    spelling: ReadonlyMap<string, string>,
  ): RegisteredPost {
    const { region, grade, stage, staffGroup } = this.cells;
    const place = `posts[${at}]`;
    if (post.from !== undefined && post.to !== undefined && post.from > post.to) {
      members.refuse(`${place}.to`, `${quoted(post.to)} is before the first day, ${post.from}`);
    }
    return {
      organisationId: post.organisationId,
      region: members.read(`${place}.region`, post.region, region, ''),
      ...given('grade', members.read(`${place}.grade`, post.grade, grade, undefined)),
      stage: members.read(`${place}.stage`, post.stage, stage, ''),
      ...given('staffGroup', members.read(`${place}.staffGroup`, post.staffGroup, staffGroup, undefined)),
      ...given(
        'lineManager',
        members.read(`${place}.lineManager`, post.lineManager, identifierOf(spelling), undefined),
      ),
      ...given('from', post.from),
      ...given('to', post.to),
    };
  }

  private async refuseUnknownOrganisations(
    members: Members,
    programmeId: string,
    posts: readonly RegisteredPost[],
  ): Promise<void> {
    for (const [at, { organisationId }] of posts.entries()) {
      const organisation = await this.organisations.byId(organisationId);
      if (organisation?.programmeId !== programmeId) {
        members.refuse(`posts[${at}].organisationId`, `there is no organisation ${organisationId} here`);
      }
    }
  }

  private async refuseSharedEmail(
    members: Members,
    programmeId: string,
    { email }: PersonDetails,
    before: RegisteredPerson | undefined,
  ): Promise<void> {
    const owner = email === undefined ? undefined : await this.persons.byEmail(programmeId, email);
    if (owner !== undefined && owner.id !== before?.id) {
      members.refuse('email', 'it is the e-mail address of somebody else in the programme');
    }
  }

  private async refuseStageAboveTarget(
    members: Members,
    { posts }: PersonDetails,
    before: RegisteredPerson | undefined,
  ): Promise<void> {
    const profile = before && (await this.menteeProfiles.byPersonId(before.id));
    const present = posts[0].stage;
    if (profile === undefined || present === '') {
      return;
    }
    const fault = targetFault(this.catalogue, { ...profile, target: profile.targetStage, present });
    if (fault !== undefined) {
      members.refuse('posts[0].stage', `the target stage of their mentee profile no longer fits: ${fault}`);
    }
  }

  /** Whoever is their own manager, at however many removes, is in no line at all. */
  private async refuseOwnManager(
    members: Members,
    programmeId: string,
    { reference, posts }: PersonDetails,
  ): Promise<void> {
    const line = [reference];
    const seen = new Set<string>();
    let manager = posts[0].lineManager;
    while (manager !== undefined && !seen.has(idKey(manager))) {
      line.push(manager);
      if (idKey(manager) === idKey(reference)) {
        members.refuse('posts[0].lineManager', managedByThemselves(line));
        return;
      }
      seen.add(idKey(manager));
      const [above] = await this.persons.byReferences(programmeId, [manager]);
      manager = above?.posts[0].lineManager;
    }
  }
}

function refuseCoordinatorsPart({ reference, email, posts }: PersonInput, before: RegisteredPerson): void {
  const parts = [
    { what: 'reference', said: reference.trim(), known: before.reference },
    { what: 'e-mail address', said: email?.trim(), known: before.email },
    { what: 'line manager', said: managerKey(posts[0]), known: managerKey(before.posts[0]) },
  ];
  const changed = parts.find(({ said, known }) => said !== known);
  if (changed !== undefined) {
    throw new Forbidden(`Nobody changes their own ${changed.what}: ask the coordinator of the programme.`);
  }
}

function refuseTheirOwnPart(said: PersonDetails, before: RegisteredPerson): void {
  const parts = [
    { what: 'consent', changes: said.consent !== before.consent },
    { what: 'languages', changes: canonicalJson(said.languages) !== canonicalJson(before.languages) },
    { what: 'mode of meeting', changes: said.mode !== before.mode },
    { what: 'list of people to exclude', changes: keysOf(said.exclude) !== keysOf(before.exclude) },
  ];
  const changed = parts.find(({ changes }) => changes);
  if (changed !== undefined) {
    throw new Forbidden(
      `Only they themselves change their ${changed.what}, or an import of the programme: send it as it stands.`,
    );
  }
}

function keysOf(references: readonly string[]): string {
  return canonicalJson(references.map(idKey));
}

function managerKey(post: RegisteredPost | undefined): string | undefined {
  return post?.lineManager === undefined ? undefined : idKey(post.lineManager.trim());
}

function managedByThemselves(line: readonly string[]): string {
  return line.length === 2
    ? 'it names the person themselves'
    : `these people manage one another: ${line.join(' -> ')}`;
}

function atLeast(texts: readonly string[] | undefined, otherwise: string): readonly string[] {
  return texts === undefined || texts.length === 0 ? [otherwise] : texts;
}
