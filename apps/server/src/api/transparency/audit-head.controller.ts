import { ReadAuditHead } from '@evenhand/governance';
import { SigningKeys } from '@evenhand/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import { AuditHeadAnswer, SigningKeysAnswer } from './audit-head.dto';

/** What everybody may keep, so that nobody can say later that the log or a verdict was another one. */
@ApiTags('Transparency')
@Controller('transparency')
@Public()
export class AuditHeadController {
  constructor(
    private readonly readHead: ReadAuditHead,
    private readonly keys: SigningKeys,
  ) {}

  @Get('audit-head')
  @ApiOperation({ summary: 'Read where the audit log ends, signed' })
  @ApiOkResponse({ type: AuditHeadAnswer })
  getHead(): Promise<AuditHeadAnswer> {
    return this.readHead.run();
  }

  @Get('signing-keys')
  @ApiOperation({ summary: 'Read the keys with which signatures are checked' })
  @ApiOkResponse({ type: SigningKeysAnswer })
  getKeys(): SigningKeysAnswer {
    return { items: this.keys.publicKeys };
  }
}
