import { z } from 'zod';
import { Id } from '../ids.ts';
import { staff } from './access.ts';
import { Done, Instant, Line, Text } from './common.ts';
import {
  MySlip,
  Slip,
  SlipAnswers,
  SlipDraft,
  SlipFile,
  largestFile,
  slipParams,
} from './opinions.ts';
import { route } from './route.ts';

// What is done with opinion slips: by the secretariat, and by those who answer.

export const createSlip = route({
  method: 'POST',
  path: '/api/slips',
  summary: 'Prepare an opinion slip',
  who: staff,
  body: SlipDraft,
  response: Slip,
});
export const updateSlip = route({
  method: 'PUT',
  path: '/api/slips/:slipId',
  summary: 'Change an opinion slip that has not been sent',
  who: staff,
  params: slipParams,
  body: SlipDraft.extend({ revision: z.number().int() }),
  response: Slip,
});
export const removeSlip = route({
  method: 'DELETE',
  path: '/api/slips/:slipId',
  summary: 'Remove an opinion slip that was never sent, with its files',
  who: staff,
  params: slipParams,
  response: Done,
});

/** `paper`: read by the recipients. `scan`: a slip that came back on paper. */
export const slipFileKinds = ['paper', 'scan'] as const;
export const addSlipFile = route({
  method: 'POST',
  path: '/api/slips/:slipId/files',
  summary:
    'Attach a file (PDF, Word, Excel or a picture) to an opinion slip; its bytes are the body',
  who: staff,
  params: slipParams,
  query: z.object({ name: Line, kind: z.enum(slipFileKinds) }),
  upload: { document: largestFile },
  body: z.instanceof(Uint8Array),
  response: SlipFile,
});
export const removeSlipFile = route({
  method: 'DELETE',
  path: '/api/slips/:slipId/files/:fileId',
  summary: 'Take a file off an opinion slip that has not been sent',
  who: staff,
  params: slipParams.extend({ fileId: Id }),
  response: Done,
});

export const sendSlip = route({
  method: 'POST',
  path: '/api/slips/:slipId/send',
  summary:
    'Send an opinion slip: freezes wording, files, recipients and rules, and gives it its number',
  who: staff,
  params: slipParams,
  body: z.object({ revision: z.number().int() }),
  response: Slip,
});
export const remindSlip = route({
  method: 'POST',
  path: '/api/slips/:slipId/remind',
  summary: 'Remind those who have not answered',
  who: staff,
  params: slipParams,
  response: z.object({ reminded: z.number().int() }),
});
export const closeSlip = route({
  method: 'POST',
  path: '/api/slips/:slipId/close',
  summary: 'Close an opinion slip before its deadline, once everyone has answered',
  who: staff,
  params: slipParams,
  response: Slip,
});
export const extendSlip = route({
  method: 'POST',
  path: '/api/slips/:slipId/extend',
  summary: 'Give more time to answer an opinion slip, before its deadline has come, with a reason',
  who: staff,
  params: slipParams,
  body: z.object({ deadline: Instant, reason: Text }),
  response: Slip,
});
export const withdrawSlip = route({
  method: 'POST',
  path: '/api/slips/:slipId/withdraw',
  summary: 'Withdraw an opinion slip that was sent, with a reason; its record stays',
  who: staff,
  params: slipParams,
  body: z.object({ reason: Text }),
  response: Slip,
});

export const answerSlip = route({
  method: 'POST',
  path: '/api/my-slips/:slipId/answer',
  summary: 'Answer an opinion slip, or change the answer until the deadline; the last one counts',
  who: ['person'],
  params: slipParams,
  body: z.object({ answers: SlipAnswers }),
  response: MySlip.shape.receipt.unwrap(),
});
export const enterPaperAnswer = route({
  method: 'POST',
  path: '/api/slips/:slipId/entries',
  summary:
    'Enter an answer that came on paper, with its scan; counts once a second person confirmed it',
  who: staff,
  params: slipParams,
  body: z.object({ personId: Id, answers: SlipAnswers, scanId: Id }),
  response: Slip,
});
export const decidePaperAnswer = route({
  method: 'POST',
  path: '/api/slips/:slipId/entries/:entryId',
  summary: 'Confirm an answer that was entered from paper as the second person, or refuse it',
  who: staff,
  params: slipParams.extend({ entryId: Id }),
  body: z.object({ confirmed: z.boolean() }),
  response: Slip,
});
