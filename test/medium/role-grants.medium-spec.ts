import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();

describe('A role that is written past every program', () => {
  let [account, organisation, elsewhere, foreign] = ['', '', '', ''];

  beforeAll(async () => {
    [account, organisation, elsewhere, foreign] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await matching.behind(
      `insert into account (id, kind, email, state, version) values ('${account}', 'person', 'a@trust.example', 'active', 1)`,
    );
    await matching.behind(
      `insert into programme select (jsonb_populate_record(null::programme,
        to_jsonb(programme) || jsonb_build_object('id', '${elsewhere}', 'name', 'Elsewhere'))).*
      from programme where id = '${matching.programmeId}'`,
    );
    for (const [id, programmeId] of [
      [organisation, matching.programmeId],
      [foreign, elsewhere],
    ]) {
      await matching.behind(
        `insert into organisation (id, programme_id, name, version) values ('${id!}', '${programmeId!}', 'Own trust', 1)`,
      );
    }
  });

  const add = (role: string, programmeId: string | null, organisationId: string | null) =>
    matching.behind(
      `insert into role_grant (id, account_id, role, programme_id, organisation_id, state, asked_at, version)
      values (gen_random_uuid(), $1, $2, $3, $4, 'held', now(), 1)`,
      [account, role, programmeId, organisationId],
    );

  it.each([
    [
      'a coordinator of an organisation',
      'coordinator',
      true,
      () => organisation,
      'role_grant_auditor_of_organisation',
    ],
    [
      'its auditor in no programme',
      'hr_auditor',
      false,
      () => organisation,
      'role_grant_auditor_of_organisation',
    ],
    ['the auditor of another programme’s', 'hr_auditor', true, () => foreign, 'role_grant_organisation_fkey'],
  ])('makes nobody %s', async (_, role, within, ofOrganisation, constraint) => {
    await expect(add(role, within ? matching.programmeId : null, ofOrganisation())).rejects.toMatchObject({
      constraint,
    });
  });

  it('makes somebody auditor of the programme and of its organisation, each once', async () => {
    await add('hr_auditor', matching.programmeId, null);
    await add('hr_auditor', matching.programmeId, organisation);
    for (const again of [null, organisation]) {
      await expect(add('hr_auditor', matching.programmeId, again)).rejects.toMatchObject({
        constraint: 'role_grant_once',
      });
    }
  });
});
