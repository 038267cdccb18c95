import Send from 'lucide-react/icons/send';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySlip } from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { ErrorNotice } from '../../../primitives/ErrorNotice.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { isUncertain } from '../../../realtime/refusal.ts';
import { AnswerItems } from './AnswerItems.tsx';
import styles from '../Slip.module.css';
import type { SlipAnswer } from './useSlipAnswer.ts';

/** The items one below the other, and one button. */
export function AnswerForm({ slip, answer }: { slip: MySlip; answer: SlipAnswer }) {
  const { t } = useTranslation('opinions');
  const form = useRef<HTMLFormElement>(null);
  const submit = async () => {
    const missing = await answer.send();
    if (missing === null) return;
    const item = form.current?.querySelector<HTMLElement>(`[data-field="item.${missing}"]`);
    item?.scrollIntoView({ block: 'start' });
    item?.querySelector('input')?.focus();
  };
  const isChange = slip.answers !== null;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <AnswerItems
        items={slip.items}
        ruleSet={slip.ruleSet}
        draft={answer.draft}
        onChange={answer.change}
        isDisabled={answer.isSending}
        errorOf={(key) => (answer.missing.includes(key) ? t('chooseFirst') : undefined)}
      />
      <div className={styles.send}>
        {answer.error !== null &&
          (isUncertain(answer.error) ? (
            <Notice tone="attention">{t('unsure')}</Notice>
          ) : (
            <ErrorNotice error={answer.error} />
          ))}
        <div className={styles.acts}>
          <Button
            kind="primary"
            size="large"
            icon={Send}
            type="submit"
            isPending={answer.isSending}
          >
            {t(isChange ? 'sendAgain' : 'send')}
          </Button>
          {isChange && (
            <Button kind="quiet" size="large" onPress={answer.keepSent}>
              {t('cancelChange')}
            </Button>
          )}
        </div>
        <p className={styles.help}>
          {t('canChange')} {t('keptHere')}
        </p>
      </div>
    </form>
  );
}
