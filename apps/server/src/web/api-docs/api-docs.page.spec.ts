import type { OpenApiDocument, OpenApiOperation } from './api-description';
import { apiDocsPage } from './api-docs.page';

function subjectsOf(document: Partial<OpenApiDocument>): unknown {
  return apiDocsPage({ info: { title: 'Evenhand', version: '1' }, paths: {}, ...document }).view['subjects'];
}

function operationIs(operation: OpenApiOperation, words: object): void {
  expect(subjectsOf({ paths: { '/people': { get: operation } } })).toMatchObject([{ operations: [words] }]);
}

describe('the page of the API', () => {
  it('lists operations by subject, in the order in which the document names the subjects', () => {
    const document: Partial<OpenApiDocument> = {
      tags: [{ name: 'Rounds', description: 'Of matching.' }, { name: 'Nothing' }],
      paths: {
        '/people': { get: { tags: ['People'] }, post: { tags: ['People'] } },
        '/matching-rounds': { get: { tags: ['Rounds'] } },
        '/other': { delete: {} },
      },
    };
    expect(subjectsOf(document)).toMatchObject([
      {
        name: 'Rounds',
        description: 'Of matching.',
        operations: [{ method: 'GET', path: '/matching-rounds' }],
      },
      { name: 'People', operations: [{ method: 'GET' }, { method: 'POST' }] },
      { name: 'Other', operations: [{ method: 'DELETE', path: '/other' }] },
    ]);
  });

  it.each<[OpenApiOperation, string]>([
    [{ 'x-permission': 'public' }, 'Everyone, without a token'],
    [{ 'x-permission': 'people:read' }, 'Roles with the permission people:read'],
    [
      { 'x-permission': ['people:read', 'people:read-own'] },
      'Roles with the permission people:read or people:read-own',
    ],
    [{ 'x-permission': 'people:read', 'x-roles': ['coordinator', 'HR auditor'] }, 'coordinator, HR auditor'],
    [{}, 'Not stated'],
  ])('says who may use %j', (operation, whoMayUseIt) => {
    operationIs(operation, { whoMayUseIt });
  });

  it('names parameters of the path and of the operation, wherever they are described', () => {
    const limit = { name: 'limit', in: 'query', description: 'how many' };
    expect(
      subjectsOf({
        components: { parameters: { Limit: limit } },
        paths: {
          '/people/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true }],
            get: {
              parameters: [
                { $ref: '#/components/parameters/Limit' },
                { $ref: '#/components/parameters/None' },
              ],
            },
          },
        },
      }),
    ).toMatchObject([
      { operations: [{ parameters: ['id (path)', 'limit (query, optional): how many', 'None'] }] },
    ]);
  });

  it('tells bodies and answers', () => {
    operationIs(
      {
        requestBody: { content: { 'text/csv': {}, 'application/json': {} } },
        responses: {
          200: { description: 'a person' },
          204: {},
          404: { $ref: '#/components/responses/Missing' },
        },
      },
      { body: 'text/csv, application/json', answers: ['200: a person', '204', '404: Missing'] },
    );
    operationIs(
      { requestBody: { $ref: '#/components/requestBodies/Person' } },
      { body: 'Person', answers: [] },
    );
  });
});
