// Forbidden: the worker loads HTTP itself.
export { NestExpressApplication } from '@nestjs/platform-express';
