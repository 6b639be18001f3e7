import type { INestApplication } from '@nestjs/common';
import { openApiDocument } from './http/open-api';
import { ApiDescription, type OpenApiDocument } from './web/api-docs/api-description';

/** Describes the application that it is told of once it is made: its own routes. */
export class DescribedApi extends ApiDescription {
  private described: OpenApiDocument | undefined;
  private app: INestApplication | undefined;

  describe(app: INestApplication): void {
    this.app = app;
  }

  override document(): OpenApiDocument {
    if (this.app === undefined) {
      throw new Error('The API can be described once the application is made.');
    }
    this.described ??= openApiDocument(this.app);
    return this.described;
  }
}
