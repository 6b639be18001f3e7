import { PageRenderer } from '@evenhand/pages';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../http/access';
import { ApiDescription } from './api-description';
import { apiDocsPage } from './api-docs.page';

/** The API for people to read; for programs it is at `/api/openapi.json`. */
@ApiExcludeController()
@Public()
@Controller('api/docs')
export class ApiDocsController {
  constructor(
    private readonly description: ApiDescription,
    private readonly pages: PageRenderer,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(): string {
    return this.pages.render(apiDocsPage(this.description.document()));
  }
}
