import type { WebPage } from '@evenhand/pages';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../http/access';
import { Page } from '../page';
import { ApiDescription } from './api-description';
import { apiDocsPage } from './api-docs.page';

/** The API for people to read; for programs it is at `/api/openapi.json`. */
@Page()
@Public()
@Controller('api/docs')
export class ApiDocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  show(): WebPage {
    return apiDocsPage(this.description.document());
  }
}
