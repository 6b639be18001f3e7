import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/access';
import type { AnswerOf } from '../http/exchange';
import { ChoiceField } from '../http/fields/fields';
import { HttpProblem } from '../http/problem';
import { Readiness } from './readiness';

class HealthDto {
  @ChoiceField(['live', 'ready'], { description: 'What was asked for, and holds.' })
  status!: 'live' | 'ready';
}

/** For whatever starts, watches and restarts servers. */
@ApiTags('Operations')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs and its event loop turns. Asks nobody else: restarting a server does not bring back a database. */
  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: HealthDto })
  live(): AnswerOf<HealthDto> {
    return { status: 'live' };
  }

  /** Requests can be answered. Says which part cannot be reached, and to strangers nothing more. */
  @Get('ready')
  @ApiOperation({ summary: 'Whether requests can be answered: database, queue and migrations' })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<AnswerOf<HealthDto>> {
    const notReady = await this.readiness.notReady();
    if (notReady.length === 0) {
      return { status: 'ready' };
    }
    throw new HttpProblem(503, 'server.not-ready', `Not ready: ${notReady.join(', ')}.`, {
      problems: notReady.map((name) => ({ where: name, what: 'is not ready' })),
      headers: { 'Retry-After': '5' },
    });
  }
}
