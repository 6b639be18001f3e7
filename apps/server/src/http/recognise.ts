import { RowReach } from '@evenhand/persistence';
import type { BrowserSessions } from './browser-sessions';
import type { Request, Response } from './exchange';
import { allowFormsTo } from './security-headers';

/** Finds out who is signed in with the browser that makes a request, for pages, which all show it. */
export async function recognise(
  request: Request,
  response: Response,
  sessions: BrowserSessions | undefined,
): Promise<void> {
  const found = await RowReach.SIGN_IN.run(() => sessions?.of(request));
  if (found === undefined || sessions === undefined) {
    return;
  }
  request.session = found.session;
  request.caller = found.caller;
  allowFormsTo(sessions.endAt, response);
}
