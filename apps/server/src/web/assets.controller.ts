import { NotFound } from '@evenhand/kernel';
import { Assets } from '@evenhand/pages';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/access';
import type { Response } from '../http/exchange';

/** Style sheet and pictures, under names that stand for their content alone. */
@ApiExcludeController()
@Public()
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':file')
  content(@Param('file') file: string, @Res({ passthrough: true }) response: Response): string {
    const asset = this.assets.find(file);
    if (asset === undefined) {
      throw new NotFound('file', file);
    }
    response.setHeader('Content-Type', asset.type);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    return asset.content;
  }
}
