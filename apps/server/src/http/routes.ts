import type { INestApplicationContext } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Access, accessOf } from './access';
import { isAnsweredAnew } from './answered-anew';
import { isForm, isPage } from './page-routes';

/** Where Nest writes down what `@Controller` and `@Get` say. */
const PATH = 'path';
const METHOD = 'method';

/** The prefix of everything that is part of the programming interface. */
export const API_PREFIX = 'api/v1';
/** What stands at the root: pages, and what machines ask for. */
export const OUTSIDE_THE_API = [
  '/',
  '/health/*rest',
  '/metrics',
  '/assets/*rest',
  '/api/docs',
  '/sign-in',
  '/sign-in/*rest',
  '/sign-out',
  '/account',
  '/account/data',
  '/board-work/:id',
  '/pools',
  '/pools/:id',
  '/pools/:id/application',
  '/led-barrier-reviews',
  '/led-barrier-reviews/*rest',
  '/pool-memberships',
  '/pool-memberships/*rest',
  '/leadership-gaps/:id',
  '/leadership-plans',
  '/leadership-plans/:id',
  '/equity',
  // The colon itself: a parameter would take `equity/lattice` and others out of the interface as well.
  '/equity/\\:id',
  '/equity-reports',
  '/equity-reports/new',
  '/equity-reports/:id',
  '/equity-reports/:id/*rest',
  '/equity-snapshots/:id',
  '/equity-snapshots/:id/*rest',
  '/leadership-plan-snapshots',
  '/leadership-plan-snapshots/*rest',
];

/** A route as its code declares it. */
export interface Route {
  readonly controller: string;
  readonly handler: string;
  /** `GET`, `POST`, … */
  readonly method: string;
  /** As it stands in the code, controller and method joined, without the prefix: `people/:id`. */
  readonly path: string;
  /** Undefined where nothing is declared. */
  readonly access: Access | undefined;
  /** A page for people, not a part of the programming interface. */
  readonly isPage: boolean;
  /** Takes what a form of ours sends, and refuses what comes from elsewhere. */
  readonly isForm: boolean;
  /** Its answers are not kept to be given again. */
  readonly isAnsweredAnew: boolean;
}

/** Every route of every controller, ordered by path and method. */
export function listRoutes(app: INestApplicationContext): readonly Route[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers
    .flatMap(({ metatype: controller }) => {
      const prototype = (controller as { prototype: Record<string, object> }).prototype;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        return {
          controller: (controller as { name: string }).name,
          handler: name,
          method: RequestMethod[method],
          path: pathOf(controller as object, handler),
          access: accessOf(handler, controller as object),
          isPage: isPage(controller as object),
          isForm: isForm(handler),
          isAnsweredAnew: isAnsweredAnew(handler),
        };
      });
    })
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

/** @throws Error naming every route that declares neither a permission nor that it is public */
export function assertEveryRouteDeclaresPermission(app: INestApplicationContext): void {
  const undeclared = listRoutes(app).filter(({ access }) => access === undefined);
  if (undeclared.length > 0) {
    const names = undeclared.map(({ controller, handler }) => `${controller}.${handler}`).join(', ');
    throw new Error(`No permission is declared for ${names}: put @Permission(…) or @Public() there.`);
  }
}

/** Methods that change nothing, which any site may make a browser use. */
const SAFE = ['GET', 'HEAD'];

/** @throws Error naming every route of a page that changes something and does not see to it that a form of ours was sent */
export function assertEveryPageIsGuarded(app: INestApplicationContext): void {
  const unguarded = listRoutes(app).filter(
    ({ method, isPage, isForm }) => isPage && !isForm && !SAFE.includes(method),
  );
  if (unguarded.length > 0) {
    const names = unguarded.map(({ controller, handler }) => `${controller}.${handler}`).join(', ');
    throw new Error(`Any site could make a browser use ${names}: put @PageForm() there.`);
  }
}

function pathOf(controller: object, handler: object): string {
  const parts = [Reflect.getMetadata(PATH, controller), Reflect.getMetadata(PATH, handler)] as unknown[];
  return parts
    .flatMap((part) => (typeof part === 'string' ? part.split('/') : []))
    .filter((segment) => segment !== '')
    .join('/');
}
