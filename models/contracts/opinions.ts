import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { BallotPaper, Marks } from './ballots.ts';
import { Instant, Line, Text, listOf } from './common.ts';
import { notice } from './event.ts';
import { fileRoute, route } from './route.ts';
import { RuleSet } from './rules.ts';
import { Verdict } from './verdict.ts';

// Opinion slips (phiếu lấy ý kiến): what a body decides in writing, outside a session.

/** A slip is `sent` until its deadline, or until everyone has answered; `withdrawn` has no result. */
export const slipStates = ['draft', 'sent', 'closed', 'withdrawn'] as const;
export const SlipState = z.enum(slipStates);
export type SlipState = z.infer<typeof SlipState>;

/** The longest written opinion on one item, in characters. */
export const longestOpinion = 5000;
/** Of one attached file, bytes. */
export const largestFile = 20_000_000;
export const mostFiles = 20;

/** What the members are asked; the papers that make sense in writing and by name. */
export const SlipPaper = z.discriminatedUnion('kind', [
  BallotPaper.options[0],
  BallotPaper.options[1],
]);
const ItemDraft = z.object({ question: Text, paper: SlipPaper });
export const SlipItem = ItemDraft.extend({
  /** Counts from 1 on the slip. */
  key: z.number().int().min(1).max(20),
});
export type SlipItem = z.infer<typeof SlipItem>;

/** Hours before the deadline at which those who have not answered are reminded. */
const Reminders = z.array(z.number().int().min(1).max(720)).max(5);

export const SlipDraft = z.object({
  bodyId: Id,
  title: Line,
  /** By whose decision, and why in writing: urgent, or undisputed. */
  grounds: Text,
  items: z.array(ItemDraft).min(1).max(20),
  /** Null for all members of the body. */
  recipients: z.array(Id).min(1).max(2000).nullable(),
  deadline: Instant,
  reminders: Reminders,
  /** Whoever prepares it has made sure that nothing in it is a state secret (văn bản mật). */
  notSecret: z.boolean(),
});
export type SlipDraft = z.infer<typeof SlipDraft>;

export const SlipFile = z.object({
  id: Id,
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256, hex. */
  sha256: z.string(),
});
export type SlipFile = z.infer<typeof SlipFile>;

