import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An HR auditor can be an organisation's own. Which one it is stands with the role, and the database holds it to what it
 * can be: of an auditor, in a programme, an organisation of that programme.
 */
export class NameOrganisationOfAuditors1763641600000 implements MigrationInterface {
  readonly name = 'NameOrganisationOfAuditors1763641600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add constraint organisation_of_programme unique (programme_id, id);
      alter table role_grant
        add organisation_id uuid,
        add constraint role_grant_organisation_fkey
          foreign key (programme_id, organisation_id) references organisation (programme_id, id),
        add constraint role_grant_auditor_of_organisation
          check (organisation_id is null or (role = 'hr_auditor' and programme_id is not null));
      create index role_grant_of_organisation on role_grant (programme_id, organisation_id);
      drop index role_grant_once;
      create unique index role_grant_once on role_grant (account_id, role, programme_id, organisation_id)
        nulls not distinct where state in ('asked', 'held')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from role_grant where organisation_id is not null;
      drop index role_grant_once;
      create unique index role_grant_once on role_grant (account_id, role, programme_id) nulls not distinct
        where state in ('asked', 'held');
      drop index role_grant_of_organisation;
      alter table role_grant drop organisation_id cascade;
      alter table organisation drop constraint organisation_of_programme`);
  }
}
