import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { Request, Response } from './exchange';
import { HttpProblem, type ProblemAnswer, problemOf, sendProblem } from './problem';
import { unknownRoute } from './unknown-route';

/** Writes a problem as a page for the person who made the request, and sets what its headers must say beside it. */
export type ProblemPage = (problem: ProblemAnswer, request: Request, response: Response) => string;

/** Turns every error into a problem document, or a page where a browser asks for one. The only place where one is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Requests');

  constructor(private readonly page?: ProblemPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.tell(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Answers a request that failed. */
  tell(error: unknown, request: Request, response: Response): void {
    // Nest alone throws this one: use cases throw NotFound of the kernel.
    const told = problemOf(error instanceof NotFoundException ? unknownRoute(request) : error);
    // A refusal of our own has nothing to add to the line that every request leaves.
    if (told.status >= 500 && !(error instanceof HttpProblem)) {
      this.logger.error(error);
    }
    sendProblem(response, told, isForBrowser(request) ? this.page?.(told, request, response) : undefined);
  }
}

/** The programming interface speaks JSON to everybody, as whoever tries it out in a browser would expect. */
function isForBrowser({ originalUrl, headers }: Request): boolean {
  const isPage = !/^\/(?:api|health|metrics)(?:[/?]|$)/.test(originalUrl);
  return isPage && headers.accept?.includes('text/html') === true;
}
