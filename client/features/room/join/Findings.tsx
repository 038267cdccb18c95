import { useTranslation } from 'react-i18next';
import {
  type NetworkFindings,
  type WayReport,
  networkWays,
} from '../../../../models/contracts/network.ts';
import { StatusBadge } from '../../../primitives/Badge.tsx';
import { Notice } from '../../../primitives/Notice.tsx';
import styles from './Findings.module.css';
import { judgeLine } from './line-judgement.ts';

const tones = { good: 'success', fair: 'attention', poor: 'attention', none: 'error' } as const;

/** What the test means first, then what to do, then the figures. */
export function Findings({ findings }: { findings: NetworkFindings }) {
  const { t } = useTranslation('room');
  const { level, advice } = judgeLine(findings);
  return (
    <>
      <Notice tone={tones[level]} title={t(`network.level.${level}`)}>
        <p>{t(`network.means.${level}`)}</p>
      </Notice>
      {advice.length > 0 && (
        <section>
          <h3>{t('network.toDo')}</h3>
          <ul className={styles.advice}>
            {advice.map((one) => (
              <li key={one}>{t(`network.advice.${one}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.ways}>
        {networkWays.map((way) => {
          const report = findings[way];
          return report && <Way key={way} name={t(`network.ways.${way}`)} report={report} />;
        })}
      </section>
    </>
  );
}

function Way({ name, report }: { name: string; report: WayReport }) {
  const { t } = useTranslation('room');
  const { reachable, rttMs, loss, upKbps, downKbps } = report;
  const facts = [
    { key: 'rtt', value: rttMs, text: t('network.ms', { value: Math.round(rttMs ?? 0) }) },
    { key: 'loss', value: loss, text: t('network.percent', { value: percentOf(loss ?? 0) }) },
    { key: 'up', value: upKbps, text: t('network.kbps', { value: Math.round(upKbps ?? 0) }) },
    { key: 'down', value: downKbps, text: t('network.kbps', { value: Math.round(downKbps ?? 0) }) },
  ] as const;
  return (
    <div className={styles.way}>
      <div className={styles.wayHead}>
        <h3>{name}</h3>
        <StatusBadge meaning={reachable ? 'for' : 'against'}>
          {t(reachable ? 'network.reachable' : 'network.unreachable')}
        </StatusBadge>
      </div>
      {reachable && (
        <dl className={styles.facts}>
          {facts.map(({ key, value, text }) => (
            <div key={key}>
              <dt>{t(`network.facts.${key}`)}</dt>
              <dd className="nt-figures">{value === null ? t('network.unknown') : text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

const percentOf = (share: number): number => Math.round(share * 1000) / 10;
