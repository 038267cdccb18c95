import { useState } from 'react';
import type { Slip } from '../../../../models/contracts/opinions.ts';
import { type SlipForm, formOf } from './slip-form.ts';
import { type Begun, afterNews, afterSaving } from './begun.ts';

/**
 * A slip that is being written, beside what it began with: who saves must have seen what is saved over.
 * @param slip as it stands now; null for a new one
 */
export function useSlipForm(slip: Slip | null) {
  const [begun, setBegun] = useState<Begun>(() => ({ base: slip, form: formOf(slip) }));
  const news = afterNews(begun, slip);
  // Nothing was written here: what somebody else has saved is shown as it comes.
  if (news !== begun) setBegun(news);
  const { base, form } = news;
  return {
    form,
    /** The slip that the form began with. */
    base,
    /** What somebody else has saved since; null when nobody did. */
    theirs: slip !== null && base !== null && slip.revision > base.revision ? slip : null,
    change: (part: Partial<SlipForm>) =>
      setBegun((before) => ({ ...before, form: { ...before.form, ...part } })),
    saved: (now: Slip, sent: SlipForm) => setBegun((before) => afterSaving(before, now, sent)),
    /** Goes on with what is written, over what somebody else has saved. */
    insist: (now: Slip) => setBegun((before) => ({ ...before, base: now })),
    /** Gives up what is written for what somebody else has saved. */
    take: (now: Slip) => setBegun({ base: now, form: formOf(now) }),
  };
}