export const ItemAnswer = z.object({
  key: SlipItem.shape.key,
  marks: Marks,
  /** Empty for none. */
  opinion: z.string().normalize('NFC').trim().max(longestOpinion),
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;
/** Every item once, in their order. */
export const SlipAnswers = z.array(ItemAnswer).min(1).max(20);

export const SlipReceipt = z.object({
  slipId: Id,
  answeredAt: Instant,
  /** 0 for the first answer, then counts its changes. */
  change: z.number().int().nonnegative(),
  /** Place in the ledger of the slip. */
  sequence: z.number().int().positive(),
  /** SHA-256 of the ledger entry, hex. */
  entryHash: z.string(),
});
export type SlipReceipt = z.infer<typeof SlipReceipt>;

/** What everyone may know who may see the slip at all. */
const head = {
  id: Id,
  bodyId: Id,
  bodyName: z.string(),
  /** With the year, unique in the body; null until it is sent. */
  number: z.number().int().nullable(),
  year: z.number().int().nullable(),
  title: z.string(),
  state: SlipState,
  deadline: Instant,
  sentAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** Why there is more time than was said at sending; null where there is not. */
  extendReason: z.string().nullable(),
  withdrawReason: z.string().nullable(),
};
const paperOfSlip = {
  grounds: z.string(),
  items: z.array(SlipItem),
  files: z.array(SlipFile),
  /** The body's rules now for a draft; the frozen ones from sending on. */
  ruleSet: RuleSet,
};

const Someone = z.object({ personId: Id, fullName: z.string() });
export const SlipRecipient = Someone.extend({
  office: z.string(),
  isChair: z.boolean(),
  /** Never how. */
  answeredAt: Instant.nullable(),
  /** Answered on paper, which the secretariat entered. */
  onPaper: z.boolean(),
});
export type SlipRecipient = z.infer<typeof SlipRecipient>;

/** An answer on paper that a second person has not confirmed yet. */
export const PaperAnswer = z.object({
  id: Id,
  personId: Id,
  fullName: z.string(),
  answers: SlipAnswers,
  scan: SlipFile,
  enteredBy: Someone,
  enteredAt: Instant,
});
export type PaperAnswer = z.infer<typeof PaperAnswer>;

const progress = { recipients: z.number().int(), answered: z.number().int() };
export const SlipSummary = z.object({ ...head, ...progress });
export type SlipSummary = z.infer<typeof SlipSummary>;
/** The whole slip, for those who run it. */
export const Slip = z.object({
  ...head,
  ...paperOfSlip,
  revision: z.number().int(),
  reminders: Reminders,
  notSecret: z.boolean(),
  /** Who was chosen; null for all members. */
  chosen: z.array(Id).nullable(),
  /** Frozen at sending; before, who would get it now. */
  recipients: z.array(SlipRecipient),
  entries: z.array(PaperAnswer),
  remindedAt: Instant.nullable(),
  /** The session on whose agenda the result stands. */
  meetingId: Id.nullable(),
});
export type Slip = z.infer<typeof Slip>;

export const MySlipSummary = z.object({ ...head, answeredAt: Instant.nullable() });
export type MySlipSummary = z.infer<typeof MySlipSummary>;
/** A slip as one of its recipients sees it. */
export const MySlip = z.object({
  ...head,
  ...paperOfSlip,
  answers: SlipAnswers.nullable(),
  receipt: SlipReceipt.nullable(),
  /** Entered by the secretariat from paper. */
  onPaper: z.boolean(),
});
export type MySlip = z.infer<typeof MySlip>;

/** What one recipient said of one item. */
export const SlipView = Someone.extend({
  office: z.string(),
  /** Null for who did not answer. */
  marks: Marks.nullable(),
  opinion: z.string(),
  answeredAt: Instant.nullable(),
  onPaper: z.boolean(),
  /** Did not answer, and counts by the body's rule on silence. */
  deemed: z.boolean(),
});
export type SlipView = z.infer<typeof SlipView>;

/** In the order that offices use: in general, individual views, what is agreed, what is open. */
export const SlipReport = z.object({
  ...head,
  ...paperOfSlip,
  general: z.object({
    /** Slips that went out and that came back. */
    issued: z.number().int(),
    returned: z.number().int(),
    electronic: z.number().int(),
    onPaper: z.number().int(),
    silent: z.number().int(),
    /** Of the silent: how many count as an answer by the rule on silence, apart from real answers. */
    deemed: z.number().int(),
    /** Entered from paper and not confirmed in time: they do not count. */
    unconfirmed: z.number().int(),
    /** All voting members of the body when it was sent. */
    members: z.number().int(),
  }),
  results: z.array(
    SlipItem.extend({
      verdict: Verdict,
      agreed: z.boolean(),
      /** In the order of seats. */
      views: z.array(SlipView),
    }),
  ),
  meetingId: Id.nullable(),
});
export type SlipReport = z.infer<typeof SlipReport>;
export type SlipResult = SlipReport['results'][number];

export const slipParams = z.object({ slipId: Id });

export const listSlips = route({
  method: 'GET',
  path: '/api/slips',
  summary: 'All opinion slips, newest first',
  who: staff,
  response: listOf(SlipSummary),
});
export const getSlip = route({
  method: 'GET',
  path: '/api/slips/:slipId',
  summary: 'An opinion slip with who has answered, never how',
  who: staff,
  params: slipParams,
  response: Slip,
});
export const listMySlips = route({
  method: 'GET',
  path: '/api/my-slips',
  summary: 'Opinion slips that the caller was asked to answer, newest first',
  who: ['person'],
  response: listOf(MySlipSummary),
});
export const getMySlip = route({
  method: 'GET',
  path: '/api/my-slips/:slipId',
  summary: 'An opinion slip as one of its recipients sees it',
  who: ['person'],
  params: slipParams,
  response: MySlip,
});
export const getSlipReport = route({
  method: 'GET',
  path: '/api/slips/:slipId/report',
  summary: 'What came of a closed opinion slip, for its recipients and the staff',
  who: ['person'],
  params: slipParams,
  response: SlipReport,
});
export const slipReportFormats = ['pdf', 'xlsx'] as const;
export const slipReportFile = fileRoute({
  path: '/api/slips/:slipId/report/:format',
  summary: 'The report on a closed opinion slip as a paper or a spreadsheet',
  who: ['person'],
  params: slipParams.extend({ format: z.enum(slipReportFormats) }),
});
export const slipFormFile = fileRoute({
  path: '/api/slips/:slipId/form',
  summary: 'An opinion slip to print, for those who answer on paper',
  who: ['person'],
  params: slipParams,
});
export const slipRecordFile = fileRoute({
  path: '/api/slips/:slipId/record',
  summary: 'The record of an opinion slip that has ended, to be checked without the server',
  who: ['person'],
  params: slipParams,
});
export const slipFile = fileRoute({
  path: '/api/slips/:slipId/files/:fileId',
  summary: 'A file attached to an opinion slip, for its recipients and the staff',
  who: ['person'],
  params: slipParams.extend({ fileId: Id }),
});

export const slipChanged = notice({
  name: 'slip:changed',
  summary:
    'An opinion slip was sent, answered, extended, closed or withdrawn; for its recipients and the staff',
  data: z.object({ slipId: Id, state: SlipState }),
});
export const slipReminded = notice({
  name: 'slip:reminded',
  summary: 'The receiver is asked to answer an opinion slip',
  data: z.object({ slipId: Id, title: z.string(), deadline: Instant }),
});
export const slipExtended = notice({
  name: 'slip:extended',
  summary: 'The recipients of an opinion slip have more time to answer it',
  data: z.object({ slipId: Id, title: z.string(), deadline: Instant, reason: z.string() }),
});
