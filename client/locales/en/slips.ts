import type vi from '../vi/slips.ts';
import type { Locale } from '../locale.ts';

export default {
  toAnswer: 'To answer',
  number: 'Slip {{number}}/{{year}}',
  answerNow: 'Answer',
  look: 'See the slip',
  due: 'Due: {{when}}',
  remaining: {
    days_one: '{{count}} day left',
    days_other: '{{count}} days left',
    hours_one: '{{count}} hour left',
    hours_other: '{{count}} hours left',
    minutes_one: '{{count}} minute left',
    minutes_other: '{{count}} minutes left',
    over: 'time is over',
  },
  remindedToast: 'Please answer the slip: {{title}}',
  remindedDetail: 'Due {{when}}',
  extendedToast: 'More time to answer: {{title}}',
} satisfies Locale<typeof vi>;
