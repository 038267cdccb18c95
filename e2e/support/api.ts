import type { Page } from '@playwright/test';
import { newId } from '../../models/ids.ts';

/** Asks the server as the person who is signed in at this page, for what a journey needs but is not about. */
export async function askServer<Answer>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const key = newId();
  const { status, answer } = await page.evaluate(
    async (request) => {
      const response = await fetch(request.path, {
        method: request.method,
        headers: { 'idempotency-key': request.key, 'content-type': 'application/json' },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      });
      return { status: response.status, answer: await response.json() };
    },
    { method, path, body, key },
  );
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}
