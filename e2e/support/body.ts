import type { Page } from '@playwright/test';
import type { Body } from '../../models/contracts/meetings.ts';
import type { RuleSetDraft } from '../../models/contracts/rules.ts';
import { askServer } from './api.ts';

interface BodyChange {
  rules: Partial<RuleSetDraft>;
  /** Of members, by name; one each where nothing is said. */
  weights?: Readonly<Record<string, number>>;
}

/** As the own regulation of the People's Committee of the demo data would have it. */
export async function changeBody(page: Page, { rules, weights = {} }: BodyChange): Promise<void> {
  const { items } = await askServer<{ items: Body[] }>(page, 'GET', '/api/bodies');
  const body = items.find(({ members }) => members.length === 21);
  if (body === undefined) throw new Error('no body of 21 members');
  const { id, revision, name, organisationId, members, ruleSet } = body;
  const { version: _version, ...before } = ruleSet;
  await askServer(page, 'PUT', `/api/bodies/${id}`, {
    revision,
    closed: false,
    name,
    organisationId,
    members: members.map(({ personId, role, fullName }) => ({
      personId,
      role,
      weight: weights[fullName] ?? 1,
    })),
    ruleSet: { ...before, ...rules },
  });
  await page.reload();
}
