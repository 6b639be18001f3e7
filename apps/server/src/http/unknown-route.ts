import type { Request } from './exchange';
import { HttpProblem } from './problem';

/** What express knows of its routes. */
interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** None of our routes answers to more; Nest lays one that answers to all below what stands outside of its prefix. */
const MOST_METHODS = 2;

interface RoutedRequest extends Request {
  readonly app: { readonly router: { readonly stack: readonly Layer[] } };
}

/** Why no route answers a request: the path is known, but not for this method, or it is not known at all. */
export function unknownRoute(request: Request): HttpProblem {
  const methods = methodsAt(request as RoutedRequest);
  return methods.length === 0
    ? new HttpProblem(404, 'route.not-found', 'There is nothing at this address.')
    : new HttpProblem(
        405,
        'route.wrong-method',
        `This address understands ${methods.join(', ')}, not ${request.method ?? 'this'}.`,
        { headers: { Allow: methods.join(', ') } },
      );
}

function methodsAt({ app, originalUrl }: RoutedRequest): string[] {
  const path = originalUrl.split(/[?#]/, 1)[0]!;
  const methods = app.router.stack
    .filter(({ route }) => route !== undefined && Object.keys(route.methods).length <= MOST_METHODS)
    .filter((layer) => layer.match(path))
    .flatMap(({ route }) => Object.keys(route!.methods).map((method) => method.toUpperCase()));
  const all = new Set(methods);
  if (all.has('GET')) all.add('HEAD');
  return [...all].sort();
}
