import type { Page } from '@playwright/test';
import type { MyElection } from '../../models/contracts/elections.ts';
import type { Id } from '../../models/ids.ts';
import { createTrusteeBrowser } from '../../server/testing/election-browser.ts';
import { askServer } from './api.ts';

interface ElectionPlace {
  meetingId: Id;
  id: Id;
}
const pathOf = ({ meetingId, id }: ElectionPlace) =>
  `/api/meetings/${meetingId}/polls/${id}/election`;

/** A verifiable poll, as the person at this page sees it. */
export const electionAt = (page: Page, poll: ElectionPlace): Promise<MyElection> =>
  askServer(page, 'GET', pathOf(poll));

/** Begins keys and credentials again. */
export const restartAt = (page: Page, poll: ElectionPlace): Promise<MyElection> =>
  askServer(page, 'POST', `${pathOf(poll)}/restart`, {});

/** Trustees who do their part without their pages, as if at browsers of their own. */
export function trusteesAt(pages: readonly Page[]) {
  const trustees = pages.map((page) => ({ page, browser: createTrusteeBrowser() }));
  return {
    /** Each does what is due, until nothing is. */
    async work(poll: ElectionPlace): Promise<void> {
      for (let busy = true; busy;) {
        busy = false;
        for (const { page, browser } of trustees) {
          const election = await electionAt(page, poll);
          if (election.task === null) continue;
          const archive = () => recordAt(page, poll);
          const payload = await browser.work(election, election.task, archive);
          const { step } = election.task;
          await askServer(page, 'POST', `${pathOf(poll)}/steps`, {
            uuid: election.uuid,
            step,
            payload,
          });
          busy = true;
        }
      }
    },
  };
}

/** The public record so far, as the person at this page downloads it. */
export async function recordAt(page: Page, poll: ElectionPlace): Promise<Uint8Array> {
  const origin = new URL(page.url()).origin;
  const answer = await page.context().request.get(`${origin}${pathOf(poll)}.bel`);
  if (!answer.ok()) throw new Error(`no record: ${answer.status()}`);
  return answer.body();
}
