import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import styles from './Tabs.module.css';
import { cx } from './cx.ts';

export interface TabItem<Id extends string = string> {
  id: Id;
  label: string;
  /** Shown after the label, for example how many. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs divide; read out. */
  label: string;
  tabs: readonly TabItem<Id>[];
  /** Left out, the tabs keep their own state. */
  value?: Id;
  onChange?: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  const change = (key: unknown) => {
    const chosen = tabs.find(({ id }) => id === key);
    if (chosen) onChange?.(chosen.id);
  };
  return (
    <AriaTabs {...(value !== undefined && { selectedKey: value })} onSelectionChange={change}>
      <TabList aria-label={label} className={cx(styles.list)}>
        {tabs.map((tab) => (
          <AriaTab key={tab.id} id={tab.id} className={cx(styles.tab)}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(styles.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
