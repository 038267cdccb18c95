import { type Page, expect } from '@playwright/test';
import type { Roll } from '../../models/contracts/attendance.ts';
import type { MyPoll, PollDraft } from '../../models/contracts/voting.ts';
import { askServer } from './api.ts';

/** The meeting whose page is open. */
const pathOf = (page: Page): string => {
  const id = /\/meetings\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (id === undefined) throw new Error('no meeting is open here');
  return `/api/meetings/${id}`;
};

const plain: PollDraft = {
  question: '',
  agendaItemId: null,
  paper: { kind: 'motion' },
  secrecy: 'open',
  binding: true,
  reveal: 'closing',
  link: null,
  ownRules: null,
};

/** The polls of one meeting, run from the secretary's page without its controls. */
export function pollsOf(secretary: Page) {
  const act = (poll: Pick<MyPoll, 'id'>, word: string, body: object = {}) =>
    askServer<MyPoll>(secretary, 'POST', `${pathOf(secretary)}/polls/${poll.id}/${word}`, body);
  return {
    create: (draft: Partial<PollDraft>) =>
      askServer<MyPoll>(secretary, 'POST', `${pathOf(secretary)}/polls`, { ...plain, ...draft }),
    open: (poll: MyPoll, seconds: number | null = null) =>
      act(poll, 'open', { revision: poll.revision, seconds }),
    /** A verifiable one, without those who have no credential. */
    openForRegistered: (poll: MyPoll) =>
      act(poll, 'open', { revision: poll.revision, seconds: null, registeredOnly: true }),
    close: (poll: MyPoll) => act(poll, 'close'),
    announce: (poll: MyPoll) => act(poll, 'announce'),
    declareVoid: (poll: MyPoll, reason: string) => act(poll, 'void', { reason }),
    remind: (poll: MyPoll) => act(poll, 'remind'),
    async named(question: string): Promise<MyPoll> {
      const { items } = await askServer<{ items: MyPoll[] }>(
        secretary,
        'GET',
        `${pathOf(secretary)}/polls`,
      );
      const poll = items.find((one) => one.question === question);
      if (poll === undefined) throw new Error(`no poll asks “${question}”`);
      return poll;
    },
  };
}

/** Writes people into the roll by hand. */
export async function markPresent(secretary: Page, names: readonly string[]): Promise<void> {
  const path = `${pathOf(secretary)}/roll`;
  const { entries } = await askServer<Roll>(secretary, 'GET', path);
  for (const { personId, fullName } of entries.filter((entry) => names.includes(entry.fullName)))
    await askServer(secretary, 'PUT', `${path}/${personId}`, {
      state: 'in_person',
      reason: `${fullName} có mặt tại phòng họp`,
    });
}

/** The answer to the ballot so that the server has it and the sender nothing: as when a network fails just then. */
export async function loseNextReceipt(page: Page, action = 'poll:cast'): Promise<void> {
  let isArmed = true;
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    let isCasting = false;
    line.onMessage((message) => {
      isCasting ||= isArmed && String(message).includes(action);
      server.send(message);
    });
    server.onMessage((message) => {
      if (!isCasting) line.send(message);
      // Packets of an answer begin with 43 (Engine.IO message, Socket.IO ack).
      else if (String(message).startsWith('43')) {
        isArmed = false;
        void line.close();
        void server.close();
      }
    });
  });
}

export const expectRecorded = (page: Page) =>
  expect(page.getByText('Đã ghi nhận', { exact: false }).first()).toBeVisible();

/** Rules by which the few who have a browser here can decide; key and codes stay as they are. */
export async function letFewDecide(secretary: Page, question: string): Promise<void> {
  const poll = await pollsOf(secretary).named(question);
  const { revision, agendaItemId, paper, secrecy, trustees, binding, reveal, link } = poll;
  const { version: _version, ...rules } = poll.ruleSet;
  const few = { quorum: { numerator: 1, denominator: 10 }, denominator: 'valid' as const };
  await askServer(secretary, 'PUT', `${pathOf(secretary)}/polls/${poll.id}`, {
    revision,
    question,
    agendaItemId,
    paper,
    secrecy,
    trustees,
    binding,
    reveal,
    link,
    ownRules: { ruleSet: { ...rules, ...few }, reason: 'Chỉ những người đang mở trang' },
  });
  await secretary.reload();
}
