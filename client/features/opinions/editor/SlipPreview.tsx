import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../models/contracts/opinions.ts';
import { Button } from '../../../primitives/Button.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import { PageHeader } from '../../../primitives/PageHeader.tsx';
import { AnswerItems } from '../answer/AnswerItems.tsx';
import { Deadline } from '../Deadline.tsx';
import styles from '../Slip.module.css';
import { SlipHead } from '../SlipHead.tsx';
import { draftOf } from '../answer/answer-draft.ts';

/** A draft as its recipients will see it. */
export function SlipPreview({ slip, onBack }: { slip: Slip; onBack: () => void }) {
  const { t } = useTranslation('opinions');
  return (
    <article className={styles.slip}>
      <Notice
        action={
          <Button icon={ArrowLeft} onPress={onBack}>
            {t('endPreview')}
          </Button>
        }
      >
        {t('previewText')}
      </Notice>
      <PageHeader title={slip.title} meta={<Deadline at={slip.deadline} />} />
      <SlipHead slip={slip} />
      <div className={styles.answer}>
        <AnswerItems
          items={slip.items}
          ruleSet={slip.ruleSet}
          draft={draftOf(slip.items, null)}
          onChange={() => {}}
          isDisabled
        />
      </div>
    </article>
  );
}
