import type { Caller } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { ReadPerson } from '@evenhand/people';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, CurrentCaller, Permission } from '../../http/access';
import { MeAnswer } from './me.dto';
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
    @CurrentCaller() { role, personId }: Caller,
    @CurrentAuthority() authority: Authority,
  ): Promise<MeAnswer> {
    return personId === undefined
      ? { role }
      : { role, person: personAnswer(await this.read.run(authority, personId)) };
  }
}
