import { Catalogue } from '@evenhand/taxonomy';
import { Controller, Get, Header, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import { choice } from '../../http/fields/field-kind';
import { PathId } from '../../http/path-id';
import { COPIES_FOR_FIVE_MINUTES } from '../../http/security-headers';
import { ContentTagInterceptor } from './content-tag.interceptor';
import {
  TAXONOMY_LISTS,
  TaxonomyAnswer,
  taxonomyAnswer,
  type TaxonomyList,
  TaxonomyListAnswer,
  taxonomyListAnswer,
} from './taxonomy.dto';

/** The words of the field, which everybody may read. */
@ApiTags('Taxonomy')
@Public()
@UseInterceptors(ContentTagInterceptor)
@Controller('taxonomy')
export class TaxonomyController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @ApiOperation({ summary: 'Read which lists the catalogue has' })
  @ApiOkResponse({ type: TaxonomyAnswer })
  @Header('Cache-Control', COPIES_FOR_FIVE_MINUTES)
  getAll(): TaxonomyAnswer {
    return taxonomyAnswer(this.catalogue);
  }

  @Get(':list')
  @ApiOperation({ summary: 'Read a list of the catalogue, such as professions or competencies' })
  @ApiOkResponse({ type: TaxonomyListAnswer })
  @Header('Cache-Control', COPIES_FOR_FIVE_MINUTES)
  get(@PathId('list', choice(Object.keys(TAXONOMY_LISTS))) list: TaxonomyList): TaxonomyListAnswer {
    return taxonomyListAnswer(this.catalogue, list);
  }
}
