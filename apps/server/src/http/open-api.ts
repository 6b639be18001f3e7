import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { listRoutes, type Route } from './routes';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const PROBLEM = {
  type: 'object',
  description:
    'What went wrong (RFC 9457). `code` is stable and fit for machines; `detail` is one plain sentence.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', example: 'urn:evenhand:problem:request.invalid' },
    title: { type: 'string', example: 'Bad Request' },
    status: { type: 'integer', example: 400 },
    detail: { type: 'string', example: 'The request has a fault.' },
    code: { type: 'string', example: 'request.invalid' },
    instance: { type: 'string', description: 'Names the request; the log knows it by this.' },
    problems: {
      type: 'array',
      description: 'Every single fault, where there can be many; of very many the first 1,000.',
      items: {
        type: 'object',
        required: ['what'],
        properties: {
          where: { type: 'string', example: 'body.gaps[2].topic' },
          what: { type: 'string', example: 'must be text of 1 to 200 characters' },
        },
      },
    },
  },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Makes the request take effect once, however often it is sent: within 24 hours the same key gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** What an answer means where its route says nothing more. */
const DONE: Readonly<Record<string, string>> = {
  200: 'Here it is.',
  201: 'It was made.',
  202: 'It is queued; Location says where to look how far it has come.',
};

/** Describes every route in OpenAPI 3.1: what it takes and gives, what it refuses, and which permission it asks for. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Evenhand')
    .setDescription('Mentoring and talent-pool matching for health and care: exact, even-handed, explained.')
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, outline, { operationIdFactory: operationId });
  const routes = new Map(
    listRoutes(app).map((route) => [operationId(route.controller, route.handler), route]),
  );
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) {
        completeOperation(operation, method, routes.get(operation.operationId ?? ''));
      }
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
  };
  return document;
}

/** `PeopleController.list` becomes `people.list`. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}.${method}`;
}

function completeOperation(operation: Operation, method: string, route: Route | undefined): void {
  const access = route?.access;
  if (method === 'post' && route?.isAnsweredAnew !== true) {
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  }
  const isPublic = access === undefined || access === 'public';
  const permission = isPublic ? 'public' : access.length === 1 ? access[0] : access;
  Object.assign(operation, {
    security: isPublic ? [] : [{ token: [] }],
    'x-permission': permission,
    responses: {
      ...describedAnswers(operation.responses),
      ...problemResponses(operation, method, isPublic),
    },
  });
}

function describedAnswers(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      response !== undefined && 'description' in response && response.description === ''
        ? { ...response, description: DONE[status] ?? '' }
        : response,
    ]),
  );
}

function problemResponses(operation: Operation, method: string, isPublic: boolean): Responses {
  const takes = (place: string) =>
    operation.parameters?.some((parameter) => 'in' in parameter && parameter.in === place) === true;
  const edits = operation.parameters?.some(
    (parameter) => 'name' in parameter && parameter.name === 'If-Match',
  );
  const hasBody = operation.requestBody !== undefined;
  const told: [boolean, number, string][] = [
    [hasBody || takes('query') || takes('path'), 400, 'The request is not as it must be.'],
    [!isPublic, 401, 'There is no token, or it is not known.'],
    [!isPublic, 403, 'The role of the caller may not do this.'],
    [takes('path'), 404, 'There is no such thing, or not for this caller.'],
    [method !== 'get', 409, 'What would be changed is in a state that does not allow it.'],
    [edits === true, 412, 'Somebody else has changed it since it was read.'],
    [hasBody, 413, 'The body is too large.'],
    [hasBody, 415, 'The body is not JSON in UTF-8.'],
    [hasBody || method === 'post', 422, 'The request can be read, but not be used.'],
    [edits === true, 428, 'If-Match is missing.'],
    [true, 500, 'Something went wrong here.'],
    [true, 503, 'The database does not answer at the moment; Retry-After says when to ask again.'],
  ];
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    told.filter(([holds]) => holds).map(([, status, description]) => [status, { description, content }]),
  );
}
