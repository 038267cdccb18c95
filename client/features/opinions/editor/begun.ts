import type { Slip } from '../../../../models/contracts/opinions.ts';
import { type SlipForm, formOf, sameForm } from './slip-form.ts';

/** What is written, and the slip that it began with; null for a new one. */
export interface Begun {
  base: Slip | null;
  form: SlipForm;
}

/** The same, unless nothing was written yet and the slip has become another one meanwhile. */
export function afterNews(begun: Begun, slip: Slip | null): Begun {
  const { base, form } = begun;
  if (slip === null || base === null || slip.revision <= base.revision) return begun;
  return sameForm(form, formOf(base)) ? { base: slip, form: formOf(slip) } : begun;
}

/**
 * The form that was saved, as the server has it now; what was written in the meantime stays.
 * @param sent what was saved
 */
export const afterSaving = ({ form }: Begun, saved: Slip, sent: SlipForm): Begun => ({
  base: saved,
  form: form === sent ? formOf(saved) : form,
});
