/** As much of an OpenAPI document as its page reads. */
export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, OpenApiPath>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, OpenApiParameter | Reference>> };
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What one path answers to, method by method. */
export type OpenApiPath = Readonly<Partial<Record<(typeof METHODS)[number], OpenApiOperation>>> & {
  readonly parameters?: readonly (OpenApiParameter | Reference)[];
};

export interface OpenApiOperation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly (OpenApiParameter | Reference)[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> } | Reference;
  readonly responses?: Readonly<Record<string, { readonly description?: string } | Reference | undefined>>;
  /** What a caller must be permitted to do, any one of several; `public` for a route that needs no token. */
  readonly 'x-permission'?: string | readonly string[];
  /** The roles that are permitted to. */
  readonly 'x-roles'?: readonly string[];
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
}

/** Something that stands elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
}

/** Gives the description of the API that this server answers to. */
export abstract class ApiDescription {
  abstract document(): OpenApiDocument;
}
