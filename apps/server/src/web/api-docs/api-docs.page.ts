import type { WebPage } from '@evenhand/pages';
import {
  METHODS,
  type OpenApiDocument,
  type OpenApiOperation,
  type OpenApiParameter,
  type Reference,
} from './api-description';

const UNTAGGED = 'Other';

/** The API as a person reads it: its operations by subject. */
export function apiDocsPage(document: OpenApiDocument): WebPage {
  const operations = operationsOf(document);
  const described = new Map(document.tags?.map(({ name, description }) => [name, description]));
  const names = [...new Set([...described.keys(), ...operations.map(({ tag }) => tag)])];
  return {
    title: 'API',
    template: 'api-docs.njk',
    view: {
      version: document.info.version,
      description: document.info.description,
      subjects: names
        .map((name, at) => ({
          id: `subject-${at + 1}`,
          name,
          description: described.get(name),
          operations: operations.filter(({ tag }) => tag === name),
        }))
        .filter(({ operations }) => operations.length > 0),
    },
  };
}

/** One method of one path, in words. */
interface OperationView {
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly whoMayUseIt: string;
  readonly parameters: readonly string[];
  readonly body: string | undefined;
  readonly answers: readonly string[];
}

function operationsOf({ paths, components }: OpenApiDocument): OperationView[] {
  const resolved = (parameter: OpenApiParameter | Reference): OpenApiParameter | Reference =>
    '$ref' in parameter ? (components?.parameters?.[nameOf(parameter)] ?? parameter) : parameter;
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation === undefined
        ? []
        : [
            {
              tag: operation.tags?.[0] ?? UNTAGGED,
              method: method.toUpperCase(),
              path,
              summary: operation.summary,
              description: operation.description,
              whoMayUseIt: whoMayUseIt(operation),
              parameters: [...(methods.parameters ?? []), ...(operation.parameters ?? [])]
                .map(resolved)
                .map(parameterInWords),
              body: bodyInWords(operation),
              answers: answersInWords(operation),
            },
          ];
    }),
  );
}

function whoMayUseIt({ 'x-permission': permission, 'x-roles': roles = [] }: OpenApiOperation): string {
  if (permission === 'public') {
    return 'Everyone, without a token';
  }
  if (roles.length > 0) {
    return roles.join(', ');
  }
  return permission === undefined
    ? 'Not stated'
    : `Roles with the permission ${[permission].flat().join(' or ')}`;
}

function parameterInWords(parameter: OpenApiParameter | Reference): string {
  if ('$ref' in parameter) {
    return nameOf(parameter);
  }
  const { name, in: place, required = false, description } = parameter;
  const kind = required ? place : `${place}, optional`;
  return description ? `${name} (${kind}): ${description}` : `${name} (${kind})`;
}

function bodyInWords({ requestBody }: OpenApiOperation): string | undefined {
  if (requestBody === undefined) {
    return undefined;
  }
  return '$ref' in requestBody ? nameOf(requestBody) : Object.keys(requestBody.content).join(', ');
}

function answersInWords({ responses = {} }: OpenApiOperation): string[] {
  return Object.entries(responses).map(([status, response]) => {
    const words = response && ('$ref' in response ? nameOf(response) : response.description);
    return words ? `${status}: ${words}` : status;
  });
}

function nameOf({ $ref }: Reference): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}
