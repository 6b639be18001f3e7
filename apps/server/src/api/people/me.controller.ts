import type { Caller } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { ReadPerson } from '@evenhand/people';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, CurrentCaller, Permission } from '../../http/access';
import { MeAnswer, roleHeldAnswer } from './me.dto';
import { personAnswer } from './people.dto';

/** The caller themselves. */
@ApiTags('People')
@Controller('me')
export class MeController {
  constructor(private readonly read: ReadPerson) {}

  @Get()
  @ApiOperation({ summary: 'Read who you are to this service' })
  @ApiOkResponse({ type: MeAnswer })
  @Permission('account:read')
  async get(
    @CurrentCaller() { id, roles }: Caller,
    @CurrentAuthority() authority: Authority,
  ): Promise<MeAnswer> {
    // Whoever sees somebody else's record for a while is not that person, and has no further role.
    const held = roles.filter(({ through }) => through === undefined);
    const persons = new Set(held.flatMap(({ personId }) => personId ?? []));
    return {
      accountId: id,
      roles: held.map(roleHeldAnswer),
      people: await Promise.all(
        [...persons].map(async (personId) => personAnswer(await this.read.run(authority, personId))),
      ),
    };
  }
}
